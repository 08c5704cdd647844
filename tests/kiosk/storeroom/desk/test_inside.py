"""Who is inside: everybody once, in the order they are looked for, and honest about who may be missing."""

import json
from datetime import timedelta

from kiosk.clock import stamp
from kiosk.domain.attendance import Came, Who, dump
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.papers.paper import Paper
from kiosk.ui.desk.inside import InsideFace, Part
from tests.kiosk.storeroom.desk.sitting import AtDesk, Haddad, Made, tell

_TELL = "INSERT INTO records (kind, id, rev, state, v, data, mark, copy) VALUES (?, ?, 1, 'live', 1, ?, 0, 0)"


def hears(at: AtDesk, kind: str, id_: str, data: dict[str, object]) -> None:
    """What central tells this desk."""
    row = (kind, id_, json.dumps(data))
    at.station.do(lambda tx: tx.attendance._connection.exec_driver_sql(_TELL, row))


def inside(at: AtDesk) -> InsideFace:
    return at.see("inside", InsideFace)


def test_everybody_stands_once_in_the_order_they_are_looked_for(at: AtDesk, family: Haddad) -> None:
    at.done(f"today/come/home/{family.home}", people=[family.amina, family.omar, family.mother], adults=2)
    at.done("today/group", **{"6-10": 25, "adults": 2, "educators": 1})
    at.done("today/guest", name="Luca", band="6-10")
    face = inside(at)
    assert [(one.part, one.people) for one in face.parts] == [
        (Part.CHILDREN, 2),
        (Part.GROUPS, 30),
        (Part.GUESTS, 1),
        (Part.ADULTS, 1),
    ]
    assert [row.name for row in face.parts[0].rows] == ["أمينة حداد", "Omar Haddad"]  # Amina before Omar
    assert face.numbers.inside == sum(one.people for one in face.parts) == 34
    assert (face.missing, [one.own for one in face.stations]) == ((), [True])


def test_who_left_is_not_on_it(at: AtDesk, family: Haddad) -> None:
    at.done(f"today/come/home/{family.home}", people=[family.mother])
    (row,) = inside(at).parts[0].rows
    at.done(f"today/let_go/{row.id}")
    assert (inside(at).parts, inside(at).numbers.inside) == ((), 0)


def test_what_another_station_saw_is_on_it_with_its_name(at: AtDesk, family: Haddad) -> None:
    now = at.station.clock.read()
    came = Came("e-1", "door", stamp(now.at), "v-1", person=family.amina, who=Who.CHILD, band="6-10")
    hears(at, "heard", "door", {"name": "Ingresso", "at": stamp(now.at)})
    hears(at, "fact", "e-1", dict(dump(came)))
    (row,) = inside(at).parts[0].rows
    assert (row.name, row.station) == ("أمينة حداد", "Ingresso")
    assert inside(at).missing == ()


def test_a_station_that_is_silent_for_long_or_was_never_heard_is_said(at: AtDesk) -> None:
    now = at.station.clock.read()
    for name, heard in (("Ingresso", timedelta(minutes=5)), ("Cortile", timedelta(minutes=6))):
        hears(at, "heard", name, {"name": name, "at": stamp(now.at - heard)})
    hears(at, "heard", "Giardino", {"name": "Giardino", "at": ""})
    assert [(one.name, one.at is None) for one in inside(at).missing] == [("Giardino", True), ("Cortile", False)]


def test_it_is_printed_with_whole_names_and_that_is_a_look_of_its_own(at: AtDesk, family: Haddad) -> None:
    at.done(f"today/come/home/{family.home}", people=[family.amina])
    inside(at)
    drawn = at.print("inside/print").draw()
    assert isinstance(drawn, Paper)
    assert len(drawn.pages) == 1
    assert len(at.station.do(lambda tx: tx.trail.looks_at(""))) == 2


def test_of_a_shielded_family_nobody_is_named_but_everybody_counted(at: AtDesk, family: Haddad, made: Made) -> None:
    at.done(f"today/come/home/{family.home}", people=[family.omar])
    tell(at, family.home, "household", family.home, {"shielded": True})
    (part,) = inside(at).parts
    assert (part.part, part.people, part.rows[0].name) == (Part.CHILDREN, 1, "")
    at.by = made.workers[Role.SAFEGUARDING]
    assert inside(at).parts[0].rows[0].name == "Omar Haddad"


def test_a_technician_neither_sees_nor_prints_it(at: AtDesk, made: Made) -> None:
    at.by = made.workers[Role.TECHNICIAN]
    assert at.look("inside") == at.act("inside/print") == NotIn(NotEntered.NOT_ALLOWED)
