"""Another worker stands by where one alone has erased enough for a day."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SecondFace:
    """`back` is where Escape leads, `act` what the PIN is sent with; `name` is "" until the card was shown."""

    back: str
    act: str
    label: str = field(repr=False)  # of the family that is to be erased
    name: str = field(repr=False)
    code: str = field(repr=False)
