"""Invented families of a test, registered at a real station by a real worker."""

from collections.abc import Mapping

from kiosk.domain.families import Value
from kiosk.domain.workers import Entered
from kiosk.usecases.register_family import NewMember, NewTie, Registered, register_family
from tests.station import Station

MOTHER: Mapping[str, Value] = {"given": "Samira", "family": "Haddad", "latin": "Samira Haddad", "role": "adult"}
FATHER: Mapping[str, Value] = {"given": "Karim", "family": "Nasr", "latin": "Karim Nasr", "role": "adult"}
CHILD: Mapping[str, Value] = {
    "given": "أمينة",
    "family": "حداد",
    "latin": "Amina Haddad",
    "born": "2018-03-04",
    "creature": "cat",
    "role": "child",
}


def registered(
    station: Station, by: Entered, *members: NewMember, ties: tuple[NewTie, ...] = (), label: str = "Haddad"
) -> Registered:
    now = station.clock.read()
    done = station.do(lambda tx: register_family(tx, by, label, members, ties, now))
    assert isinstance(done, Registered)
    return done


def mother_and_child(station: Station, by: Entered) -> Registered:
    tie = NewTie(0, 1, {"guardian": True, "may_collect": True})
    return registered(station, by, NewMember(MOTHER), NewMember(CHILD), ties=(tie,))
