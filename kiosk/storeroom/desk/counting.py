"""How many people, as a form of the desk says it."""

from kiosk.domain.agebands import NAMES
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.count import Numbers


def numbers_of(wish: Wish) -> Numbers:
    """The form names each band of children as it is counted."""
    children = tuple((band, number) for band in NAMES if (number := wish.number(band)))
    return Numbers(children, wish.number("adults"), wish.number("educators"))


def people_in(numbers: Numbers) -> int:
    return sum(number for _, number in numbers.children) + numbers.adults + numbers.educators
