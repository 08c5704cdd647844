"""Central as a node: its real core on a real database file, which can crash, be backed up and be restored."""

import shutil
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from central import asking, certificates, events, leases, pages, pending, scope, snapshot
from central.certificates import NotRenewed
from central.db import Tx, digests, meta, reading, standing, stations, writing
from central.db import events as event_store
from central.db.stations import Station
from central.events import NotTaken
from central.opening import Central, open_central
from central.pages import Lost
from central.settings import Settings
from kiosk.domain import wire
from kiosk.domain.wire import Cursor
from kiosk.sync.central import CentralUnreachable, Restarted
from tests.simulation import warm
from tests.simulation.clocks import Machine

Shown = dict[tuple[str, str], tuple[int, str]]  # (kind, id) -> (version, data) of what is live


class CentralCrashed(BaseException):
    """Central stopped before it committed."""


class CentralNode:
    """The calls of the wire, one transaction each; and what can happen to a server in its cupboard."""

    def __init__(self, folder: Path, machine: Machine) -> None:
        self._folder = folder
        self._machine = machine
        self._crashes = False
        self._backups: list[Path] = []
        self.restored = 0
        self._open()

    def _open(self) -> None:
        database = self._folder / "central.db"
        self.own: Central = open_central(Settings(database=f"sqlite:///{database}", clock=self._machine.wall))
        self._beside = sqlite3.connect(database, isolation_level=None)

    def close(self) -> None:
        self._beside.close()
        self.own.close()
        warm.let_go(self.own.engine)

    # --- the wire -------------------------------------------------------------------------------------------------

    def feed(self, station: str, cursor: Cursor, limit: int, kinds: Collection[str]) -> bytes:
        with leases.kept_up(self.own.engine, station, self.own.clock()) as tx:
            reply = pages.page(tx, self._scopes(tx, station), cursor, limit, kinds)
            if not isinstance(reply, Lost):
                return reply.plain()
            restart = wire.Restart(meta.get(tx, "epoch"), str(reply), event_store.high_waters(tx, station))
        raise Restarted(wire.parse_restart(wire.dump_restart(restart)))

    def digests(self, station: str) -> bytes:
        with reading(self.own.engine) as tx:
            sums = digests.sums(tx, self._scopes(tx, station))
            return wire.dump_digests(wire.Digests(meta.get(tx, "epoch"), meta.highest_rev(tx), sums))

    def push(self, station: str, content: bytes) -> bytes:
        with writing(self.own.engine) as tx:
            sender, batch = self._who(tx, station), wire.parse_batch(content)
            taken = events.take_in(tx, self.own.journal, sender, batch, self.own.now())
            if self._crashes:
                raise CentralCrashed
        if isinstance(taken, NotTaken):
            raise CentralUnreachable(taken.why)
        return wire.dump_answers(taken)

    def renew(self, station: str, public: bytes) -> bytes:
        with writing(self.own.engine) as tx:
            answer = certificates.renew(tx, self.own.keys, self._who(tx, station), public, self.own.clock())
            if self._crashes:
                raise CentralCrashed
        if isinstance(answer, NotRenewed):
            raise CentralUnreachable(answer.why)
        return answer

    def allot(self, station: str, content: bytes) -> bytes:
        with writing(self.own.engine) as tx:
            said = asking.take(tx, self._who(tx, station), wire.parse_allotments(content), self.own.now())
            if self._crashes:
                raise CentralCrashed
        return wire.dump_allotments_answer(said)

    def pending(self, station: str, content: bytes) -> bytes:
        with writing(self.own.engine) as tx:
            said = pending.take(tx, self._who(tx, station), wire.parse_pending(content), self.own.now())
            if self._crashes:
                raise CentralCrashed
        return wire.dump_pending_answer(said)

    def snapshot(self, path: Path) -> None:
        with reading(self.own.engine) as tx, path.open("wb") as file:
            snapshot.write(tx, file)

    # --- what a server lives through ------------------------------------------------------------------------------

    @contextmanager
    def crashing(self) -> Iterator[None]:
        """What is asked now never commits."""
        self._crashes = True
        try:
            yield
        finally:
            self._crashes = False

    def back_up(self) -> None:
        """A copy of the database alone, as a nightly job makes it: the journal is not in it."""
        path = self._folder / f"backup-{len(self._backups)}.db"
        with closing(sqlite3.connect(self._folder / "central.db")) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
        self._backups.append(path)

    def restore(self, number: int) -> bool:
        """Put an old copy in the place of the database; False when there is none yet."""
        if not self._backups:
            return False
        self.close()
        for file in self._folder.glob("central.db*"):
            file.unlink()
        shutil.copy(self._backups[number % len(self._backups)], self._folder / "central.db")
        self._open()
        self.restored += 1
        return True

    def forgive_all(self) -> None:
        """The office lets every station renew a certificate that has run out."""
        with writing(self.own.engine) as tx:
            for station in stations.every(tx):
                standing.forgive(tx, station.id)

    # --- for whoever checks ---------------------------------------------------------------------------------------

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Beside central's own connections, and past SQLAlchemy: this is asked after every step."""
        return self._beside.execute(statement, values).fetchall()

    def version(self) -> tuple[int, int]:
        """Another one after each commit, and the same as long as there is none: what was read then is still true."""
        return self.restored, self.rows("PRAGMA data_version")[0][0]

    def shown_to(self, station: str) -> Shown:
        """The live records that this station may see."""
        with reading(self.own.engine) as tx:
            seen = self._scopes(tx, station)
        rows = self.rows("SELECT kind, id, v, data, scope FROM records WHERE state = 'live'")
        return {(kind, id_): (v, data) for kind, id_, v, data, scope in rows if scope in seen}

    def _scopes(self, tx: Tx, station: str) -> tuple[str, ...]:
        who = self._who(tx, station)
        return scope.seen_by(who.id, who.hub, who.role)

    def _who(self, tx: Tx, station: str) -> Station:
        who = stations.by_id(tx, station)
        if who is None:
            raise CentralUnreachable("unknown")
        return who
