"""What a provider may invoice for a month: on the screen, as a file, on paper."""

from pathlib import Path

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain import days
from kiosk.domain.parts import Parts
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers import statement as papers
from kiosk.papers.paper import ToPrint
from kiosk.papers.words import load
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.vouchers import statement as face
from kiosk.ui.desk.vouchers.lines import LANGUAGE
from kiosk.ui.desk.vouchers.statement import StatementFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.statement import Line, Statement, as_csv, least, statement


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> StatementFace | NotIn | None:
    """ "statement", "statement/2026-11", "statement/2026-11/PROVIDER"."""
    now = behind.clock.read()
    period, _, provider = place.argument.partition("/")
    span = face.month(period or face.periods(now.day())[0])
    if span is None:
        return None
    made = statement(tx, by, *span, now, provider)
    return made if isinstance(made, NotIn) else face.derive(made, provider, now)


def save(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "csv/2026-11/PROVIDER": in the folder of the settings."""
    made = _made(behind, by, wish)
    if made is None or isinstance(made, NotIn):
        return NOTHING if made is None else made
    return _kept(behind.settings.exports / f"wishmi-{wish.about.replace('/', '-')}.csv", as_csv(made).encode())


def print_it(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    """ "statement/2026-11/PROVIDER"."""
    made = _made(behind, by, wish)
    if made is None or isinstance(made, NotIn):
        return NOTHING if made is None else made
    if not made.lines:
        return Said(Tone.NO, "nothing_to_print")
    sheet, words = _sheet(made, behind.clock.read()), load(LANGUAGE)
    return ToPrint(lambda: papers.paper(sheet, words.statement))


def _sheet(made: Statement, now: Reading) -> papers.Statement:
    """Never further on than the least of its lines."""
    provider = made.lines[0].provider
    return papers.Statement(
        provider=made.names.get(provider, "") or provider,
        first=made.first,
        last=made.last,
        state=least(made.lines).value,
        lines=tuple(map(_line, made.lines)),
        funds=_named(made.totals),
        states=tuple((settled.value, _named(parts)) for settled, parts in made.by_state.items()),
        printed=now.at,
        heard=from_stamp(made.heard_at) if made.heard_at else None,
    )


def _line(one: Line) -> papers.Line:
    day = from_stamp(one.at).astimezone(ROME).date()
    return papers.Line(
        day, one.title, one.receipt, one.cents, one.settled.value, days.read(one.on), attended=not one.flagged
    )


def _named(parts: Parts) -> tuple[tuple[str, int], ...]:
    """By the names that people know the funds by."""
    names = load(LANGUAGE).receipt.funds
    return tuple((names.get(part.fund, part.fund), part.amount) for part in parts)


def _made(behind: Behind, by: Entered, wish: Wish) -> Statement | NotIn | None:
    period, _, provider = wish.about.partition("/")
    span, now = face.month(period), behind.clock.read()
    if span is None or not provider:
        return None
    return behind.in_one(lambda tx: statement(tx, by, *span, now, provider))


def _kept(file: Path, held: bytes) -> Said:
    """Of this machine nobody else reads it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_bytes(held)
    except OSError:
        return Said(Tone.NO, "no_room")
    return Said(Tone.DONE, "saved", str(file))
