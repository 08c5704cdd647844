"""Real processes for journeys: a station that can be killed at any moment, and the commands a technician runs."""

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Any

from central.__main__ import main as at_central
from demo.city import City, CityFailed
from kiosk.__main__ import main as at_kiosk

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}


class StationProcess:
    """A station in a process, by default the whole kiosk; what it answered is what it printed after the commit."""

    def __init__(self, data: Path, module: str = "tests.journeys.station_process") -> None:
        command = [sys.executable, "-m", module, str(data)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
        )

    def __enter__(self) -> "StationProcess":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    def send(self, code: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(code + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def scan(self, code: str) -> str:
        self.send(code)
        return self.answer()

    def kill(self) -> list[str]:
        """kill -9; the answers that had already left the process."""
        if self.process.returncode is not None:
            return []
        self.process.kill()
        assert self.process.stdout is not None
        assert self.process.stdin is not None
        left = self.process.stdout.read().split()
        self.process.wait()
        self.process.stdout.close()
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        return left


class CityHere(City):
    """Served by a process of its own; its commands run in this one, which saves a second for each."""

    def ask(self, command: str, *arguments: str) -> str:
        said, trouble = StringIO(), StringIO()
        with redirect_stdout(said), redirect_stderr(trouble):
            status = at_central([command, *arguments, *self._where])
        if status:
            raise CityFailed(f"{command}: {trouble.getvalue().strip() or said.getvalue().strip()}")
        return said.getvalue()


def kiosk(data: Path, *arguments: str) -> tuple[int, Any]:
    """One command of `wishmi-kiosk` with --json: exit status and what it said."""
    command = [sys.executable, "-m", "kiosk", "--data", str(data), *arguments, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else done.stderr


def enrol(data: Path, url: str, code: str, root: str) -> None:
    """The command itself, in this process."""
    with redirect_stdout(StringIO()):
        assert at_kiosk(["--data", str(data), "enrol", "--central", url, "--code", code, "--root", root]) == 0
