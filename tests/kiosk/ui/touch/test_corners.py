"""Two corners, one soon after the other, open the staff way in; nothing else does."""

from kiosk.ui.touch.corners import NAME, SOON, TRAM, Pressed, press


def test_the_tram_and_soon_after_the_name_open_it() -> None:
    before, opens = press(None, TRAM, 10.0)
    assert (before, opens) == (Pressed(10.0), False)
    assert press(before, NAME, 10.0 + SOON) == (None, True)


def test_too_slow_the_other_way_round_or_one_alone_opens_nothing() -> None:
    assert press(Pressed(10.0), NAME, 10.1 + SOON) == (None, False)
    assert press(None, NAME, 10.0) == (None, False)
    assert press(Pressed(10.0), TRAM, 11.0) == (Pressed(11.0), False)
    assert press(Pressed(10.0), "nonsense", 11.0) == (None, False)
