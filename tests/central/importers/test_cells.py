import re
from typing import Any

import pytest

from central.importers import cells
from central.importers.cells import BadCell
from central.importers.mapping import Cell
from central.importers.remarks import Remarks
from central.importers.words import PLAIN


def value(content: Any, clean: str = "text", **more: Any) -> Any:
    return cells.value({"A": content}, Cell(("A",), clean, **more), PLAIN)


@pytest.mark.parametrize("between", [";", ",", "/", " ", " ; ", ", "])
def test_several_mails_stand_between_many_signs(between: str) -> None:
    assert value(f" A@b.it{between}c@d.it ", "mails") == ["a@b.it", "c@d.it"]


def test_what_is_no_mail_is_left_out() -> None:
    assert value("non c'è", "mails") == []


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("02 1234 5678", ["02 1234 5678"]),
        ("02/12345678", ["02/12345678"]),
        ("0212345678/3331234567", ["0212345678", "3331234567"]),
        ("0212345678 3331234567", ["0212345678", "3331234567"]),
        ("02 1234567; 333 1234567", ["02 1234567", "333 1234567"]),
        ("nessuno", []),
    ],
)
def test_telephone_numbers_keep_their_own_blanks(cell: str, numbers: list[str]) -> None:
    assert value(cell, "phones") == numbers


@pytest.mark.parametrize(
    ("cell", "site"),
    [
        ("www.a.it", "www.a.it"),
        ("https://a.it/b?c=1", "https://a.it/b?c=1"),
        ("javascript:alert(1)", None),
        ("vedi volantino", None),
    ],
)
def test_only_a_web_address_is_a_website(cell: str, site: str | None) -> None:
    assert value(cell, "website") == site


@pytest.mark.parametrize(("cell", "number"), [("9", 9), (9, 9), (9.0, 9), (" 9 ", 9), (None, None), ("", None)])
def test_a_whole_number_may_be_text(cell: Any, number: int | None) -> None:
    assert value(cell, "integer") == number


@pytest.mark.parametrize("cell", ["nove", "9.5", "9,5", "9" * 40, float("nan"), float("inf"), True, [], {}])
def test_what_is_no_whole_number_is_refused(cell: Any) -> None:
    with pytest.raises(BadCell):
        value(cell, "integer")


@pytest.mark.parametrize(
    ("cell", "number", "postcode"),
    [("4, 20158", "4", "20158"), (", 20161", None, "20161"), ("1A, 20124", "1A", "20124"), ("20124", None, "20124")],
)
def test_house_number_and_postcode_come_out_of_one_cell(cell: str, number: str | None, postcode: str) -> None:
    assert value(cell, match=re.compile(r"^\s*(\d+\w*)\s*,")) == number
    assert value(cell, match=re.compile(r"(\d{5})$")) == postcode


def test_the_first_property_that_holds_something_is_taken() -> None:
    cell = Cell(("A", "B"), "text", default="c")
    assert cells.text({"A": " ", "B": "b"}, cell, PLAIN) == "b"
    assert cells.text({}, cell, PLAIN) == "c"


@pytest.mark.parametrize("cell", [["a"], {"a": 1}, True, float("nan"), "x" * 4001, "a\x07b", "\ud800"])
def test_what_is_no_text_is_refused(cell: Any) -> None:
    with pytest.raises(BadCell):
        value(cell)


def others(content: str, clean: str) -> tuple[Any, Remarks]:
    remarks = Remarks()
    return cells.further({"A": content}, {"it": Cell(("A",), clean)}, PLAIN, remarks).get("it"), remarks


@pytest.mark.parametrize("between", [" o ", " E ", " oppure ", "|", " - ", "\n"])
def test_several_numbers_stand_between_words_and_bars_too(between: str) -> None:
    assert value(f"+39 02 1234567{between}348 1112223", "phones") == ["+39 02 1234567", "348 1112223"]


def test_a_number_longer_than_any_telephone_is_none() -> None:
    assert value("0212345678901234567890", "phones") == []


def test_what_stands_beside_mails_and_phones_is_not_lost_in_silence() -> None:
    mails, remarks = others("Mario <mailto:A@b.it>|rotto@", "mails")
    assert mails == ["a@b.it"]
    assert [str(value) for value in remarks.omitted] == ['row 0: "A" holds "rotto@", which is no mail address']
    assert remarks.notes() == ("Interpreted: words beside a mail address, left out: 1.",)
    phones, remarks = others("02 1234567, 123", "phones")
    assert phones == ["02 1234567"]
    assert [str(value) for value in remarks.omitted] == ['row 0: "A" holds "123", which is no telephone number']


@pytest.mark.parametrize("text", ["a@b..it", "a@b", "a@-b.it", "a:b@c.it"])
def test_an_address_that_no_mail_reaches_is_none(text: str) -> None:
    assert value(text, "mails") == []


def test_two_web_addresses_in_a_cell_are_not_one() -> None:
    assert value("www.a.it;www.b.it", "website") is None
    assert value("https://www.a-b.it:8080/x?y", "website") == "https://www.a-b.it:8080/x?y"
