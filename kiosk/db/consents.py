"""Consents that somebody else gave for who is 14 by now. The day brings them: they are drawn up each night, since to
find them every member has to be read. One that is touched afterwards comes off (triggers of migration 0007).
"""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True)
class Due:
    id: str  # of the record
    person: str
    household: str
    day: str  # on which it was given


# Households that disagree about the birth date: the later one counts, as for a release.
_DRAW_UP = """
INSERT INTO consents_due (id, person, household, day)
SELECT id, person, household, json_extract(data, '$.fields.at') FROM (
    SELECT id, person, household, data, json_extract(data, '$.fields.text') AS said FROM families
    WHERE kind = 'consent' AND person <> '' AND coalesce(json_extract(data, '$.fields.giver'), '') NOT IN ('', person)
        AND coalesce(json_extract(data, '$.fields.withdrawn'), '') = ''
) AS given
WHERE (
    SELECT max(json_extract(data, '$.fields.born')) FROM families
    WHERE kind = 'member' AND person = given.person
) BETWEEN '1' AND :born_by
AND NOT EXISTS (
    SELECT 1 FROM families AS own WHERE own.kind = 'consent' AND own.person = given.person
        AND json_extract(own.data, '$.fields.giver') = given.person AND json_extract(own.data, '$.fields.text') = said
        AND coalesce(json_extract(own.data, '$.fields.withdrawn'), '') = ''
)
AND NOT EXISTS (SELECT 1 FROM family_edits WHERE kind = 'consent' AND person = given.person)
"""
_HIDDEN = """(
    EXISTS (SELECT 1 FROM families AS home WHERE home.kind = 'household' AND home.id = consents_due.household
        AND json_extract(home.data, '$.fields.shielded'))
    OR EXISTS (SELECT 1 FROM family_edits AS edit WHERE edit.household = consents_due.household
        AND edit.field = 'shielded' AND edit.now = 'true')
)"""


class ConsentsDue:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def draw_up(self, born_by: str) -> None:
        """`born_by` is the latest day of birth of who is 14."""
        self._connection.exec_driver_sql("DELETE FROM consents_due")
        self._connection.exec_driver_sql(_DRAW_UP, {"born_by": born_by})

    def all(self) -> list[Due]:
        rows = self._connection.exec_driver_sql("SELECT id, person, household, day FROM consents_due ORDER BY day, id")
        return [Due(*row) for row in rows]

    def count(self, *, shielded: bool) -> int:
        """How many; with those of shielded households, or without."""
        which = "" if shielded else f"WHERE NOT {_HIDDEN}"
        query = f"SELECT count(*) FROM consents_due {which}"  # noqa: S608 - constants
        return int(self._connection.exec_driver_sql(query).scalar_one())
