"""What a person who looks for something to do is shown: activities with what surrounds them."""

from dataclasses import dataclass

from kiosk.domain.catalogue import Activity, Place, Session


@dataclass(frozen=True)
class Offer:
    """An activity with what surrounds it, and the session that put it on the list (None: a standing offer)."""

    id: str
    activity: Activity
    session_id: str
    session: Session | None
    place: Place | None
    area: str
    distance_m: int | None


@dataclass(frozen=True)
class Offers:
    offers: tuple[Offer, ...]
    total: int


@dataclass(frozen=True)
class Detail:
    """One activity whole."""

    offer: Offer
    sessions: tuple[tuple[str, Session], ...]
    provider: str
