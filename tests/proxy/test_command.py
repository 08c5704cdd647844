"""The proxy by hand: `python -m tests.proxy`."""

import io
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.proxy.__main__ import main
from tests.proxy.upstream import PATIENCE_S, Upstream, bytes_of


def test_it_prints_its_address_and_ends_with_its_input(upstream: Upstream) -> None:
    command = [sys.executable, "-m", "tests.proxy", "--to", str(upstream.port), "--corrupt", "0", "--request", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        address = process.stdout.readline().strip().removeprefix("http://")
        client = HTTPConnection(address, timeout=PATIENCE_S)
        for expected in (bytes_of(3), b"\x01\x01\x02"):
            client.request("GET", "/3")
            assert client.getresponse().read() == expected
        client.close()
        process.stdin.close()
        assert "requests=2" in process.stdout.read()
    assert process.returncode == 0


@pytest.mark.parametrize(
    "asked",
    [
        *(f"--{fault} 3" for fault in ("cut", "cut-up", "reset", "stall", "truncate", "shorten", "corrupt")),
        *("--half-open", "--refuse --always", "--duplicate", "--duplicate-answer", "--portal"),
        "--rtt 0.2 --bits 2000000",
    ],
)
def test_every_fault_can_be_asked_for(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["--to", "1", *asked.split()]) == 0


def test_an_answer_can_be_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "answer").write_bytes(b"HTTP/1.1 200 OK\r\n\r\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["--to", "1", "--respond", str(tmp_path / "answer")]) == 0


def test_without_an_upstream_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "--to" in capsys.readouterr().err
