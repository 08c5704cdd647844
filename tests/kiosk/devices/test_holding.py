"""A card held before a camera is scanned once, until it was taken away."""

from kiosk.devices.holding import AWAY_S, InView, look

A, B = b"WM1AAAAAA", b"WM1BBBBBB"


def scans(*frames: tuple[float, tuple[bytes, ...]]) -> list[tuple[float, bytes]]:
    """What is new in each frame; a frame is its moment and what it shows."""
    view, found = InView(), []
    for at, codes in frames:
        view, new = look(view, codes, at)
        found += [(at, code) for code in new]
    return found


def test_a_card_held_for_a_minute_is_one_scan() -> None:
    assert scans(*((at / 10, (A,)) for at in range(600))) == [(0.0, A)]


def test_a_card_that_trembles_is_one_scan() -> None:
    assert scans((0.0, (A,)), (0.1, ()), (0.5, ()), (1.9, (A,)), (3.8, (A,))) == [(0.0, A)]


def test_a_card_that_was_away_is_scanned_again() -> None:
    assert scans((0.0, (A,)), (AWAY_S, ()), (AWAY_S, (A,))) == [(0.0, A), (AWAY_S, A)]


def test_being_away_counts_from_when_it_was_seen_last() -> None:
    assert scans((0.0, (A,)), (1.5, (A,)), (3.4, (A,)), (5.4, (A,))) == [(0.0, A), (5.4, A)]


def test_another_card_is_heard_at_once() -> None:
    assert scans((0.0, (A,)), (0.1, (B,)), (0.2, (A, B))) == [(0.0, A), (0.1, B)]


def test_the_same_code_twice_in_one_picture_is_one_scan() -> None:
    assert scans((0.0, (A, A))) == [(0.0, A)]


def test_what_was_away_is_forgotten() -> None:
    view, _ = look(InView(), (A,), 0.0)
    assert look(view, (), AWAY_S)[0] == InView()


def test_no_code_is_shown_by_what_is_logged_of_it() -> None:
    assert "WM1" not in repr(look(InView(), (A,), 0.0)[0])
