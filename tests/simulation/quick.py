"""What is read of a database, past most of SQLAlchemy, whose care for each statement costs more than the statement.

A statement that was built once, as nearly all are, is compiled when it is asked for the second time; from then on its
text goes to the driver, and its rows into a result of SQLAlchemy's own kind. What writes, what was built for this once
and what fails goes the usual way. A test compares all that a seed reads with what SQLAlchemy would have read.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unittest.mock import patch

from sqlalchemy import Connection, Dialect, Executable, Select
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import CompoundSelect

Values = Mapping[str, Any]
Process = Callable[[Any], Any]
_execute, _driver = Connection.execute, Connection.exec_driver_sql


def reading() -> AbstractContextManager[object]:
    """While this is on, what is read of any database in this process is read so."""
    return patch.multiple(Connection, execute=execute, exec_driver_sql=exec_driver_sql)


# --- statements of SQLAlchemy ---------------------------------------------------------------------------------------


class Text(NamedTuple):
    """A statement as the driver takes it: its text, and whose values its question marks are."""

    sql: str
    names: tuple[str, ...]
    process: tuple[tuple[str, Process], ...]  # of the values that the driver does not take as they are


@dataclass
class Compiled:
    of: Executable  # or another one that was made out of it
    dialect: Dialect
    compiled: SQLCompiler
    values: Values  # that the statement brings along
    lists: tuple[str, ...]  # the names of values of which there may be several
    meta: SimpleResultMetaData
    rows: Process | None  # for what the driver gives in another form
    texts: dict[tuple[int, ...], Text] = field(default_factory=dict)  # by how long the lists are


def execute(self: Connection, statement: Executable, parameters: Any = None, **options: Any) -> Any:
    if not isinstance(statement, Select | CompoundSelect) or isinstance(parameters, list):
        return _execute(self, statement, parameters, **options)
    known = statement.__dict__.get("_known")
    if not isinstance(known, Compiled) or known.of is not statement or known.dialect is not self.dialect:
        statement.__dict__["_known"] = _compiled(statement, self.dialect) if known is statement else statement
        return _execute(self, statement, parameters, **options)
    text, values = _filled(known, parameters or {})
    cursor = self.connection.cursor()
    try:
        found = cursor.execute(text.sql, values).fetchall()
    except self.dialect.loaded_dbapi.Error:
        return _execute(self, statement, parameters, **options)  # it fails again, and is wrapped
    return IteratorResult(known.meta, iter([known.rows(row) for row in found] if known.rows else found))


def _compiled(statement: Select[Any] | CompoundSelect[Any], dialect: Dialect) -> Compiled:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    assert not compiled.literal_execute_params
    columns = compiled._result_columns
    process = [column.type._cached_result_processor(dialect, None) for column in columns]
    return Compiled(
        of=statement,
        dialect=dialect,
        compiled=compiled,
        values=compiled.construct_params(_check=False),
        lists=tuple(sorted({compiled.bind_names[one] for one in compiled.post_compile_params})),
        meta=SimpleResultMetaData([column.keyname for column in columns]),
        rows=_processing(process) if any(process) else None,
    )


def _processing(process: Sequence[Process | None]) -> Process:
    return lambda row: tuple(one(value) if one else value for one, value in zip(process, row, strict=True))


def _filled(known: Compiled, asked: Values) -> tuple[Text, list[Any]]:
    values = {**known.values, **asked}
    lists = {name: [*values.pop(name)] for name in known.lists}
    lengths = tuple(map(len, lists.values()))
    text = known.texts.get(lengths)
    if text is None:
        text = known.texts[lengths] = _text(known.compiled, {**values, **lists})
    for name, several in lists.items():
        values |= {f"{name}_{n}": one for n, one in enumerate(several, 1)}
    for name, process in text.process:
        values[name] = process(values[name])
    return text, [values[name] for name in text.names]


def _text(compiled: SQLCompiler, values: dict[str, Any]) -> Text:
    as_is = {name: process for name, process in compiled._bind_processors.items() if name in values}
    if not compiled.post_compile_params:
        return Text(compiled.string, tuple(compiled.positiontup or ()), tuple(as_is.items()))  # type: ignore[arg-type]
    whole = compiled._process_parameters_for_postcompile(values)
    kept = {
        name: process for name, process in {**as_is, **whole.processors}.items() if name in (whole.positiontup or ())
    }
    return Text(whole.statement, tuple(whole.positiontup or ()), tuple(kept.items()))  # type: ignore[arg-type]


# --- statements in the driver's own words ---------------------------------------------------------------------------

_heads: dict[str, SimpleResultMetaData] = {}


def exec_driver_sql(self: Connection, statement: str, parameters: Any = None, **options: Any) -> Any:
    if isinstance(parameters, list) or not statement.lstrip().startswith(("SELECT", "WITH")):
        return _driver(self, statement, parameters, **options)
    cursor = self.connection.cursor()
    try:
        cursor.execute(statement, parameters or ())
        found = cursor.fetchall()
    except self.dialect.loaded_dbapi.Error:
        return _driver(self, statement, parameters, **options)
    head = _heads.get(statement)
    if head is None:
        head = _heads[statement] = SimpleResultMetaData([column[0] for column in cursor.description])
    return IteratorResult(head, iter(found))
