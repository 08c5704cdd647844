"""The words of the papers, one file a language beside those of the screens. Italian is the source, and stands in."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.papers import headcount, household, receipt, register, slip, statement

FOLDER = Path(__file__).parents[2] / "assets" / "words"
SOURCE = "it"
_FROM_THE_RIGHT = ("ar", "ur")


@dataclass(frozen=True)
class Words:
    headcount: headcount.Words
    household: household.Words
    receipt: receipt.Words
    register: register.Words
    slip: slip.Words
    statement: statement.Words


def load(language: str) -> Words:
    """In this language; in Italian where the papers do not speak it."""
    path = FOLDER / f"papers-{language}.toml"
    if language != SOURCE and not path.is_file():
        return load(SOURCE)
    tables, turned = tomllib.loads(path.read_text(encoding="utf-8")), language in _FROM_THE_RIGHT
    return Words(
        headcount=headcount.Words(**tables["headcount"], right_to_left=turned),
        household=household.Words(**tables["household"], right_to_left=turned),
        receipt=receipt.Words(**tables["receipt"], right_to_left=turned),
        register=register.Words(**tables["register"]),
        slip=slip.Words(**tables["slip"], right_to_left=turned),
        statement=statement.Words(**tables["statement"], right_to_left=turned),
    )
