"""Programs of our own, run for the bench: probes that print one JSON line and end, servers that end with us."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PATIENCE_S = 60
# Compiled modules are kept, as they are where the product is installed, whatever the shell says; not in the sources.
_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench")}
PRODUCT_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **_BYTECODE}
FLOOR_ENVIRONMENT = {**PRODUCT_ENVIRONMENT, "QT_QPA_UPDATE_IDLE_TIME": "0"}


class BenchFailed(Exception):
    """A measurement did not come to its end; the message says where."""


@dataclass(frozen=True)
class Told:
    """What a probe printed, and when it was started (seconds of time.perf_counter, one clock for all processes)."""

    started: float
    said: dict[str, Any]


def probe(module: str, *arguments: str, environment: dict[str, str], patience: float = PATIENCE_S) -> Told:
    """Run `bench.probes.<module>` to its end, so many seconds at most. Raises BenchFailed."""
    command = [sys.executable, "-m", f"bench.probes.{module}", *arguments]
    started = time.perf_counter()
    try:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=patience
        )
    except subprocess.TimeoutExpired:
        raise BenchFailed(f"{module}: it did not end") from None
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise BenchFailed(f"{module}: {done.stderr.strip()[-2000:] or 'it said nothing'}")
    return Told(started, json.loads(lines[-1]))


@contextmanager
def server(module: str, *arguments: str) -> Iterator[str]:
    """The address of `bench.probes.<module>`, which serves until its standard input is closed."""
    command = [sys.executable, "-m", f"bench.probes.{module}", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        if not address:
            raise BenchFailed(f"{module} did not start")
        yield address
    finally:
        process.stdin.close()
        process.wait(timeout=PATIENCE_S)
        process.stdout.close()
