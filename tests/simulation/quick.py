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


Reading, Writing = Select | CompoundSelect | TextClause, Insert | Update | Delete


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
    of: Executable  # or another one that was made out of it
    dialect: Dialect
    compiled: SQLCompiler
    values: Values  # that the statement brings along
    lists: tuple[str, ...]  # the names of values of which there may be several
    texts: dict[tuple[int, ...], Text] = field(default_factory=dict)  # by how long the lists are


@dataclass
class Read(Compiled):
    meta: SimpleResultMetaData = field(kw_only=True)
    rows: Process | None = field(kw_only=True)  # for what the driver gives in another form


class Written(NamedTuple):
    rowcount: int


def execute(self: Connection, statement: Executable, parameters: Any = None, **options: Any) -> Any:
    names = _names(statement, parameters)
    if names is None:
        return _execute(self, statement, parameters, **options)
    known = statement.__dict__.get("_known")
    if known is None or known["of"] is not statement:  # what was made out of another one has what that one knew
        statement.__dict__["_known"] = {"of": statement}
        return _execute(self, statement, parameters, **options)
    ready = known.get(names)
    if ready is None or ready.dialect is not self.dialect:
        ready = known[names] = _compiled(statement, self.dialect, names)
    text, values = _filled(ready, parameters or {})
    cursor: Any = self.connection.cursor()
    try:
        cursor.execute(text.sql, values)
        if cursor.description is None:
            return Written(cursor.rowcount)
        found = cursor.fetchall()
    except self.dialect.loaded_dbapi.Error:
        return _execute(self, statement, parameters, **options)  # it fails again, and is wrapped
    if isinstance(ready, Read):
        return IteratorResult(ready.meta, iter([ready.rows(row) for row in found] if ready.rows else found))
    return IteratorResult(_head(text.sql, cursor), iter(found))


def _names(statement: Executable, parameters: Any) -> tuple[str, ...] | None:
    """What a compiled statement hangs on: for what is written, of which columns there are values. None: not quick."""
    if isinstance(parameters, list):
        return None
    if isinstance(statement, Reading):
        return ()
    return tuple(parameters or ()) if isinstance(statement, Writing) and not statement._returning else None


def _compiled(statement: Any, dialect: Dialect, names: Sequence[str]) -> Compiled:
    compiled = statement.compile(dialect=dialect, column_keys=[*names] if isinstance(statement, Writing) else None)
    assert isinstance(compiled, SQLCompiler)
    assert not compiled.literal_execute_params
    lists = tuple(sorted({compiled.bind_names[one] for one in compiled.post_compile_params}))
    what = statement, dialect, compiled, compiled.construct_params(_check=False), lists
    if not isinstance(statement, Select | CompoundSelect):
        assert not [*compiled.insert_prefetch, *compiled.update_prefetch]
        return Compiled(*what)
    columns = compiled._result_columns
    process = [column.type._cached_result_processor(dialect, None) for column in columns]
    meta = SimpleResultMetaData([column.keyname for column in columns])
    return Read(*what, meta=meta, rows=_processing(process) if any(process) else None)


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
    cursor: Any = self.connection.cursor()
    try:
        if isinstance(parameters, list):
            return Written(cursor.executemany(statement, parameters).rowcount)
        cursor.execute(statement, parameters or ())
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
