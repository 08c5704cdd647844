"""A file of awards: who is given which voucher. Neither income nor tax code: a file that has them is not read."""

import csv
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain import days
from kiosk.domain.bands import are_short
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Programme

PLAIN = ("reference", "programme", "household", "people", "starts", "until")
_NEEDED = frozenset(PLAIN[:4])
_TAX_CODE = re.compile(r"[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]", re.IGNORECASE)
_EURO = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{2}))?")
_NAMES = uuid.UUID("6f2d5f0e-6f0b-5a5e-9d3e-0d9a4c1b7e21")  # vouchers are named in this space


class BadFile(ValueError):
    """It is not read, and the message says why: which line, never what stands in it."""


@dataclass(frozen=True)
class Award:
    """`voucher` follows from programme and reference: the same line twice is one voucher."""

    voucher: str
    programme: str
    household: str
    people: tuple[str, ...] = field(repr=False)
    parts: Parts
    starts: str = ""
    until: str = ""


def read(lines: Iterable[str], programmes: Mapping[str, Programme]) -> list[Award]:
    """Comma or semicolon between columns; amounts in euro, one column for each fund. Raises BadFile."""
    rows = csv.reader(list(lines), delimiter=";" if ";" in _head(lines) else ",")
    head = [name.strip().casefold() for name in next(rows, [])]
    _must_be_ours(head, {fund for programme in programmes.values() for fund in programme.funds})
    awards = list(_awards(head, rows, programmes))
    if len({award.voucher for award in awards}) < len(awards):
        raise BadFile("a reference stands twice")
    return awards


def _head(lines: Iterable[str]) -> str:
    return next(iter(lines), "")


def _must_be_ours(head: list[str], funds: set[str]) -> None:
    strange = [str(n) for n, name in enumerate(head, 1) if name not in PLAIN and name not in funds]
    if strange:
        raise BadFile(f"column {', '.join(strange)}: only {', '.join(PLAIN)} and the funds; no income, no tax code")
    if len(set(head)) < len(head) or not {*head} >= _NEEDED:
        raise BadFile(f"each column once, and at least {', '.join(PLAIN[:4])}")


def _awards(head: list[str], rows: Iterable[list[str]], programmes: Mapping[str, Programme]) -> Iterator[Award]:
    for number, row in enumerate(rows, 2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) != len(head):
            raise BadFile(f"line {number}: {len(head)} columns")
        if any(_TAX_CODE.search(cell) for cell in cells):
            raise BadFile(f"line {number}: a tax code is in it")
        yield _award(number, dict(zip(head, cells, strict=True)), programmes)


def _award(number: int, said: Mapping[str, str], programmes: Mapping[str, Programme]) -> Award:
    programme = programmes.get(said["programme"])
    if programme is None:
        raise BadFile(f"line {number}: no such programme")
    people = tuple(said["people"].split())
    if not said["reference"] or not said["household"] or not are_short(said["reference"], said["household"], *people):
        raise BadFile(f"line {number}: reference and household are short texts, people are ids with a space between")
    if not people and not programme.collective:
        raise BadFile(f"line {number}: nobody is named")
    dates = {name: said.get(name, "") for name in ("starts", "until")}
    if not all(text == "" or days.read(text) for text in dates.values()):
        raise BadFile(f"line {number}: days are written 2026-12-01")
    amounts = {name: text for name, text in said.items() if name not in PLAIN and text.strip("0.,")}
    parts = tuple(Part(fund, _cents(number, amounts[fund])) for fund in programme.funds if fund in amounts)
    if {*amounts} - {*programme.funds} or not parts:
        raise BadFile(f"line {number}: nothing from the funds of its programme, or something from others")
    voucher = str(uuid.uuid5(_NAMES, f"{said['programme']}\n{said['reference']}"))
    return Award(voucher, said["programme"], said["household"], people, parts, **dates)


def _cents(number: int, text: str) -> int:
    try:
        return cents(text)
    except ValueError as problem:
        raise BadFile(f"line {number}: {problem}") from None


def cents(text: str) -> int:
    """Raises ValueError for what is no amount of euro above nothing."""
    found = _EURO.fullmatch(text)
    amount = int(found[1]) * 100 + int(found[2] or 0) if found else 0
    if amount == 0:
        raise ValueError("amounts are written 200 or 200,00")
    return amount
