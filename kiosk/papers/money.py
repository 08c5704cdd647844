"""Cents as people read them, the same in every language of the papers: € 12,50."""

from kiosk.papers.bidi import left_to_right


def euros(cents: int) -> str:
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return left_to_right(f"{'-' if cents < 0 else ''}€ {grouped},{rest:02}")
