"""Who may be one human: by names in any script and in any order, never against a birth date."""

from datetime import date

import pytest

from kiosk.domain.families import Record, Value
from kiosk.domain.likeness import Alike, alike, forms

DAY = date(2026, 12, 1)
AMINA: dict[str, Value] = {"given": "أمينة", "family": "حداد", "latin": "Amina Haddad", "born": "2018-03-04"}


def member(**fields: Value) -> Record:
    return Record("h", {**AMINA, **fields})


@pytest.mark.parametrize(
    ("fields", "how"),
    [
        ({}, Alike.NAMES_AND_BIRTH),
        ({"latin": "HADDAD  amína"}, Alike.NAMES_AND_BIRTH),
        ({"given": "Amina", "family": "Haddad", "latin": ""}, Alike.NAMES_AND_BIRTH),
        ({"latin": "Ameena Hadad"}, Alike.NAMES_AND_BIRTH),  # in their own script they are the same
        ({"born": ""}, Alike.NAMES),
        ({"born": "2018-03-05"}, None),
        ({"given": "أمل", "latin": "Amal Haddad"}, None),
        ({"role": "adult"}, None),
    ],
)
def test_two_are_alike(fields: dict[str, Value], how: Alike | None) -> None:
    assert alike(member(), member(**fields), DAY) is how
    assert alike(member(**fields), member(), DAY) is how


def test_one_word_is_a_name_only_with_its_birth_date() -> None:
    alone, other = member(given="Amina", family="", latin=""), member(given="Amina", family="", latin="")
    assert alike(alone, other, DAY) is Alike.NAMES_AND_BIRTH
    unborn = member(given="Amina", family="", latin="", born="")
    assert alike(alone, unborn, DAY) is None
    assert forms(unborn) == frozenset()
