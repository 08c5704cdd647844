"""What a station forgets that was revoked, and what it keeps."""

from kiosk.clock import Reading
from kiosk.db.attendance import Departure
from kiosk.db.copying import Prepared, Unread
from kiosk.db.expecting import Expectation
from kiosk.db.redemptions import Redemption
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.events import Type, Verdict
from kiosk.domain.families import Edit, Kind
from kiosk.domain.merges import Merge
from kiosk.domain.people import Person
from kiosk.domain.signups import Fact, State
from kiosk.domain.wire import Answer
from kiosk.field import audit
from tests.conftest import MORNING
from tests.kiosk.db.rows import know
from tests.kiosk.db.test_copying import activity
from tests.kiosk.db.test_events import ONE


def everything(tx: Tx) -> str:
    """All that the store holds, in one text."""
    tables = tx.events._connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    rows = [tx.events._connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables.all()]
    return repr(rows)


def fill(tx: Tx) -> tuple[str, str]:
    """A station that has seen people; an event that central has and one that it does not have."""
    tx.station.enrol(ONE)
    know(tx, *(Person(f"amina-{number}", "house-1", "Amina", "fox") for number in range(700)))
    card = Prepared("card", "7", 1, "live", 1, '{"p":"amina"}', 1, (("cards", (7, "amina", "house-1", True)),))
    grant = Prepared("grant", "g", 2, "live", 1, "{}", 2, (("stock", (9, "g", "WM1")),))
    revoked = Prepared("revocation", "r", 3, "live", 1, "{}", 3, (("revocations", (5,)),))
    strange = Prepared("letter", "l", 4, "live", 1, '{"to":"amina"}', 4)
    tx.copying.write([activity("a", 1), card, grant, revoked, strange, Unread('{"n":"amina"', "not an item")], 1, "")
    now = Reading(MORNING, None)
    settled = tx.events.record(ONE, Type.CARD_BOUND, {"serial": 8, "person": "amina"}, now)
    owed = tx.events.record(ONE, Type.CARD_BOUND, {"serial": 9, "person": "sara"}, now)
    tx.cards.bind(settled, 8, "amina", "house-1")
    tx.cards.bind(owed, 9, "sara", "house-2")
    told = Edit(Kind.HOUSEHOLD, "house-1", "house-1", "label", "", "Amina's")
    tx.families.edit(settled, told, "")
    tx.families.edit(owed, Edit(Kind.NOTE, "n", "house-2", "text", "", "sara eats no nuts"), "sara")
    note = ("notes", ("note", "n1", "house-1", "amina", "", '{"fields": {"text": "amina eats no nuts"}}'))
    member = ("families", ("member", "m1", "house-1", "amina", "", "{}"))
    named = (("name_keys", ("amina", "m1")), ("name_forms", ("amina haddad", "amina", "", "m1")))
    merge = ("merges", ("e1", "amina", "amina-2", "w", "", ""))
    fed = Prepared("member", "m1", 5, "live", 1, "{}", 5, (note, member, *named, merge))
    tx.copying.write([fed], 1, "")
    tx.merges.add(Merge(settled, "amina", "amina-2"))
    tx.merges.undo(settled, "e1", "w", "")
    for event, person in ((settled, "amina"), (owed, "sara")):
        tx.expecting.add(Expectation(event, "2026-12-01T09:00:00.000Z", person, "p", "", 0, 0, "ada", "", ""))
    tx.visits.add(Visit("v", settled, 8, "amina", "house-1", "", "2026-12-01"))
    left = tx.events.record(ONE, Type.LEFT, {"visit": "v", "adult": "amina-1"}, now)
    tx.attendance.left(Departure(left, "v", "with_adult", "amina-1", "w", "", "2026-12-01T10:00:00.000Z"))
    tx.events.answered([Answer(left, Verdict.ACCEPTED)])
    tx.events.answered([Answer(settled, Verdict.ACCEPTED)])
    fill_value(tx, settled, owed)
    return settled, owed


def fill_value(tx: Tx, settled: str, owed: str) -> None:
    """Vouchers and sign-ups, as fed and as said here."""
    row = ("v1", "prova", "house-1", "amina", 100, 50, "live", "", "", False)
    away = ("v2", "v2-amina", 9, "prova", "live", "", "", 50, False)
    held = ("amina-s", "s1", "amina", "house-1", "confirmed", "", "", "", "", "")
    fed = [Prepared("voucher", "v1", 6, "live", 1, '{"p":"amina"}', 6, (("vouchers", row),))]
    fed.append(Prepared("voucher_away", "v2-amina", 8, "live", 1, '{"p":"amina"}', 8, (("vouchers_away", away),)))
    fed.append(Prepared("signup", "amina-s", 7, "live", 1, '{"p":"amina"}', 7, (("signups", held),)))
    tx.copying.write(fed, 1, "")
    for event, person, home in ((settled, "amina", "house-1"), (owed, "sara", "house-2")):
        tx.signups.say(Fact(event, "st", "", f"{person}-s", State.CONFIRMED, "s1", person, home))
        paid = ("swimming", "", "pool", 100, 50, "state:50", "allotment", "", "", 7, "", "", "", "")
        tx.redemptions.add(Redemption(event, f"r-{home}"[-1:], "v1", home, person, 8, *paid))


def test_people_are_forgotten_and_what_is_owed_is_kept(store: Store) -> None:
    with store.begin() as tx:
        fill(tx)
        while tx.wiping.step():
            pass
        left = everything(tx).lower()
        assert "amina" not in left
        assert "house-1" not in left
        assert tx.merges.facts() == []
        assert "sara" in left  # central has not heard of it: the event is still to be brought
        assert len(tx.events.outbox("st", 500)) == 1
        assert tx.cards.blanks() == []
        assert tx.cards.about(5).revoked
        assert tx.catalogue.record("activity", "a") is not None
        assert audit.verify(tx).broken is None


def test_it_comes_in_pieces_and_ends(store: Store) -> None:
    with store.begin() as tx:
        fill(tx)
        steps = 0
        while tx.wiping.step():
            steps += 1
        assert 6 < steps < 30
        assert not tx.wiping.step()
