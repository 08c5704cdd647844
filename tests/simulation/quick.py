"""What is asked of a database, past most of SQLAlchemy, whose care for each statement costs more than the statement.

A statement that was built once, as nearly all are, is compiled when it is asked for the second time; from then on its
text goes to the driver, and its rows into a result of SQLAlchemy's own kind. What was built for this once, what gives
back what it wrote and what fails goes the usual way. A test compares all that a seed reads with what SQLAlchemy would
have read, and all that it writes with what SQLAlchemy would have told the driver.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unittest.mock import patch

from sqlalchemy import Connection, Delete, Dialect, Executable, Insert, Select, TextClause, Update
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import CompoundSelect

Values = Mapping[str, Any]
Process = Callable[[Any], Any]
_execute, _driver = Connection.execute, Connection.exec_driver_sql


def asking() -> AbstractContextManager[object]:
    """While this is on, any database in this process is asked so."""
    return patch.multiple(Connection, execute=execute, exec_driver_sql=exec_driver_sql)


# --- statements of SQLAlchemy ---------------------------------------------------------------------------------------


class Text(NamedTuple):
    """A statement as the driver takes it: its text, and whose values its question marks are."""

    sql: str
    names: tuple[str, ...]
    process: tuple[tuple[str, Process], ...]  # of the values that the driver does not take as they are


@dataclass
class Compiled:
    dialect: Dialect
    compiled: SQLCompiler
    values: Values  # that the statement brings along
    lists: tuple[str, ...]  # the names of values of which there may be several
    meta: SimpleResultMetaData | None = None  # None: what the driver says
    rows: Process | None = None  # for what the driver gives in another form
    texts: dict[tuple[int, ...], Text] = field(default_factory=dict)  # by how long the lists are


@dataclass
class Asked:
    """A statement that was asked before. What is written hangs on the columns of which there are values."""

    of: Executable  # what was made out of it has what it knew, and is another one
    writes: bool
    ready: dict[tuple[str, ...], Compiled] = field(default_factory=dict)


class Written(NamedTuple):
    rowcount: int


def execute(self: Connection, statement: Executable, parameters: Any = None, **options: Any) -> Any:
    asked: Asked | None = statement.__dict__.get("_asked")
    if asked is None or asked.of is not statement or parameters.__class__ is list:
        _first(statement)
        return _execute(self, statement, parameters, **options)
    names = tuple(parameters or ()) if asked.writes else ()
    ready = asked.ready.get(names)
    if ready is None or ready.dialect is not self.dialect:
        ready = asked.ready[names] = _compiled(statement, self.dialect, names, writes=asked.writes)
    text, values = _filled(ready, parameters or {})
    try:
        cursor = _driver_of(self).execute(text.sql, values)
        if cursor.description is None:
            return Written(cursor.rowcount)
        found = cursor.fetchall()
    except self.dialect.loaded_dbapi.Error:
        return _execute(self, statement, parameters, **options)  # it fails again, and is wrapped
    meta, rows = ready.meta or _head(text.sql, cursor), ready.rows
    return IteratorResult(meta, iter([rows(row) for row in found] if rows else found))


def _driver_of(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _first(statement: Executable) -> None:
    """It is compiled if it comes again; what gives back what it wrote, or has no words of its own, never."""
    if isinstance(statement, Select | CompoundSelect | TextClause):
        statement.__dict__["_asked"] = Asked(statement, writes=False)
    elif isinstance(statement, Insert | Update | Delete) and not statement._returning:
        statement.__dict__["_asked"] = Asked(statement, writes=True)


def _compiled(statement: Any, dialect: Dialect, names: Sequence[str], *, writes: bool) -> Compiled:
    compiled = statement.compile(dialect=dialect, column_keys=[*names] if writes else None)
    assert isinstance(compiled, SQLCompiler)
    assert not [*compiled.literal_execute_params, *compiled.insert_prefetch, *compiled.update_prefetch]
    lists = tuple(sorted({compiled.bind_names[one] for one in compiled.post_compile_params}))
    known = Compiled(dialect, compiled, compiled.construct_params(_check=False), lists)
    if isinstance(statement, Select | CompoundSelect):
        columns = compiled._result_columns
        process = [column.type._cached_result_processor(dialect, None) for column in columns]
        known.meta = SimpleResultMetaData([column.keyname for column in columns])
        known.rows = _processing(process) if any(process) else None
    if not lists:
        known.texts[()] = _text(compiled, dict(known.values))
    return known


def _processing(process: Sequence[Process | None]) -> Process:
    return lambda row: tuple(one(value) if one else value for one, value in zip(process, row, strict=True))


def _filled(known: Compiled, asked: Values) -> tuple[Text, list[Any]]:
    values = {**known.values, **asked}
    text = _spread(known, values) if known.lists else known.texts[()]
    for name, process in text.process:
        values[name] = process(values[name])
    return text, [values[name] for name in text.names]


def _spread(known: Compiled, values: dict[str, Any]) -> Text:
    """A question mark for each value of a list."""
    lists = {name: [*values.pop(name)] for name in known.lists}
    lengths = tuple(map(len, lists.values()))
    text = known.texts.get(lengths)
    if text is None:
        text = known.texts[lengths] = _text(known.compiled, {**values, **lists})
    for name, several in lists.items():
        values |= {f"{name}_{n}": one for n, one in enumerate(several, 1)}
    return text


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
    try:
        if parameters.__class__ is list:
            return Written(_driver_of(self).executemany(statement, parameters).rowcount)
        cursor = _driver_of(self).execute(statement, parameters or ())
        if cursor.description is None:
            return Written(cursor.rowcount)
        found = cursor.fetchall()
    except self.dialect.loaded_dbapi.Error:
        return _driver(self, statement, parameters, **options)
    return IteratorResult(_head(statement, cursor), iter(found))


def _head(sql: str, cursor: Any) -> SimpleResultMetaData:
    head = _heads.get(sql)
    if head is None:
        head = _heads[sql] = SimpleResultMetaData([column[0] for column in cursor.description])
    return head
