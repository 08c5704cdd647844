"""Typed values out of a TOML table; whatever is wrong is one sentence that names the place."""

import re
from dataclasses import dataclass, field
from typing import Any

from central.importers.words import forbidden
from kiosk.domain.catalogue import Words

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")  # of a language


class BadMapping(Exception):
    """What is wrong with a mapping, in one sentence that names the place."""


@dataclass
class Table:
    """Takes named values of the right type out of a TOML table, and in the end complains of what nobody took."""

    values: dict[str, Any]
    path: str = ""
    taken: set[str] = field(default_factory=set)

    def where(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def take(self, name: str, want: type | tuple[type, ...], kind: str, default: Any = None) -> Any:
        """The value, or the default when there is none. Without a default it must be there."""
        self.taken.add(name)
        value = self.values.get(name, default)
        if value is None:
            raise BadMapping(f'the mapping lacks "{self.where(name)}"')
        if not isinstance(value, want) or (isinstance(value, bool) and want is not bool):
            raise BadMapping(f'in the mapping "{self.where(name)}" must be {kind}')
        return value

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str | None = None) -> str:
        value: str = self.take(name, str, "a text", default)
        bad = forbidden(value)
        if bad:
            raise BadMapping(f'in the mapping "{self.where(name)}" holds a character that cannot be shown ({bad})')
        if default is None and not value.strip():
            raise BadMapping(f'in the mapping "{self.where(name)}" is empty')
        return value

    def one_of(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(name, default)
        if value not in allowed and value != default:
            raise BadMapping(f'in the mapping "{self.where(name)}" must be one of: {", ".join(allowed)}')
        return value

    def flag(self, name: str) -> bool:
        return bool(self.take(name, bool, "true or false", False))

    def texts(self, name: str, default: list[str] | None = None) -> list[str]:
        value: list[str] = self.take(name, list, "a list of texts", default)
        if not all(isinstance(item, str) for item in value):
            raise BadMapping(f'in the mapping "{self.where(name)}" must be a list of texts')
        return value

    def table(self, name: str, default: dict[str, Any] | None = None) -> "Table":
        return Table(self.take(name, dict, "a table", default), self.where(name))

    def words(self, name: str) -> Words:
        table = self.table(name, {})
        for tag in table.values:
            if not TAG.fullmatch(tag):
                raise BadMapping(f'in the mapping "{table.where(tag)}" is no language')
        return {tag: table.text(tag) for tag in table.values}

    def done(self) -> None:
        unknown = sorted(set(self.values) - self.taken)
        if unknown:
            raise BadMapping(f'the mapping has an unknown key "{self.where(unknown[0])}"')
