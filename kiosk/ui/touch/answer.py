"""What was last answered, for as long as it is shown: its face, and what a touch on it would ask for."""

from dataclasses import dataclass, field, replace

from kiosk.domain.visits import FamilyArrived, Farewell, Welcomed
from kiosk.ui.hints import HintFace
from kiosk.ui.touch.visit_faces import OutcomeFace
from kiosk.ui.touch.wishes import Hours, Offer, Show, Undo, UndoLeaving, UndoParty, UndoVisit, Wish


@dataclass(frozen=True)
class Said:
    """`since` is on the steady clock, in seconds."""

    face: OutcomeFace = field(repr=False)
    since: float
    undo: Undo | None = None
    more: Offer | None = None


def said(wish: Wish, answer: object, face: OutcomeFace, now: float) -> Said:
    more = Offer(wish.card) if face.more and isinstance(wish, Show | Offer) else None
    return Said(face, now, undo_of(answer), more)


def hours_of(answer: object) -> Hours | None:
    """What to ask once somebody was welcomed: it is said beside the green, and comes a moment later."""
    match answer:
        case Welcomed(visit, _):
            return Hours((visit,))
        case FamilyArrived(party, arrived) if party:
            return Hours(tuple(one.visit for one in arrived))
    return None


def hinted(said: Said, hint: HintFace) -> Said:
    return replace(said, face=replace(said.face, hint=hint))


def undo_of(answer: object) -> Undo | None:
    match answer:
        case Welcomed(visit, _):
            return UndoVisit(visit)
        case FamilyArrived(party) if party:
            return UndoParty(party)
        case Farewell(_, events):
            return UndoLeaving(events)
    return None


def aged(said: Said, now: float, stays: int, undo_seconds: int) -> Said | None:
    """A second later: the undo runs out; None once it has been shown for long enough."""
    since = now - said.since
    if since >= stays:
        return None
    if not said.face.undo_seconds:
        return said
    return replace(said, face=replace(said.face, undo_seconds=max(0, round(undo_seconds - since))))
