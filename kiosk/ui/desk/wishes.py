"""What a worker wants: where to look, and what to have done. Total: whatever QML sends is read, or comes to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

LONGEST = 500  # characters of a text of a form
ANOTHER = "second"  # the head of a place where another worker stands by: their card does not switch


@dataclass(frozen=True)
class Place:
    """A section and what is looked at in it: ("families", "open/HOUSEHOLD"); after "?" what is being typed there."""

    section: str
    about: str = field(default="", repr=False)

    @property
    def head(self) -> str:
        """Which of the section's pages: "open"; "" for the one it opens with."""
        return self.about.partition("?")[0].partition("/")[0]

    @property
    def screen(self) -> str:
        """ "today", "families-open": which picture of the section."""
        return f"{self.section}-{self.head}" if self.head else self.section

    @property
    def argument(self) -> str:
        return self.about.partition("?")[0].partition("/")[2]

    @property
    def typed(self) -> str:
        return self.about.partition("?")[2][:LONGEST]


@dataclass(frozen=True)
class Wish:
    """ "today/see/VISIT" and what was filled in."""

    section: str
    verb: str
    about: str = ""
    form: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def text(self, name: str) -> str:
        """What was typed, without what stands around it; "" for anything else."""
        value = self.form.get(name)
        return value.strip()[:LONGEST] if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        return self.form.get(name) is True

    def number(self, name: str) -> int:
        """A count; 0 for anything that is none. Numbers of QML may come as decimals."""
        value = self.form.get(name)
        whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1
        return int(value) if whole and value is not None and 0 <= value < 2**31 else 0

    def several(self, name: str) -> tuple[Any, ...]:
        value = self.form.get(name)
        return tuple(value) if isinstance(value, (list, tuple)) else ()

    def rows(self, name: str) -> tuple["Wish", ...]:
        """The rows of a table, each to be read as a form of its own."""
        return tuple(replace(self, form=row) for row in self.several(name) if isinstance(row, Mapping))


def place(path: str) -> Place:
    section, _, about = path.partition("/")
    return Place(section, about)


def wish(said: Mapping[str, Any]) -> Wish:
    """From QML: {path: "section/verb/about", form: {...}}."""
    path, form = said.get("path"), said.get("form")
    section, _, rest = (path if isinstance(path, str) else "").partition("/")
    verb, _, about = rest.partition("/")
    return Wish(section, verb, about, form if isinstance(form, Mapping) else {})
