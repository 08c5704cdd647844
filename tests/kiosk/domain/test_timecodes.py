"""Time by way of a phone: central's word on one question of one station, which holds for five minutes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import codes, timecodes
from kiosk.domain.codes import Code, Kind
from kiosk.domain.keys import KeyState
from kiosk.domain.timecodes import HOLDS, Told
from tests.kiosk.domain.signers import KEYS, signer

NOW = datetime(2026, 12, 1, 9, 0, 7, tzinfo=UTC)
SECRET, BOOT = b"s" * 32, "boot 1"


def signed(asked: bytes, now: datetime = NOW) -> Code:
    code = codes.read(timecodes.write(*signer(Kind.TIME), asked, now), KEYS)
    assert isinstance(code, Code)
    return code


@given(st.floats(0, 2**31), st.datetimes(datetime(2020, 1, 2), datetime(2150, 1, 1)))
@settings(max_examples=50, deadline=None)
def test_what_central_signed_is_heard_to_the_second(boot: float, moment: datetime) -> None:
    now = moment.replace(tzinfo=UTC)
    told = timecodes.read(signed(timecodes.question(SECRET, BOOT, boot), now), SECRET, BOOT, boot)
    assert told is not None
    assert timedelta(0) <= now - told.server < timedelta(seconds=1)
    assert boot - 60 < told.asked <= boot


def test_a_question_is_the_same_for_a_minute_and_holds_for_five() -> None:
    asked = timecodes.question(SECRET, BOOT, 600)
    assert timecodes.question(SECRET, BOOT, 659.9) == asked
    assert timecodes.question(SECRET, BOOT, 660) != asked
    assert timecodes.read(signed(asked), SECRET, BOOT, 600 + HOLDS) == Told(NOW, 600.0)
    assert timecodes.read(signed(asked), SECRET, BOOT, 600.1 + HOLDS) is None
    assert timecodes.read(signed(asked), SECRET, BOOT, 599) is None


@pytest.mark.parametrize(("secret", "boot_id"), [(b"t" * 32, BOOT), (SECRET, "boot 2"), (SECRET, "")])
def test_it_answers_neither_another_station_nor_another_start_of_the_machine(secret: bytes, boot_id: str) -> None:
    assert timecodes.read(signed(timecodes.question(SECRET, BOOT, 600)), secret, boot_id, 601) is None


def test_a_question_that_somebody_made_up_is_not_one() -> None:
    assert timecodes.read(signed((600).to_bytes(4) + b"\0\0\0\0"), SECRET, BOOT, 601) is None


def test_no_other_code_tells_the_time_and_none_of_a_revoked_key() -> None:
    code = signed(timecodes.question(SECRET, BOOT, 600))
    assert timecodes.read(replace(code, kind=Kind.CARD), SECRET, BOOT, 601) is None
    assert timecodes.read(replace(code, key_state=KeyState.REVOKED), SECRET, BOOT, 601) is None


def test_a_moment_before_2020_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="serial"):
        timecodes.write(*signer(Kind.TIME), b"12345678", datetime.combine(date(2019, 1, 1), NOW.timetz()))
