"""Opens central: database at its head, epoch drawn, keys there and published. Whatever is missing is made."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import files, keyfiles, leads, migrations, published, reconciling, tls, witness
from central.clock import Clock, text
from central.db import Engine, Tx, epochs, locks, meta, open_engine, reading, writing
from central.db.stations import Station
from central.db.together import Together
from central.journal import FILE as JOURNAL_FILE
from central.journal import Journal
from central.keyfiles import KeysUnreadable, Ring
from central.keys import Keys, completed
from central.pages import Segments
from central.settings import Settings
from central.snapshot import Snapshots
from kiosk.domain.keys import raw_public

log = logging.getLogger(__name__)


class WrongKeys(Exception):
    """The key files are not those this database was made with: its stations trust another root."""


@dataclass(frozen=True)
class Central:
    """What every call works with: the database, the keys, the clock, the folder where its files lie, the catalogue as
    it was packed for all, the stations as they were heard, and where those meet that share a transaction."""

    engine: Engine
    ring: Ring
    clock: Clock
    folder: Path
    journal: Journal
    snapshots: Snapshots
    segments: Segments
    seen: dict[str, Station] = field(default_factory=dict)  # stations that were heard, by id, as they were then
    asks: Together = field(default_factory=Together)  # who asks for value online
    looks: Together = field(default_factory=Together)  # who only wants to read

    @property
    def keys(self) -> Keys:
        """The keys as they are now: another process may have rotated them."""
        return self.ring.keys()

    def now(self) -> str:
        return text(self.clock())

    def root_certificate(self) -> str:
        """PEM, "" where the root key was away when it was to be made."""
        file = self.folder / tls.ROOT_FILE
        return file.read_text() if file.exists() else ""

    def look(self) -> None:
        """Note how far the database has come. If it has gone back, it was restored, and another epoch begins."""
        before = witness.read(self.folder / witness.FILE)
        with reading(self.engine) as tx:
            older, here = witness.is_older(tx, before), witness.here(tx)
        if older:
            witness.begin_anew(self.engine, before, self.now())
            reconciling.reconcile(self.engine, self.journal, self.now())
            with reading(self.engine) as tx:
                here = witness.here(tx)
        if here != before:
            witness.write(self.folder / witness.FILE, here)

    def close(self) -> None:
        self.asks.close()
        self.looks.close()
        try:
            self.look()
        except OSError as problem:
            log.warning("closed without a last look: %s", type(problem).__name__)
        finally:
            self.engine.dispose()


def open_central(settings: Settings) -> Central:
    """Raises WrongKeys, KeysUnreadable, Busy; ValueError for a database URL that central does not speak."""
    engine = open_engine(settings.database)
    try:
        return _opened(settings, engine)
    except BaseException:
        engine.dispose()
        raise


def _opened(settings: Settings, engine: Engine) -> Central:
    settings.prepare()
    migrations.upgrade(engine)
    working = _keys(settings, engine)
    with reading(engine) as tx:
        ready = _is_ready(tx, working)
    if not ready:
        with writing(engine) as tx:
            locks.opening(tx)
            if meta.get(tx, "root") not in ("", working.root_public.hex()):  # another was first, with other keys
                raise WrongKeys(settings.working_file().name)
            _make_ready(tx, working, text(settings.clock()))
    with reading(engine) as tx:
        journal = Journal(settings.folder() / JOURNAL_FILE, epochs.first(tx))
    snapshots = Snapshots(engine, settings.folder() / "snapshots", settings.clock)
    ring = Ring(settings.working_file(), working)
    central = Central(engine, ring, settings.clock, settings.folder(), journal, snapshots, Segments())
    central.look()
    reconciling.reconcile(engine, journal, central.now())
    return central


@contextmanager
def opened(settings: Settings) -> Iterator[Central]:
    central = open_central(settings)
    try:
        yield central
    finally:
        central.close()


def _keys(settings: Settings, engine: Engine) -> Keys:
    with reading(engine) as tx:
        root = meta.get(tx, "root")
    working = keyfiles.load(settings.working_file())
    if root and (working is None or working.root_public.hex() != root):
        raise WrongKeys(settings.working_file().name)
    working = working or keyfiles.load_or_make(settings.root_file(), settings.working_file())
    at_hand = _root_at_hand(settings, working)
    return _completed(settings, at_hand, working) if at_hand else working


def _root_at_hand(settings: Settings, working: Keys) -> Ed25519PrivateKey | None:
    """The root's private half, while it is there and is this root's."""
    try:
        root = keyfiles.root(settings.root_file())
    except (OSError, KeysUnreadable):
        return None
    return root if raw_public(root) == working.root_public else None


def _completed(settings: Settings, root: Ed25519PrivateKey, working: Keys) -> Keys:
    """What only the root can make, and an older release did not: the next keys, the certificate for TLS."""
    certificate = settings.folder() / tls.ROOT_FILE
    if not certificate.exists():
        files.replace(certificate, tls.root_certificate(root))
    if completed(root, working) is working:
        return working
    with files.locked(settings.root_file()):
        now = completed(root, keyfiles.load(settings.working_file()) or working)
        files.replace(settings.working_file(), keyfiles.dump(now))
    return now


def _is_ready(tx: Tx, working: Keys) -> bool:
    fed = published.listed(tx, working.root_public)
    if fed.number > working.listed().number:
        log.warning("keys.json is older than the list that stations hold: bring the newest, or rotate")
    return epochs.current(tx) != "" and fed.number >= working.listed().number and not leads.without(tx)


def _make_ready(tx: Tx, working: Keys, now: str) -> None:
    if not epochs.current(tx):
        epochs.begin(tx, secrets.token_hex(8))
        meta.put(tx, "root", working.root_public.hex())
    published.publish(tx, working)
    locks.enrolment(tx)
    leads.settle_all(tx, now)
