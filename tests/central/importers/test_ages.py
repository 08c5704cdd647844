import pytest

from central.importers import ages, prices
from central.importers.ages import Band


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("6-11", Band(6, 11)),
        ("3–6 anni", Band(3, 6)),
        ("3/6", Band(3, 6)),
        ("da 6 a 11 anni", Band(6, 11)),
        ("età 6-11", Band(6, 11)),
        ("14+", Band(14, None)),
        ("dai 14 anni in su", Band(14, None)),
        ("14 e oltre", Band(14, None)),
        ("fino a 5 anni", Band(None, 5)),
        ("tutti", Band(None, None)),
    ],
)
def test_a_band_of_ages_is_read(text: str, band: Band) -> None:
    assert ages.band(text) == band


@pytest.mark.parametrize("text", ["", "6", "11-6", "over 14", "under 6", "18 mesi", "2026-2027", "6-300", "ragazzi"])
def test_ages_that_could_be_others_are_none(text: str) -> None:
    assert ages.band(text) is None


def test_bands_that_touch_are_one() -> None:
    assert ages.together([Band(6, 11), Band(3, 6)]) == [Band(3, 11)]
    assert ages.together([Band(3, 5), Band(6, 10), Band(11, None)]) == [Band(3, None)]
    assert ages.together([Band(3, 6), Band(11, 14)]) == [Band(3, 6), Band(11, 14)]
    assert ages.together([Band(None, 5), Band(3, 4)]) == [Band(None, 5)]


@pytest.mark.parametrize("text", ["X", "x", "sì", "SI", "1", "✓", "true"])
def test_a_mark_is_a_mark(text: str) -> None:
    assert ages.marked(text) is True


@pytest.mark.parametrize("text", ["", " ", "no", "0", "-"])
def test_nothing_is_no_mark(text: str) -> None:
    assert ages.marked(text) is False


@pytest.mark.parametrize("text", ["forse", "?", "✗", "2"])
def test_what_could_be_a_mark_is_neither(text: str) -> None:
    assert ages.marked(text) is None


@pytest.mark.parametrize(
    ("text", "cents"),
    [("5", 500), ("€ 5,00", 500), ("5.5", 550), ("1.200,00 euro", 120_000), ("gratis", 0), ("0", 0), ("5,-", 500)],
)
def test_a_price_is_read_in_cents(text: str, cents: int) -> None:
    assert prices.cents(text) == cents


@pytest.mark.parametrize("text", ["", "1.200", "da 5 a 10", "5-10", "1,234", "offerta libera", "-5", "9" * 50])
def test_what_is_not_one_price_is_none(text: str) -> None:
    assert prices.cents(text) is None
