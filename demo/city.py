"""An embedded central with the demonstration city, as a process of its own that can be cut off and brought back."""

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from central import demo, nightly
from central.opening import Central, opened
from central.settings import Settings
from kiosk.domain import shortcode
from kiosk.papers.cards import CardFace

ROOT = Path(__file__).parents[1]
_PR_SET_PDEATHSIG = 1


class CityFailed(Exception):
    """A command of central did not do what the demonstration needs; the message is central's own."""


@dataclass(frozen=True)
class Ticket:
    """What a station needs to enrol."""

    code: str
    root: str


class City:
    """Central on loopback. `cut` ends its process, `back` starts it again at the same address.

    `shift` is how far its clock is from the machine's; without one it is served as any central is.
    """

    def __init__(self, folder: Path, shift: timedelta | None = None, database: str = "") -> None:
        self.shift = shift
        folder.mkdir(parents=True, exist_ok=True)
        self._database = database or f"sqlite:///{folder / 'central.db'}"
        self._keeps = folder
        self._process: subprocess.Popen[str] | None = None
        self.url = ""

    def load(self) -> None:
        """Make the database and fill it with the demonstration city."""
        self.ask("init")
        self.ask("demo")

    def back(self) -> None:
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, "-m", "central", "serve", "--port", port, *self._where]
        if self.shift is not None:
            command = [sys.executable, "-m", "demo.serving", self._database, port, str(self.shift.total_seconds())]
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=_quiet(), preexec_fn=_end_with_us
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if "listening on" not in line:
            raise CityFailed(line or "central did not start")
        self.url = line.split()[-1]

    def cut(self) -> None:
        """From now on nobody answers there."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(timeout=20)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

    @contextmanager
    def opened(self) -> Iterator[Central]:
        """Central opened by this process as well, beside the one that serves."""
        with opened(Settings(self._database, keeps=self._keeps)) as central:
            yield central

    @property
    def _where(self) -> list[str]:
        return ["--database", self._database, "--folder", str(self._keeps)]

    def ticket(self, hub: str, name: str, role: str = "touch") -> Ticket:
        said = json.loads(self.ask("enrolment", "--hub", hub, "--role", role, "--name", name, "--json"))
        return Ticket(said["code"], said["root"])

    def ask(self, command: str, *arguments: str) -> str:
        """Run one command of central and return what it printed. Raises CityFailed."""
        line = [sys.executable, "-m", "central", command, *arguments, *self._where]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, env=_quiet())  # noqa: S603
        if done.returncode:
            raise CityFailed(f"{command}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def grant(self) -> None:
        """The night's grants: what stations that have been heard may give, of vouchers and of places."""
        with self.opened() as central:
            nightly.grant_all(central)

    def cards(self) -> list[str]:
        """The codes of the invented families' cards, as they would be printed."""
        with self.opened() as central:
            return [code for _, code, _ in demo.cards(central.keys)]

    def badges(self) -> list[tuple[str, str]]:
        """Whose card each code is: the families' first, then the workers'."""
        faces = [(face.first_name, face.code) for face in self.card_faces()]
        names = demo.staff_names()
        with self.opened() as central:
            return faces + [(names[worker], code) for _, code, worker in demo.staff_cards(central.keys)]

    def card_of(self, first_name: str) -> str:
        """The code of somebody's card: a member of an invented family, or a worker by their whole name."""
        return dict(self.badges())[first_name]

    @property
    def pin(self) -> str:
        """Every worker's, in the demonstration."""
        return demo.pin()

    def card_faces(self) -> list[CardFace]:
        """What stands on those cards."""
        with self.opened() as central:
            held = demo.cards(central.keys)
        people = {person.id: person.data for person in demo.people()}
        return [
            CardFace(code, shortcode.write(serial), people[id_]["first_name"], "", people[id_]["creature"])
            for serial, code, id_ in held
        ]

    def answer(self, command: str, *arguments: str) -> Any:
        return json.loads(self.ask(command, *arguments, "--json"))


def _end_with_us() -> None:
    """In the child: end when the demonstration ends, even by kill -9 (Linux)."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _quiet() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1"}
