from datetime import UTC, datetime, timedelta, timezone

from central import clock


def test_a_time_is_sent_in_utc_with_milliseconds() -> None:
    rome = timezone(timedelta(hours=2))
    assert clock.text(datetime(2026, 5, 22, 14, 0, 0, 123456, rome)) == "2026-05-22T12:00:00.123Z"


def test_now_is_aware() -> None:
    assert clock.now().tzinfo is UTC
