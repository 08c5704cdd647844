"""Central's public pages in a real browser: whether a receipt is genuine, and a phone that carries the time."""

import json
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.domain.redeeming import Redeemed
from kiosk.domain.workers import Role
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.station import TimeFace
from kiosk.usecases.tell_time import question
from tests import value
from tests.browser import browse
from tests.central_at import CentralAt
from tests.deskroom import DeskDay
from tests.machine import Machine
from tests.station import Station
from tests.value import paid, swim
from tests.workers import on_shift

CHECK = "go: document.querySelector('button').click()"
VERDICT = "document.querySelector('output').className"
TEXT = "document.querySelector('output').innerText"


def typed(code: str) -> str:
    return f"document.querySelector('textarea').value = {json.dumps(code)}"


def codes_on(pdf: Path) -> list[str]:
    page = pypdfium2.PdfDocument(pdf)[0]
    return [found.text for found in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]


def test_a_receipt_is_genuine_the_first_time_and_known_the_second(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    value.all_set(central, station)
    done = paid(station, swim(1200))
    assert isinstance(done, Redeemed)
    code = done.given[0].code
    assert station.sync().trouble == ""
    first, genuine, again, forged, most = (
        [typed(code), CHECK, VERDICT, TEXT],
        ["document.documentElement.scrollWidth <= innerWidth"],
        [typed(code), CHECK, TEXT],
        [typed(code[:-1] + ("0" if code[-1] != "0" else "1")), CHECK, VERDICT],
        ["document.querySelectorAll('script').length"],
    )
    said = browse(f"{central.url}/receipts", *first, *genuine, *again, *forged, *most, pdf=tmp_path / "receipts.pdf")
    _, verdict, text, fits, _, later, _, broken, scripts = said
    assert verdict == "genuine"
    assert "€ 12,00" in text
    assert "Già verificata" not in text
    assert fits
    assert "Già verificata il" in later
    assert broken in ("forged", "unknown")
    assert scripts == 0


def test_a_phone_brings_the_time_to_a_station_that_lost_it(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    value.all_set(central, station)
    desk = DeskDay(station, on_shift(station, central, Role.EDUCATOR))
    machine = Machine(station.clock.read().at)
    machine.loses_the_time(station)
    assert not isinstance(paid(station, swim(100)), Redeemed)
    shown = desk.look("station/time")
    assert isinstance(shown, TimeFace)
    assert shown.question is not None
    assert not shown.by_hand
    asked = station.do(lambda tx: question(tx, "", station.clock))
    (seen,) = browse(asked, "document.querySelector('time').innerText", pdf=tmp_path / "time.pdf")
    assert seen
    (code,) = codes_on(tmp_path / "time.pdf")
    assert desk.scan("station/time", code) == Said(Tone.DONE, "told", to="station")
    assert station.clock.read().anchor is not None
    assert not station.clock.by_hand()


@pytest.mark.parametrize("asked", ["", "?q=", "?q=<script>", "?q=00", "?q=" + "g" * 16])
def test_a_page_that_no_station_asked_for_has_no_code(asked: str, central: CentralAt, tmp_path: Path) -> None:
    (text,) = browse(f"{central.url}/time{asked}", "document.body.innerText", pdf=tmp_path / "none.pdf")
    assert "si apre dal codice" in text
    assert codes_on(tmp_path / "none.pdf") == []
