"""Somebody is asked for a card, and then who they are: to see what lies behind it, to pay, or to join."""

from dataclasses import dataclass

from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import Holder
from kiosk.ui.touch.value_wishes import AskHolder, AskJoin, AskJoinAll, AskPrice, OpenCard, ValueWish


@dataclass(frozen=True)
class ToOpen:
    """They want to see the card."""


@dataclass(frozen=True)
class ToPay:
    activity: str


@dataclass(frozen=True)
class ToJoin:
    session: str


@dataclass(frozen=True)
class ToJoinAll:
    """Of a course."""

    activity: str


Then = ToOpen | ToPay | ToJoin | ToJoinAll


@dataclass(frozen=True)
class Showing:
    then: Then


def begun(path: str) -> Then | None:
    """What somebody came for, by the intent of a screen."""
    match path.partition("/"):
        case "my-card", "", "":
            return ToOpen()
        case "pay-for", "/", activity if activity:
            return ToPay(activity)
        case "sign-up", "/", session if session:
            return ToJoin(session)
        case "sign-up-all", "/", activity if activity:
            return ToJoinAll(activity)
    return None


def wish(then: Then, holder: Holder) -> ValueWish:
    match then:
        case ToOpen():
            return OpenCard(holder)
        case ToPay(activity):
            return AskPrice(holder, activity)
        case ToJoin(session):
            return AskJoin(holder, session)
        case ToJoinAll(activity):
            return AskJoinAll(holder, activity)


def scanned(showing: Showing, card: bytes) -> Turn:
    return Turn(showing, AskHolder(card))


def step(showing: Showing, path: str) -> Turn:
    return Turn(None if path == "back" else showing)
