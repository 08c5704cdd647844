"""What SQLite and PostgreSQL say in different words: the one place that knows both."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, LargeBinary, Row, Table, Text, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from central.db.engine import Tx

# Texts compare byte by byte on both, whatever language the database server was set up in.
Words = Text().with_variant(Text(collation="C"), "postgresql")
# 64 bits on both; SQLite knows its own row number only by the name INTEGER.
Whole = BigInteger().with_variant(Integer(), "sqlite")

PERSON = {"sqlite": "json_extract(data, '$.person')", "postgresql": "(CAST(data AS json) ->> 'person')"}
# PostgreSQL's reader of JSON fails at letters that others take; an index is not to keep a record out. A text of an id
# stands in no other text: there its quotes would be written otherwise.
HOUSEHOLD = {
    "sqlite": "json_extract(data, '$.household')",
    "postgresql": """SUBSTRING(data FROM '"household":"([^"]*)"')""",
}
MEMBER = {
    "sqlite": "json_extract(data, '$.fields.person')",
    "postgresql": """SUBSTRING(data FROM '"person":"([^"]*)"')""",
}


# Of a relation: nobody hands the child to this adult. Quotes in a text are written otherwise; the colon begins no
# parameter.
FORBIDS = {
    "sqlite": r"""kind = 'relation' AND instr(data, '"must_not_collect"\:true') > 0""",
    "postgresql": r"""kind = 'relation' AND strpos(data, '"must_not_collect"\:true') > 0""",
}


class household_in(FunctionElement[str]):  # noqa: N801
    """The `household` of a record's data, likewise."""

    inherit_cache = True
    type = Text()


@compiles(household_in, "sqlite")
def _household_on_sqlite(*_: object, **__: Any) -> str:
    return HOUSEHOLD["sqlite"]


@compiles(household_in, "postgresql")
def _household_on_postgresql(*_: object, **__: Any) -> str:
    return HOUSEHOLD["postgresql"]


class member_in(FunctionElement[str]):  # noqa: N801
    """The `person` of a member's record, likewise."""

    inherit_cache = True
    type = Text()


@compiles(member_in, "sqlite")
def _member_on_sqlite(*_: object, **__: Any) -> str:
    return MEMBER["sqlite"]


@compiles(member_in, "postgresql")
def _member_on_postgresql(*_: object, **__: Any) -> str:
    return MEMBER["postgresql"]


class person_in(FunctionElement[str]):  # noqa: N801 - it reads as the SQL function that it is
    """The `person` of a record's data, in the words of the index that finds it."""

    inherit_cache = True
    type = Text()


@compiles(person_in, "sqlite")
def _person_on_sqlite(*_: object, **__: Any) -> str:
    return PERSON["sqlite"]


@compiles(person_in, "postgresql")
def _person_on_postgresql(*_: object, **__: Any) -> str:
    return PERSON["postgresql"]


class unplanned(FunctionElement[Any]):  # noqa: N801
    """A value that SQLite is not to look at as it plans: it would plan the statement anew for each other one."""

    inherit_cache = True


@compiles(unplanned, "sqlite")
def _unplanned_on_sqlite(element: unplanned, compiler: SQLCompiler, **more: Any) -> str:
    return f"+{compiler.process(element.clauses, **more)}"


@compiles(unplanned, "postgresql")
def _unplanned_on_postgresql(element: unplanned, compiler: SQLCompiler, **more: Any) -> str:
    return str(compiler.process(element.clauses, **more))


class _contains(FunctionElement[bool]):  # noqa: N801
    inherit_cache = True


@compiles(_contains, "sqlite")
def _contains_on_sqlite(element: _contains, compiler: SQLCompiler, **more: Any) -> str:
    return f"instr({compiler.process(element.clauses, **more)}) > 0"


@compiles(_contains, "postgresql")
def _contains_on_postgresql(element: _contains, compiler: SQLCompiler, **more: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **more)}) > 0"


def contains(column: ColumnElement[str], part: str | ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the text holds this part, letter by letter: no wildcards, no folding of case."""
    return _contains(column, part)


def is_postgresql(tx: Tx) -> bool:
    return tx.dialect.name == "postgresql"


def partial(condition: str) -> dict[str, Any]:
    """The options of an index that holds only some rows."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def insert(tx: Tx, table: Table, rows: Sequence[tuple[object, ...]], names: Sequence[str], *, new: bool = False) -> int:
    """Insert many rows of these columns at little cost for each; with `new` only those that are not there yet.

    How many were inserted; only to be relied on for a single row.
    """
    if not rows:
        return 0
    columns = ", ".join(names)
    unless_there = " ON CONFLICT DO NOTHING" if new else ""
    if is_postgresql(tx):  # one statement for all, or triggers would run and counters would pile up for each row
        statement = f"INSERT INTO {table.name} ({columns}) SELECT * FROM {unnest(table, names)}{unless_there}"  # noqa: S608
        return tx.exec_driver_sql(statement, tuple(map(list, zip(*rows, strict=True)))).rowcount
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks}){unless_there}"  # noqa: S608 - names of ours
    return tx.exec_driver_sql(statement, list(rows)).rowcount


def insert_new(
    tx: Tx, table: Table, rows: Sequence[tuple[object, ...]], names: Sequence[str]
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Insert those that are not there yet, and say which: these columns of them."""
    columns = ", ".join(names)
    given: tuple[object, ...]
    if is_postgresql(tx):
        values, given = f"SELECT * FROM {unnest(table, names)}", tuple(map(list, zip(*rows, strict=True)))  # noqa: S608
    else:
        marks = f"({', '.join('?' * len(names))})"
        values, given = f"VALUES {', '.join([marks] * len(rows))}", tuple(value for row in rows for value in row)
    statement = f"INSERT INTO {table.name} ({columns}) {values} ON CONFLICT DO NOTHING RETURNING {columns}"
    return tx.exec_driver_sql(statement, given).all()


def unnest(table: Table, names: Sequence[str]) -> str:
    """PostgreSQL's rows from one array for each column."""
    return "unnest(" + ", ".join(f"%b::{_array(table, name)}" for name in names) + ")"


def _array(table: Table, name: str) -> str:
    type_ = table.c[name].type
    if isinstance(type_, LargeBinary):
        return "bytea[]"
    return "text[]" if isinstance(type_, Text) else "bigint[]"
