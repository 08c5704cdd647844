import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import postgres
from tests.postgres import NoServer

ROOT = Path(__file__).parents[1]
_HOLD = """
import sys, threading
from tests import postgres

with postgres.running() as server:
    print((server.folder / "data" / "postmaster.pid").read_text().split()[0], server.folder, flush=True)
    threading.Event().wait()
"""


def test_the_server_ends_with_whoever_started_it_even_by_kill() -> None:
    with subprocess.Popen([sys.executable, "-c", _HOLD], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        server, folder = process.stdout.readline().split()
        watched = os.pidfd_open(int(server))
        process.kill()
        _wait_for_the_end_of(watched)
    shutil.rmtree(folder)


def _wait_for_the_end_of(watched: int) -> None:
    ended, _, _ = select.select([watched], [], [], 20)
    os.close(watched)
    assert ended


def test_without_the_programs_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "PROGRAMS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoServer, match="apt-get install postgresql"), postgres.running():
        pass
