"""A throw-away PostgreSQL server, from the programs this machine has; it ends with the tests, even by kill -9."""

import ctypes
import fcntl
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")  # Debian's and Ubuntu's
_PREFIX = "wishmi-postgres-"
_PR_SET_PDEATHSIG = 1
_READY = "ready to accept connections"
_OLD = 3600  # seconds
_PATIENCE = 60  # seconds for the server to come up
_ROOM = 2 * 2**30  # bytes
_OPTIONS = {
    "fsync": "off",  # nothing here is to outlive the machine
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "deadlock_timeout": "100ms",
    "shared_buffers": "64MB",
    "max_wal_size": "4GB",
    "dynamic_shared_memory_type": "mmap",
}


_DURABLE = {"fsync": "on", "full_page_writes": "on", "autovacuum": "on"}


class NoServer(Exception):
    """There is none, or it did not start; the message says what is missing."""


@dataclass
class Postgres:
    """A running server. Its superuser is "wishmi", without password, from this machine only."""

    folder: Path
    port: int
    _names: Iterator[int] = field(default_factory=count)
    _own: "psycopg.Connection[Any] | None" = None

    def url(self, name: str) -> str:
        return f"postgresql://wishmi@/{name}?host={self.folder}&port={self.port}"

    def loopback(self, name: str) -> str:
        return f"postgresql://wishmi@127.0.0.1:{self.port}/{name}"

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The name of a new database, a copy of `template`; dropped at the end, whoever is still in it."""
        name = f"test_{next(self._names)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}{self._by_files()}")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        self._connection().execute(statement.encode())

    def close(self) -> None:
        if self._own:
            self._own.close()

    def _connection(self) -> "psycopg.Connection[Any]":
        self._own = self._own or psycopg.connect(self.url("postgres"), autocommit=True)
        return self._own

    def _by_files(self) -> str:
        """The quicker way to copy a small database; before version 15 there was no other."""
        return " STRATEGY FILE_COPY" if self._connection().info.server_version >= 150000 else ""


@contextmanager
def running(*, durable: bool = False) -> Iterator[Postgres]:
    """`durable`: on disk, and each commit with it, as a city's is. Raises NoServer."""
    programs = _programs()
    disk = Path(tempfile.gettempdir())
    place = disk if durable else _quick_place() or disk
    _sweep(place)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
    held = _hold(folder)
    try:
        _make(programs, folder)
        with _started(programs, folder, _DURABLE if durable else {}) as server:
            yield server
    finally:
        shutil.rmtree(folder)
        os.close(held)


def _hold(folder: Path) -> int:
    """Lock the folder as long as this process lives; raises BlockingIOError when another does."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def _sweep(place: Path) -> None:
    """Remove what tests left that were killed; not what another is just making."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError, PermissionError, BlockingIOError):
            if time.time() - folder.stat().st_mtime < _OLD:
                continue
            held = _hold(folder)
            shutil.rmtree(folder)
            os.close(held)


def _quick_place() -> Path | None:
    """Memory, where there is plenty of it; containers often give 64 MB."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


def _programs() -> Path:
    """The folder of the newest server's programs."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    initdb = found[-1] if found else shutil.which("initdb")
    if initdb is None:
        raise NoServer("central is tested on PostgreSQL too: apt-get install postgresql, or put initdb on the PATH")
    return Path(initdb).parent


def _user() -> str | None:
    """Whom the server runs as: it refuses to be root's."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _make(programs: Path, folder: Path) -> None:
    if user := _user():
        shutil.chown(folder, user)
    command = [
        str(programs / "initdb"),
        "-D",
        str(folder / "data"),
        "-U",
        "wishmi",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    done = subprocess.run([*command, "--locale=C.UTF-8"], cwd=folder, user=user, capture_output=True, text=True)
    if done.returncode:
        raise NoServer(f"initdb: {done.stderr.strip()}")


@contextmanager
def _started(programs: Path, folder: Path, options: Mapping[str, str]) -> Iterator[Postgres]:
    port = _free_port()
    settings = {**_OPTIONS, **options, "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder}
    said = [text for name, value in settings.items() for text in ("-c", f"{name}={value}")]
    process = subprocess.Popen(
        [programs / "postgres", "-D", folder / "data", *said],
        cwd=folder,
        user=_user(),
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_end_with_us,
    )
    assert process.stderr is not None
    log = _Log(process.stderr)
    try:
        log.wait()
        server = Postgres(folder, port)
        yield server
        server.close()
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait()
        log.close()


class _Log:
    """Reads what the server says, or it would stand still once the pipe is full."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lines: list[str] = []
        self._told = threading.Event()  # ready, or over
        self._thread = threading.Thread(target=self._read, name="postgres", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        for line in self._stream:
            self._lines = [*self._lines[-20:], line]
            if _READY in line:
                self._told.set()
        self._told.set()

    def wait(self) -> None:
        if not self._told.wait(_PATIENCE) or not any(_READY in line for line in self._lines):
            raise NoServer("".join(self._lines) or "postgres did not start")

    def close(self) -> None:
        self._thread.join()
        self._stream.close()


def _end_with_us() -> None:
    """In the child: end at once when the tests end (Linux)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
