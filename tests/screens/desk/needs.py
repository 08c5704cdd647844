"""What needs a person: nothing, everything at once, a long list."""

from dataclasses import replace

from kiosk.domain.cases import Kind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.needs import NeedLine, NeedsFace
from kiosk.ui.faces import Moment
from tests.screens.desk.state import NOON, YESTERDAY, DeskState

_DAY = Moment("2026-11-28", "", "")


def _line(kind: Kind, what: str = "", name: str = "", creature: str = "", at: Moment | None = None, number: int = 0,
          to: str = "", look: str = "") -> NeedLine:  # fmt: skip
    return NeedLine(f"{kind}.{what}.{name}", kind, what, name, creature, at, number, to, look)


_LINES = (
    _line(Kind.TWO_VALUES, "value", "Lin Chen", "bird", to="families/open/h"),
    _line(Kind.TWO_VALUES, "born", "أمينة حداد", "cat", to="families/open/h"),
    _line(Kind.REVIEW_DUE, "review", "Camila Rojas", "rabbit", _DAY, to="families/open/h"),
    _line(Kind.CLOSED_AT_NIGHT, "person", "Tommaso Bianchi", "dino", YESTERDAY, look="needs/saw/v"),
    _line(Kind.CLAIMED, "counted", at=NOON, number=12, to="today"),
    _line(Kind.REFUSED, "card_bound", look="needs/saw/e"),
    _line(Kind.ASIDE, "edited", look="needs/saw/f"),
    _line(Kind.UNREADABLE, "member", number=3, to="station"),
    _line(Kind.FEW_BLANKS, number=12, to="station"),
)
_CASES = tuple(
    _line(Kind.CENTRALS, what, "أمينة حداد", "cat", _DAY, to="families/open/h")
    for what in ("must_not_collect", "ask_safeguarding", "cards_made_apart", "not_an_adult")
)
_NAME = "Maria Bartolomea Esempio Lunghissima de los Ángeles y Todos los Santos"

STATES = (
    DeskState("needs", "needs", NeedsFace(_LINES[:5])),
    DeskState("needs-rest", "needs", NeedsFace(_LINES[5:])),
    DeskState("needs-cases", "needs", NeedsFace(_CASES)),
    DeskState("needs-nothing", "needs", NeedsFace(())),
    DeskState("needs-long", "needs", NeedsFace((replace(_LINES[0], name=_NAME), *_LINES * 3))),
    DeskState("needs-seen", "needs", NeedsFace(_LINES[:3]), Said(Tone.DONE, "seen")),
)
