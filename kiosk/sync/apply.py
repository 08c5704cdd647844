"""Turns fed items into rows, and a page into pieces, outside every transaction.

A bad record becomes a row that is put aside, and stops nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import lru_cache
from typing import Any

from kiosk.clock import from_stamp, stamp
from kiosk.db.copying import Prepared, Row, Unread
from kiosk.domain import (
    allotments,
    attendance,
    casework,
    catalogue,
    elsewhere,
    erasure,
    families,
    finding,
    keys,
    lead,
    likeness,
    marks,
    merges,
    people,
    pictures,
    programmes,
    prohibitions,
    signups,
    statements,
    workers,
)
from kiosk.domain.attendance import Came, Left, Seen, TakenBack
from kiosk.domain.catalogue import Activity, Place, Session, Unreadable
from kiosk.domain.cose import NotVerified
from kiosk.domain.wire import CATALOGUE, REVOCATION, BadItem, Cursor, Item, Page

PIECE_ROWS = 400  # of records and of what is read out of them: keeps the writer for less than 20 ms
PIECE_BYTES = 250_000
NO_AGE_BELOW, NO_AGE_ABOVE = 0, 120
_GONE = "{}"

Rows = tuple[tuple[str, Row], ...]


class _Unfit(Exception):
    """The name of the field for which a record cannot be read; `rows` are those that can be, all the same."""

    def __init__(self, field: str, rows: Rows = ()) -> None:
        super().__init__(field)
        self.rows = rows


def prepare(item: Item | BadItem, root_public: bytes) -> Prepared | Unread:
    """The rows of one item. `root_public` is the pinned root key, which a key list has to be signed by.

    Kinds of a later release are kept as fed; the release that knows them reads them (kiosk.sync.reread).
    """
    if isinstance(item, BadItem):
        return Unread(item.raw, item.why)
    return prepare_record(item, root_public)


def prepare_record(item: Item, root_public: bytes) -> Prepared:
    if item.state == "gone":
        return Prepared(item.kind, item.id, item.rev, "gone", item.v, _GONE, 0)
    mark = marks.mark(item.kind, item.id, item.v, item.text)
    rows: Rows = ()
    why = ""
    try:
        rows = _read(item, root_public)
    except _Unfit as unfit:
        rows, why = unfit.rows, str(unfit)
    stays = bool(why) and item.kind == "card"  # one that was dead does not come to life
    return Prepared(item.kind, item.id, item.rev, "live", item.v, item.text, mark, rows, why, stays)


def _read(item: Item, root_public: bytes) -> Rows:
    reader = _READERS.get(item.kind)
    if reader is not None:
        return reader(item)
    return _key_list(item, root_public) if item.kind == "key_list" else ()


def _record(item: Item) -> Any:
    """The record of a catalogue kind."""
    record = catalogue.read(item.kind, item.data)
    if isinstance(record, Unreadable):
        raise _Unfit(record.field)
    return record


def _activity(item: Item) -> Rows:
    activity: Activity = _record(item)
    low = NO_AGE_BELOW if activity.min_age is None else activity.min_age
    high = NO_AGE_ABOVE if activity.max_age is None else activity.max_age
    title = activity.title.get("it", "")
    row = (item.id, title, activity.place, activity.standing, activity.sensitive, low, high)
    scores = [("pillars", (item.id, pillar, score)) for pillar, score in activity.pillars.items()]
    return (("activities", row), *scores)


def _session(item: Item) -> Rows:
    """A cancelled session is kept as a record and listed nowhere."""
    session: Session = _record(item)
    if session.cancelled:
        return ()
    starts, ends = _utc(item.data["starts"]), _utc(item.data["ends"])
    return (("sessions", (item.id, session.activity, starts, ends)),)


@lru_cache(maxsize=4096)
def _utc(moment: str) -> str:
    """As a stamp, which orders as text. Many sessions begin at the same time."""
    return stamp(from_stamp(moment))


def _place(item: Item) -> Rows:
    place: Place = _record(item)
    return (("places", (item.id, place.at.lat, place.at.lon)),) if place.at else ()


def _fact(item: Item) -> Rows:
    """Kept as it is: the register is made of the records themselves. What of it may need a person is read out."""
    fact = attendance.read(item.id, item.data)
    if fact is None or not _is_moment(fact.at):
        raise _Unfit("fact")
    of = (item.id, fact.station, item.data["what"])
    match fact:
        case Came(visit=visit, at=at, kind=kind, worker=worker):
            return (("told", (*of, visit, at, kind.value, "", worker, attendance.people_in(fact))),)
        case Seen(visit=visit, at=at):
            return (("told", (*of, visit, at, "", "", "", 0)),)
        case Left(visit=visit, at=at, how=how):
            return (("told", (*of, visit, at, "", how.value, "", 0)),)
        case TakenBack(target=target, at=at):
            return (("told", (*of, target, at, "", "", "", 0)),)
    return ()


def _case(item: Item) -> Rows:
    told = casework.read_told(item.id, item.data)
    if told is None:
        raise _Unfit("case")
    return (("cases", (told.number, *astuple(told.matter), told.at, told.household, told.record, told.record_id)),)


def _lead(item: Item) -> Rows:
    if lead.read_lead(item.data) is None:
        raise _Unfit("lead")
    return ()


def _heard(item: Item) -> Rows:
    match item.data:
        case {"name": str(), "at": str() as at} if _is_moment(at):
            return ()
    raise _Unfit("heard")


def _erasure(item: Item) -> Rows:
    """Carried out as it is kept (kiosk.sync.erasures): nothing is looked up in it later."""
    if erasure.read(item.data) is None:
        raise _Unfit("erasure")
    return ()


def _is_moment(text: str) -> bool:
    try:
        return stamp(from_stamp(text)) == text
    except ValueError:
        return False


def _checked(item: Item) -> Rows:
    _record(item)
    return ()


def _person(item: Item) -> Rows:
    person = people.read_person(item.id, item.data)
    if person is None:
        raise _Unfit("person")
    return (("people", astuple(person)),)


def _family(item: Item) -> Rows:
    """A record that a desk's workers edit, and what a member is found by."""
    kind = families.Kind(item.kind)
    record = families.read_record(kind, item.data)
    if record is None:
        raise _Unfit(item.kind)
    table = "notes" if kind is families.Kind.NOTE else "families"
    person = record.text("child" if kind is families.Kind.RELATION else "person")
    row = (item.kind, item.id, record.household, person, record.text("adult"), item.text)
    return ((table, row), *(_names(item.id, record) if kind is families.Kind.MEMBER else ()))


def _names(member: str, record: families.Record) -> Rows:
    """What a member is found by, and recognised by."""
    keys_ = sorted(finding.keys(*map(record.text, families.NAMES)))
    of = (record.text("person"), record.text("born"), member)
    forms = sorted(likeness.forms(record))
    return (*(("name_keys", (key, member)) for key in keys_), *(("name_forms", (form, *of)) for form in forms))


def _merge(item: Item) -> Rows:
    merge = merges.read(item.id, item.data)
    if merge is None:
        raise _Unfit("merge")
    return (("merges", astuple(merge)),)


def _prohibition(item: Item) -> Rows:
    said = prohibitions.read(item.data)
    if said is None:
        raise _Unfit("prohibition")
    return tuple(("prohibitions", (item.id, *astuple(one))) for one in said)


def _card(item: Item) -> Rows:
    binding = people.read_binding(item.data)
    if binding is None or str(binding.serial) != item.id:
        raise _Unfit("card")
    return (("cards", (binding.serial, binding.person, binding.household, binding.live)),)


def _worker(item: Item) -> Rows:
    account = workers.read_account(item.id, item.data)
    if account is None:
        raise _Unfit("worker")
    one = account.worker
    row = (one.id, one.name, " ".join(sorted(one.roles)), one.serial, one.revoked, account.verifier)
    return (("workers", row),)


def _secret(item: Item) -> Rows:
    secret = pictures.read_secret(item.id, item.data)
    if secret is None:
        raise _Unfit("secret")
    return (("secrets", (item.id, secret.household, secret.person, secret.means.value, secret.verifier)),)


def _programme(item: Item) -> Rows:
    """Kept as it is: there are a few."""
    if programmes.read_programme(item.data) is None:
        raise _Unfit("programme")
    return ()


def _statement(item: Item) -> Rows:
    """Likewise."""
    if statements.read(item.data) is None:
        raise _Unfit("statement")
    return ()


def _voucher(item: Item) -> Rows:
    one = programmes.read_voucher(item.id, item.data)
    if one is None:
        raise _Unfit("voucher")
    whose = (one.id, one.programme, one.household, " ".join(one.people))
    return (("vouchers", (*whose, one.worth, one.left, one.state.value, one.starts, one.until, one.owes)),)


def _voucher_away(item: Item) -> Rows:
    """One row for each card."""
    one = elsewhere.read(item.id, item.data)
    if one is None:
        raise _Unfit(item.kind)
    of = (one.programme, one.state.value, one.starts, one.until, one.left, one.owes)
    return tuple(("vouchers_away", (item.id, one.id, serial, *of)) for serial in one.serials)


def _allotment(item: Item) -> Rows:
    """One row for each fund."""
    granted = allotments.read(item.data)
    if granted is None:
        raise _Unfit("allotment")
    of = (granted.incarnation, granted.of)
    what = granted.what.value
    return tuple(("allotments", (*of, fund, what, amount, granted.back)) for fund, amount in granted.parts)


def _lease(item: Item) -> Rows:
    lease = allotments.read_lease(item.data)
    if lease is None:
        raise _Unfit("lease")
    return (("lease", (lease.until, lease.frozen)),)


def _signup(item: Item) -> Rows:
    one = signups.read(item.id, item.data)
    if one is None:
        raise _Unfit("signup")
    whose = (one.id, one.session, one.person, one.household)
    return (("signups", (*whose, one.state.value, one.since, one.asked_at, one.paid.value, one.by, one.until)),)


def _revocation(item: Item) -> Rows:
    serial = item.data.get("serial")
    if not people.is_serial(serial):
        raise _Unfit("revocation")
    return (("revocations", (serial,)),)


def _grant(item: Item) -> Rows:
    """The blanks of a grant that can be read, if not all can: a station that has some works better than with none."""
    match item.data:
        case {"what": "blanks", "codes": list() as rows}:
            stock = tuple(("stock", (row[0], item.id, row[1])) for row in rows if _is_blank(row))
            if len(stock) < len(rows):
                raise _Unfit("codes", stock)
            return stock
    raise _Unfit("grant")


def _is_blank(row: object) -> bool:
    match row:
        case [serial, str()]:
            return people.is_serial(serial)
    return False


def _key_list(item: Item, root_public: bytes) -> Rows:
    """Only one that the pinned root signed: whoever feeds us cannot change whom we trust."""
    try:
        signed = bytes.fromhex(str(item.data.get("signed", "")))
        keys.open_list(signed, root_public)
    except (NotVerified, ValueError):
        raise _Unfit("signed") from None
    return (("key_list", (signed,)),)


_READERS: Mapping[str, Callable[[Item], Rows]] = {
    "activity": _activity,
    "session": _session,
    "place": _place,
    "hub": _checked,
    "provider": _checked,
    "area": _checked,
    "person": _person,
    "card": _card,
    "revocation": _revocation,
    "worker": _worker,
    "secret": _secret,
    **dict.fromkeys(families.Kind, _family),
    "grant": _grant,
    "fact": _fact,
    "expectation": _fact,
    erasure.KIND: _erasure,
    "heard": _heard,
    "lead": _lead,
    "merge": _merge,
    prohibitions.KIND: _prohibition,
    "case": _case,
    programmes.PROGRAMME: _programme,
    programmes.VOUCHER: _voucher,
    **dict.fromkeys((elsewhere.KIND, elsewhere.GUEST), _voucher_away),
    allotments.KIND: _allotment,
    allotments.LEASE: _lease,
    signups.KIND: _signup,
    signups.KIND_AWAY: _signup,
    statements.KIND: _statement,
}
_EDITION = 5  # one higher when a reader reads what it did not, or otherwise: what is kept is then read again
READERS = f"{_EDITION} {' '.join(sorted([*_READERS, 'key_list']))}"  # a kind more is another one by itself


# --- pieces ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Piece:
    """What is written in one transaction, and the cursor that is true once it is written."""

    records: tuple[Prepared | Unread, ...]
    cursor: Cursor


def pieces(page: Page, root_public: bytes) -> Iterator[Piece]:
    """A page in pieces, at least one; the last leads to the end of the page.

    A crash between two pieces costs nothing: the next round asks from the last cursor.
    """
    cursor = page.after
    cut = list(cut_up(prepare(item, root_public) for item in sorted(page.items, key=_place_in_page)))
    for records in cut[:-1]:
        cursor = _after(records, cursor, page.to)
        yield Piece(records, cursor)
    yield Piece(cut[-1] if cut else (), page.to)


def cut_up(records: Iterable[Prepared | Unread]) -> Iterator[tuple[Prepared | Unread, ...]]:
    """Records in the order they come, as many at once as a short transaction takes."""
    piece: list[Prepared | Unread] = []
    rows = size = 0
    for one in records:
        piece.append(one)
        rows += 1
        if isinstance(one, Prepared):
            rows += len(one.rows)
            size += len(one.text)
        if rows >= PIECE_ROWS or size >= PIECE_BYTES:
            yield tuple(piece)
            piece.clear()
            rows = size = 0
    if piece:
        yield tuple(piece)


def _place_in_page(item: Item | BadItem) -> tuple[int, int]:
    """What cannot be read (so that no cut loses it), then each stream by rev, whatever order it came in."""
    if isinstance(item, BadItem):
        return -1, 0
    return _stream(item.kind), item.rev


def _stream(kind: str) -> int:
    if kind == REVOCATION:
        return 0
    return 2 if kind in CATALOGUE else 1


def _after(records: Iterable[Prepared | Unread], cursor: Cursor, end: Cursor) -> Cursor:
    reached = [cursor.revoked, cursor.rev, cursor.catalogue]
    ends = (end.revoked, end.rev, end.catalogue)
    for one in records:
        if isinstance(one, Prepared):
            stream = _stream(one.kind)
            held, last = reached[stream], ends[stream]
            if held is not None and last is not None:
                reached[stream] = max(held, min(one.rev, last))
    revoked, rev, catalogue_ = reached
    return Cursor(end.epoch, rev or 0, revoked or 0, catalogue_, end.began)
