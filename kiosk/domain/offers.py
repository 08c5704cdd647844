"""What a person who looks for something to do is shown: activities with what surrounds them."""

from dataclasses import dataclass

from kiosk.domain.catalogue import Activity, Place, Session


@dataclass(frozen=True)
class Offer:
    """An activity with what surrounds it, and the session that put it on the list (None: a standing offer). `dates`: of
    a whole course its sessions, by when; no one of them is `session` then."""

    id: str
    activity: Activity
    session_id: str
    session: Session | None
    place: Place | None
    area: str
    distance_m: int | None
    dates: tuple[tuple[str, Session], ...] = ()

    @property
    def first(self) -> Session | None:
        """When it is, or begins."""
        return self.dates[0][1] if self.dates else self.session

    @property
    def sessions(self) -> tuple[str, ...]:
        """What is signed up for."""
        return tuple(id_ for id_, _ in self.dates) or (self.session_id,)


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
