"""A real central in a thread of the test, that can be cut off and brought back at the same address."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from central import enrolments, feed, grants, tls
from central.clock import Clock, now
from central.db import Tx, writing
from central.db import cases as case_store
from central.db import events as event_store
from central.opening import Central, open_central
from central.settings import Settings
from tests.reopened import reopened
from tests.serving import Door


class CentralAt:
    def __init__(self, folder: Path, clock: Clock = now, before: Central | None = None) -> None:
        """`before`: the one whose files the folder holds, copied and untouched."""
        folder.mkdir(parents=True, exist_ok=True)
        self._settings = Settings(database=f"sqlite:///{folder / 'central.db'}", clock=clock)
        self.own = reopened(before, self._settings) if before else open_central(self._settings)
        self._served = self.own
        self._door: Door | None = None
        self._port = 0
        self.url = ""

    def back(self) -> None:
        """Central answers, at the address it had."""
        if self._port:
            self._served = open_central(self._settings)  # it comes back as another process, from its files
        certificate = self._settings.folder() / tls.SERVER_FILE
        secured = certificate.exists()
        self._door = Door(self._served, self._port, certificate if secured else None)
        self._port = self._door.port
        self.url = f"{'https' if secured else 'http'}://127.0.0.1:{self._port}"

    def cut(self) -> None:
        if self._door is not None:
            self._door.close()
            self._served.close()
            self._door = None

    def writing(self) -> Any:
        """A writing transaction at central."""
        return writing(self.own.engine)

    def publish(self, kind: str, id_: str, data: Mapping[str, Any], scope: str = "public") -> None:
        with self.writing() as tx:
            said = feed.publish(tx, kind, id_, dict(data), scope=scope)
            assert isinstance(said, feed.Change), said

    def publish_all(self, kind: str, records: Mapping[str, Mapping[str, Any]], scope: str = "public") -> None:
        """Many of a kind: id -> data."""
        with self.writing() as tx:
            said = feed.publish_all(tx, [feed.Draft(kind, id_, data, scope) for id_, data in records.items()])
            assert all(isinstance(one, feed.Change) for one in said)

    def withdraw(self, kind: str, id_: str) -> None:
        with self.writing() as tx:
            feed.withdraw(tx, kind, id_)

    def invite(self, hub: str = "hub-1", role: str = "touch") -> str:
        with self.writing() as tx:
            return enrolments.invite(tx, self.own.keys, hub, role, "door", self.own.clock())

    def grant(self, station: str, count: int) -> dict[int, str]:
        """Blanks for a station: serial -> code."""
        with self.writing() as tx:
            signed = grants.grant_blanks(tx, self.own.keys, station, count, date(2026, 12, 1))
        return {blank.serial: blank.code for blank in signed}

    def cards(self, *people: str, hub: str = "hub-1") -> dict[str, str]:
        """Live cards bound to people of one household at a hub: person -> code."""
        with self.writing() as tx:
            return {person: self._card(tx, person, number, hub) for number, person in enumerate(people)}

    def _card(self, tx: Tx, person: str, number: int, hub: str) -> str:
        blank = grants.sign_cards(tx, self.own.keys, 1, date(2026, 12, 1))[0]
        face = {"household": "household-1", "first_name": person.capitalize(), "creature": "fox"}
        bound = {"serial": blank.serial, "person": person, "household": "household-1", "live": True}
        feed.publish(tx, "person", person, face, scope=f"hub:{hub}")
        feed.publish(tx, "card", str(blank.serial), bound, scope=f"hub:{hub}")
        return blank.code

    def card_of(self, person: str, household: str, hub: str = "hub-1") -> str:
        """One more card of somebody who is known already, within another of their homes."""
        with self.writing() as tx:
            blank = grants.sign_cards(tx, self.own.keys, 1, date(2026, 12, 1))[0]
            bound = {"serial": blank.serial, "person": person, "household": household, "live": True}
            feed.publish(tx, "card", str(blank.serial), bound, scope=f"hub:{hub}")
            return blank.code

    def cases(self) -> list[str]:
        """The kinds of those that are open."""
        with self.writing() as tx:
            return [case.kind for case in case_store.still_open(tx)]

    def counts(self) -> event_store.Counts:
        with self.writing() as tx:
            return event_store.counts(tx)
