"""What an exchange with central came to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far a pull has come: live records here, and in all as central says."""

    records: int
    total: int
    first_copy_complete: bool


@dataclass(frozen=True)
class Round:
    """What a round did. `trouble` is "" when it went through; what it did before the trouble stays done."""

    pushed: int = 0
    refused: int = 0
    later: int = 0
    set_aside: int = 0  # events that central could not take as they are: a person has to look at them
    replayed: int = 0  # events that central had lost, and was sent again
    pulled: int = 0
    repaired: int = 0  # kinds that were copied again because they differed
    snapshot: bool = False  # the catalogue came as a snapshot
    restarted: bool = False  # everything is copied again
    waiting: int = 0
    requests: int = 0
    first_copy_complete: bool = False
    trouble: str = ""
    retry_after: float | None = None
