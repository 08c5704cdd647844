"""The tour's other side of the desk: by keys, and by the paths that the pages speak up in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from demo.city import City
from kiosk.app import Kiosk
from kiosk.devices.scanners import FakeScanner
from kiosk.domain.workers import Face

if TYPE_CHECKING:
    from demo.tour import Tour

COORDINATOR = "Bruno Esempio"
VALUE_HOUSEHOLD = "demo.household-1"


def play(tour: Tour, kiosk: Kiosk, city: City) -> None:
    """From the locked desk, and back to it."""
    kiosk.desk_window.resize(1920, 1080)
    enter(tour, kiosk, city)
    rows = kiosk.desk.shown.face["rows"]
    child = next(row for row in rows if row["kind"] == "person" and row["state"] != "left")
    look(tour, kiosk, f"today/leave/{child['id']}", "leave", "letting a child go: who may collect, who must not")
    look(tour, kiosk, "inside", "inside", "who is inside: the list for an evacuation")
    look(tour, kiosk, "families", "families", "families: search in any script, or by a card's code")
    typed(tour, kiosk, "had")
    tour.picture("desk-found", "found as it is typed")
    household = kiosk.desk.shown.face["hits"][0]["household"]
    look(tour, kiosk, f"families/open/{household}", "family", "a family: who may collect whom")
    look(tour, kiosk, "families/new", "new-family", "a new family, by keyboard alone")
    calendar(tour, kiosk, household)
    sessions(tour, kiosk)
    vouchers(tour, kiosk)
    look(tour, kiosk, "needs", "needs", "what needs a person")
    look(tour, kiosk, "station", "station", "the station about itself")
    kiosk.desk.go("lock")
    tour.until("the desk is locked", lambda: kiosk.desk.shown.screen == "lock")


def enter(tour: Tour, kiosk: Kiosk, city: City) -> None:
    desk, cards = kiosk.desk, FakeScanner()
    kiosk.plug(cards, Face.DESK)
    tour.picture("desk-lock", "the desk, locked: nothing of anybody")
    cards.scan(dict(city.badges())[COORDINATOR])
    tour.until("their PIN is asked for", lambda: bool(desk.shown.face.get("asking")))
    tour.picture("desk-pin", "a worker's card was scanned: their PIN")
    for digit in city.pin:
        QTest.keyClick(kiosk.desk_window, Qt.Key(ord(digit)))
    tour.until("somebody is here", lambda: bool(desk.shown.face.get("rows")))
    tour.picture("desk-today", "today at the desk: who came by the touchscreen is here")


def typed(tour: Tour, kiosk: Kiosk, name: str) -> None:
    """By the keyboard, into the field that waits for it."""
    for letter in name:
        QTest.keyClick(kiosk.desk_window, Qt.Key(ord(letter.upper())))
    tour.until("somebody is found", lambda: kiosk.desk.shown.face.get("asked") == name)


def calendar(tour: Tour, kiosk: Kiosk, household: str) -> None:
    """A day of next week gets turns of its own; a family has places in one of them."""
    look(tour, kiosk, "calendar", "calendar", "the hub's calendar: a week at a glance")
    to = kiosk.desk.shown.face["after"]
    look(tour, kiosk, f"calendar/day/{to}", "day", "a day of next week, to be changed")
    turns = [{"opens": "10", "closes": "11.15", "places": "12"}, {"opens": "14.30", "closes": "15.45", "places": "12"}]
    done(tour, kiosk, f"calendar/put/{to}", {"how": "hours", "why": "event", "rows": turns}, "hours")
    tour.until("the day differs", lambda: any(day["differs"] for day in kiosk.desk.shown.face.get("days", ())))
    tour.picture("desk-calendar-changed", "the day has timed turns, and there is a way back")
    day = next(day for day in kiosk.desk.shown.face["days"] if day["id"] == to)
    turn = day["slots"][0]["id"]
    look(tour, kiosk, f"calendar/family/{turn}/{household}/", "places", "who of a family gets a place in a turn")
    people = [tile["person"]["id"] for tile in kiosk.desk.shown.face["tiles"]]
    done(tour, kiosk, f"calendar/expect/{turn}/{household}", {"people": people, "adults": 1}, "given")
    tour.until("they are in the turn", lambda: bool(kiosk.desk.shown.face.get("rows")))
    tour.picture("desk-turn", "a turn: who is expected, and how many places are left")


def sessions(tour: Tour, kiosk: Kiosk) -> None:
    """Who signed up at the touchscreen is on the list of its session."""
    look(tour, kiosk, "sessions", "sessions", "activities: their places, who asks, who waits")
    session = next(line for line in kiosk.desk.shown.face["lines"] if line["at"]["dayWord"] == "tomorrow")["id"]
    look(tour, kiosk, f"sessions/add/{session}?had", "sign-up", "somebody is signed up at the desk")
    for hit in kiosk.desk.shown.face["hits"][1:3]:  # the children
        who = {"person": hit["person"]["id"], "household": hit["household"]}
        done(tour, kiosk, f"sessions/wait/{session}", who, "confirmed")
    look(tour, kiosk, f"sessions/open/{session}", "session", "a session: its places, who comes, who waits")


def vouchers(tour: Tour, kiosk: Kiosk) -> None:
    """What was paid at the touchscreen is here: its receipt is printed, and stands on the provider's statement."""
    look(tour, kiosk, "vouchers", "vouchers", "vouchers: found by name or card, and what was paid today")
    paid = kiosk.desk.shown.face["today"][0]
    look(
        tour, kiosk, f"vouchers/family/{VALUE_HOUSEHOLD}", "family-vouchers", "a family's vouchers, and what they paid"
    )
    look(tour, kiosk, f"vouchers/done/{paid['event']}", "paid", "one redemption: who, what, out of which fund")
    done(tour, kiosk, f"vouchers/print/{paid['event']}", {}, "printed")
    tour.paper("receipt", "its receipt, from the roll: what was paid by which public fund, and a code to check it by")
    look(tour, kiosk, "vouchers/statement", "statement", "what providers may invoice, with totals by fund")
    face = kiosk.desk.shown.face
    provider = face["providers"][0]["id"]
    period = f"{face['first'][:7]}/{provider}"
    look(
        tour,
        kiosk,
        f"vouchers/statement/{period}",
        "statement-provider",
        "one provider: each redemption, and which lacks attendance",
    )
    done(tour, kiosk, f"vouchers/statement/{period}", {}, "printed")
    tour.paper("statement", "the statement on paper")


def done(tour: Tour, kiosk: Kiosk, path: str, form: dict[str, Any], what: str) -> None:
    kiosk.desk.act({"path": path, "form": form})
    tour.until(f"{what} is said", lambda: (kiosk.desk.shown.said or {}).get("what") == what)


def look(tour: Tour, kiosk: Kiosk, path: str, name: str, what: str) -> None:
    kiosk.desk.go("heard")
    looked: list[bool] = []
    connection = kiosk.desk.changed.connect(lambda: looked.append(True))
    kiosk.desk.go(path)
    tour.until(f"{path} is shown", lambda: bool(looked))
    kiosk.desk.changed.disconnect(connection)
    tour.picture(f"desk-{name}", what)
