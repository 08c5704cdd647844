"""A face is plain data for QML."""

import json
import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from kiosk.ui.faces import TramFace, TramState, for_qml
from kiosk.ui.touch import faces, staff_faces, visit_faces
from kiosk.ui.touch.faces import AgeBand, FrameFace, HoursLine
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace, Somebody

MODULES = (faces, visit_faces, staff_faces)
FACES = list(
    dict.fromkeys(
        thing
        for module in MODULES
        for thing in vars(module).values()
        if isinstance(thing, type) and is_dataclass(thing)
    )
)


def test_a_face_is_plain_with_its_names_in_camel_case() -> None:
    frame = FrameFace(("Spazio", "Zara"), TramFace(TramState.AT_STOP, 3), "ar", True, 2, False, True, 2.7)
    assert for_qml(frame) == {
        "hubName": ["Spazio", "Zara"],
        "tram": {"state": "at_stop", "aboard": 3, "asOf": None},
        "language": "ar",
        "rightToLeft": True,
        "textStep": 2,
        "highContrast": False,
        "reach": True,
        "pxPerMm": 2.7,
        "checked": True,
    }


def test_what_is_not_known_stays_unknown() -> None:
    assert for_qml(None) is None
    assert for_qml(()) == []


def test_lists_of_faces_are_lists_of_plain_things() -> None:
    assert for_qml((AgeBand("0-5", 0, 5), HoursLine(1, ("9.30-12.30",)))) == [
        {"id": "0-5", "minAge": 0, "maxAge": 5},
        {"weekday": 1, "spans": ["9.30-12.30"]},
    ]


@pytest.mark.parametrize("outcome", Outcome)
def test_an_enum_becomes_its_bare_word(outcome: Outcome) -> None:
    said = for_qml(OutcomeFace(outcome, (Somebody("Amina", "fox"),), undo_seconds=10))
    assert type(said["outcome"]) is str
    assert json.loads(json.dumps(said))["outcome"] == str(outcome)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_every_face_is_frozen_and_every_name_reaches_qml_by_itself(face: type[Any]) -> None:
    made = face(**{f.name: None for f in fields(face)})
    said = for_qml(made)
    assert len(said) == len(fields(face))
    assert all(re.fullmatch("[a-z][A-Za-z]*", name) for name in said)
    with pytest.raises(AttributeError):
        setattr(made, fields(face)[0].name, 1)
