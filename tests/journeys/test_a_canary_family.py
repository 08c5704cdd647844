"""A family of names that stand nowhere else goes through everything, bugs and a crash included: no file tells of it.

Not the logs, not what went to the console, not a temporary file, not the raw bytes of anything under the data folder.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from central.db import stations
from kiosk.domain.workers import Role
from tests.central_at import CentralAt
from tests.journeys.processes import enrol
from tests.workers import PIN, employ

pytestmark = pytest.mark.timeout(300)

GIVEN, FAMILY, LATIN, SCRIPT = "Xanthippka", "Quetzelmann", "Zebulonia", "زنوبياكس"
PHONE, NOTE, LABEL = "+39 333 9182736", "allergia al wolframio", "Krokodilhaus"
CANARIES = (GIVEN, FAMILY, LATIN, SCRIPT, PHONE, PHONE.replace(" ", ""), NOTE, LABEL)
FORM: dict[str, Any] = {
    "label": LABEL,
    "people": [
        {"given": GIVEN, "family": FAMILY, "role": "adult", "creature": "owl", "phone": PHONE},
        {"given": SCRIPT, "family": FAMILY, "latin": LATIN, "born": "04032018", "role": "child", "creature": "cat"},
    ],
    "ties": [{"adult": 0, "child": 1, "guardian": True, "may_collect": True}],
    "consents": [{"giver": 0, "how": "paper", "language": "ar"}],
}


class Watched:
    """A station's process whose every file, home and temporary folder lie where the test can look."""

    def __init__(self, folder: Path) -> None:
        self.data, self._log, self._out = folder / "station", folder / "logs" / "kiosk.log", folder / "logs" / "console"
        self._log.parent.mkdir(exist_ok=True)
        homes = {name: str(folder / name) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")}
        for home in homes.values():
            Path(home).mkdir(exist_ok=True, mode=0o700)
        environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
        taken = str(folder.parent / "taken along")  # what a family wanted to have: theirs
        command = [sys.executable, "-m", "tests.journeys.canary_process", str(self.data), str(self._log), taken]
        with self._out.open("ab") as console:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=console, text=True, env=environment
            )

    def do(self, verb: str, *rest: Any) -> list[str]:
        """[page of the desk, what was answered there, where that leads, screen, what was answered there]."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([verb, *rest]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line.startswith("["), f"{verb} {rest[:1]}: {line}"
        return list(json.loads(line))

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


def told_in(folder: Path) -> list[str]:
    """Which files of a folder hold something of the family, in any encoding, and what."""
    files = {path: path.read_bytes().lower() for path in sorted(folder.rglob("*")) if path.is_file()}
    return [
        f"{path.relative_to(folder)}: {canary}"
        for path, content in files.items()
        for canary in CANARIES
        if any(form.lower() in content for form in _forms(canary))
    ]


def _forms(text: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield text.encode(encoding)
    yield json.dumps(text).strip('"').encode()
    yield repr(text).strip("'").encode("unicode_escape")


@pytest.fixture
def folder(tmp_path: Path, central: CentralAt) -> Path:
    """With an enrolled desk in it, and a worker at central."""
    here = tmp_path / "watched"
    here.mkdir()
    enrol(here / "station", central.url, central.invite(role="desk"), central.own.keys.fingerprint())
    return here


@pytest.fixture
def card(central: CentralAt, folder: Path) -> str:
    with central.writing() as tx:
        (station,) = (one.id for one in stations.every(tx))
    central.grant(station, 60)
    return employ(central, Role.COORDINATOR).code


def test_what_looks_for_the_family_would_find_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.tmp").write_bytes(b"\0\xff" + FAMILY.upper().encode("utf-16-le"))
    (tmp_path / "b.log").write_text(json.dumps({"name": SCRIPT}))
    assert told_in(tmp_path) == [f"b.log: {SCRIPT}", f"deep/a.tmp: {FAMILY}"]


def test_no_file_tells_of_the_family(folder: Path, card: str, central: CentralAt, tmp_path: Path) -> None:
    with Watched(folder) as here:
        here.do("ready")
        here.do("card", card)
        here.do("pin", PIN)
        household, adult = here.do("act", "families/register", FORM)[2].split("/")[2:4]
        assert here.do("give")[1] == "card_given"
        for path in (
            f"?{GIVEN.lower()}",
            f"?{SCRIPT}",
            f"?{LATIN}",
            f"open/{household}",
            f"person/{household}/{adult}",
        ):
            here.do("go", f"families/{path}")
        assert here.do("act", f"families/note/{household}/{adult}", {"what": "allergy", "line": NOTE})[1] == "written"
        here.do("act", f"families/read_notes/{household}/{adult}", {})
        here.do("act", f"families/export/{household}", {})
        here.do("go", "today")
        here.do("arrive")
        here.do("fail_in_a_job", GIVEN)
        here.do("fail_in_the_store", SCRIPT)
        here.do("sync")
        here.do("fail_in_a_slot", f"{FAMILY} {PHONE}")
    for command in (["status"], ["audit", "--verify"], ["retain", "--dry-run"]):
        run = [sys.executable, "-m", "kiosk", "--data", str(here.data), "--verbose", *command]
        done = subprocess.run(run, capture_output=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        (folder / f"{command[0]}.out").write_bytes(done.stdout + done.stderr)
        assert done.returncode == 0
    with Watched(folder) as again:
        again.do("ready")
    assert told_in(folder) == []
    assert told_in(tmp_path / "central") != []  # its database is not encrypted by us: the family was really there
    assert told_in(tmp_path / "taken along") != []
