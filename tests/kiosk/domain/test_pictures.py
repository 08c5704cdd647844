"""Three pictures of nine in order, or a PIN."""

from datetime import date
from random import Random

from kiosk.domain import pictures
from kiosk.domain.people import CREATURES
from kiosk.domain.pictures import PICTURES, Means, Wrong

TODAY = date(2026, 12, 1)


def test_the_nine_are_laid_out_anew_each_time() -> None:
    layouts = {pictures.shuffled(Random(seed)) for seed in range(20)}
    assert len(layouts) == 20
    assert all(sorted(layout) == sorted(PICTURES) for layout in layouts)


def test_the_picture_on_a_card_is_none_of_the_nine() -> None:
    assert not set(PICTURES) & set(CREATURES)


def test_their_order_counts_and_none_comes_twice() -> None:
    assert pictures.three(("sun", "boat", "drum")) != pictures.three(("boat", "sun", "drum"))
    for wrong in ((), ("sun", "boat"), ("sun", "sun", "boat"), ("sun", "boat", "fox"), PICTURES[:4]):
        assert pictures.three(wrong) is None


def test_a_pin_is_four_digits() -> None:
    assert pictures.pin("0907") == "0907"
    assert [pictures.pin(text) for text in ("", "123", "12345", "12a4", "１２３４")] == [None] * 5


def test_a_pin_is_offered_from_about_ten_and_pictures_where_the_age_is_unknown() -> None:
    assert [pictures.offered(age) for age in (None, 9, 10, 40)] == [
        Means.PICTURES,
        Means.PICTURES,
        Means.PIN,
        Means.PIN,
    ]


def test_a_new_day_begins_at_nothing_and_a_clock_set_back_does_not() -> None:
    held = Wrong(TODAY, 3)
    assert pictures.wrong_on(held, date(2026, 12, 2)) == Wrong(date(2026, 12, 2), 0)
    assert pictures.wrong_on(held, date(2026, 11, 30)) == held
    assert pictures.wrong_on(None, TODAY) == Wrong(TODAY, 0)


def test_a_secret_is_read_only_under_its_own_name() -> None:
    verifier = "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21l$" + "a" * 43
    fed = {"household": "h", "person": "", "means": "pictures", "verifier": verifier}
    assert pictures.read_secret("h", fed) is not None
    assert pictures.read_secret("other", fed) is None
    assert pictures.read_secret("h", {**fed, "means": "pin"}) is None
    assert pictures.read_secret("h", {**fed, "verifier": "0907"}) is None
