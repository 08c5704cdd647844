"""Nothing is made, nothing is lost, nothing is given twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.domain import accounts, debts, ledger
from kiosk.domain.accounts import (
    BOTTOMLESS,
    CONTINGENCY_FUND,
    PURSE_FUND,
    Account,
    Kind,
    allotted,
    contingency,
    lost,
    pool,
    purse,
    purses,
    short,
    spent,
)
from kiosk.domain.books import Bars, Books
from kiosk.domain.parts import Part
from kiosk.domain.transfers import Move, Transfer

STATE, CITY = Part("state", 1200), Part("city", 300)


@pytest.fixture
def books() -> Books:
    """Two funds, contingency and purses; one voucher of EUR 15.00."""
    books = Books()
    for transfer in (
        ledger.fund("f1", "state", 100_000),
        ledger.fund("f2", "city", 100_000),
        ledger.set_aside("c", Kind.CONTINGENCY, "city", 500),
        ledger.set_aside("p", Kind.PURSES, "city", 1000),
        ledger.issue("issue:v", "v", (STATE, CITY)),
    ):
        assert books.write(transfer) is None
    return books


def left(books: Books, voucher: str = "v") -> int:
    """Of a voucher, wherever it lies, less what it owes."""
    of = (Kind.POOL, Kind.ALLOTTED, Kind.PENDING)
    lies = sum(cents for account, cents in books.balances.items() if account.kind in of and account.of == voucher)
    return lies - debts.owed(books.balance, voucher)


def recovered(books: Books, id_: str = "recover:r") -> bool:
    """What the voucher owes comes back as far as its pool goes; whether anything did."""
    back = debts.recover(books.balance, id_, "v", ["state", "city", CONTINGENCY_FUND])
    return back is not None and books.write(back) is None


def test_the_same_transfer_is_written_once(books: Books) -> None:
    for _ in range(3):
        assert books.write(ledger.issue("issue:v", "v", (STATE, CITY))) is None
    assert left(books) == 1500


def test_of_what_is_not_there_nothing_is_moved(books: Books) -> None:
    before = dict(books.balances)
    much = ledger.allot("a", "v", "s", (Part("state", 100), Part("city", 301)))
    assert books.write(much) == Bars(pool("v", "city"), 1)
    assert books.balances == before


def test_a_redemption_is_spent_by_the_funds_that_pay_it(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (STATE, CITY)))
    booked = ledger.spend(books.balance, "r", "v", "s", "pool", (STATE, Part("city", 100)))
    books.write(booked.transfer)
    assert booked.uncovered == 0
    assert (books.balance(spent("pool", "state")), books.balance(spent("pool", "city"))) == (1200, 100)
    assert left(books) == 200


def test_what_a_station_gave_and_had_not_is_paid_by_contingency_and_at_last_by_nobody(books: Books) -> None:
    booked = ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 800),))
    books.write(booked.transfer)
    assert booked.uncovered == 800
    assert books.balance(contingency()) == 0
    assert books.balance(short()) == -300
    assert left(books) == 1500 - 800


def test_reversed_it_is_the_vouchers_again_and_the_provider_gets_nothing(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (STATE,)))
    done = ledger.spend(books.balance, "r", "v", "s", "pool", (STATE,)).transfer
    books.write(done)
    for _ in range(2):
        books.write(ledger.reverse(books.balance, "reverse:r", "v", done))
    assert left(books) == 1500
    assert books.balance(spent("pool", "state")) == 0


def test_what_a_purse_gave_comes_back_from_the_voucher(books: Books) -> None:
    books.write(ledger.fill_purse("u", "s", 400))
    books.write(ledger.spend_purse(books.balance, "r", "v", "s", "pool", 300).transfer)
    assert (books.balance(purse("s")), debts.owed(books.balance, "v")) == (100, 300)
    assert recovered(books)
    assert (books.balance(purses()), debts.owed(books.balance, "v"), left(books)) == (900, 0, 1200)
    assert not recovered(books)


def test_what_contingency_and_nobody_gave_comes_back_from_the_voucher(books: Books) -> None:
    books.write(ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 800),)).transfer)
    assert recovered(books)
    assert (books.balance(contingency()), books.balance(short()), left(books)) == (800, -300, 700)
    made_good = debts.make_good(books.balance, "good")
    assert made_good is not None
    books.write(made_good)
    assert (books.balance(contingency()), books.balance(short())) == (500, 0)
    assert debts.make_good(books.balance, "again") is None


def test_what_the_pool_cannot_give_back_is_owed_until_it_can_contingency_first(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (STATE, CITY)))
    books.write(ledger.spend_purse(books.balance, "r1", "v", "s2", "pool", 300).transfer)
    books.write(ledger.fill_purse("u", "s2", 400))
    books.write(ledger.spend_purse(books.balance, "r2", "v", "s2", "pool", 400).transfer)
    assert not recovered(books)
    for number, cents in enumerate((200, 300, 500)):
        books.write(ledger.give_back(str(number), "v", "s", (Part("state", cents),)))
        recovered(books, f"recover:{number}")
        owed = [books.balance(accounts.due("v", name)) for name in ("contingency", "purse")]
        assert owed == [[100, 400], [0, 200], [0, 0]][number]
    assert (books.balance(contingency()), books.balance(purses()), left(books)) == (500, 1000, 800)


@pytest.mark.parametrize("purse_held", [400, 100, 0])
@pytest.mark.parametrize("paid_back", [False, True])
def test_a_purses_redemption_that_is_reversed_costs_the_voucher_nothing(
    books: Books, purse_held: int, paid_back: bool
) -> None:
    if purse_held:
        books.write(ledger.fill_purse("u", "s", purse_held))
    done = ledger.spend_purse(books.balance, "r", "v", "s", "pool", 300).transfer
    books.write(done)
    assert not paid_back or recovered(books)
    assert books.write(ledger.reverse(books.balance, "reverse:r", "v", done)) is None
    assert (debts.owed(books.balance, "v"), left(books)) == (0, 1500)
    assert all(cents == 0 for account, cents in books.balances.items() if account.kind is Kind.SPENT)
    assert books.balance(purses()) + books.balance(purse("s")) == 1000
    assert books.balance(contingency()) == 500


@pytest.mark.parametrize("paid_back", [False, True])
def test_an_overspend_that_is_reversed_costs_the_voucher_nothing_and_contingency_neither(
    books: Books, paid_back: bool
) -> None:
    done = ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 800),)).transfer
    books.write(done)
    assert not paid_back or recovered(books)
    assert books.write(ledger.reverse(books.balance, "reverse:r", "v", done)) is None
    assert (debts.owed(books.balance, "v"), left(books)) == (0, 1500)
    assert books.balance(contingency()) + books.balance(short()) == 500


def test_what_is_reversed_goes_back_to_each_lender_by_what_is_owed_to_it(books: Books) -> None:
    books.write(ledger.fill_purse("u", "s", 300))
    done = ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 200), Part("purse", 300))).transfer
    books.write(done)
    assert recovered(books)
    books.write(ledger.spend(books.balance, "r2", "v", "s", "pool", (Part("state", 200),)).transfer)
    books.write(ledger.reverse(books.balance, "reverse:r", "v", done))
    assert (debts.owed(books.balance, "v"), left(books)) == (0, 1300)
    assert (books.balance(contingency()), books.balance(purses())) == (500, 1000)


def test_what_nobody_had_and_contingency_has_made_good_is_contingencys_once_it_is_reversed(books: Books) -> None:
    done = ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 800),)).transfer
    books.write(done)
    books.write(ledger.set_aside("more", Kind.CONTINGENCY, "city", 300))
    made_good = debts.make_good(books.balance, "good")
    assert made_good is not None
    books.write(made_good)
    books.write(ledger.reverse(books.balance, "reverse:r", "v", done))
    assert (books.balance(short()), books.balance(contingency())) == (0, 800)


def test_what_was_booked_before_all_of_a_purses_part_was_owed_to_the_purse_is_reversed_likewise(books: Books) -> None:
    """A purse that held EUR 1.00 gave 3.00, contingency the rest; the voucher owed the purse all of it (ADR 26)."""
    books.write(ledger.fill_purse("u", "s", 100))
    gave = (
        Move(purse("s"), spent("pool", "purse"), 100),
        Move(contingency(), spent("pool", "contingency"), 200),
        Move(accounts.city("purse"), accounts.due("v", "purse"), 300),
    )
    books.write(Transfer("r", gave))
    assert recovered(books)
    assert (books.balance(purses()), left(books)) == (1200, 1200)
    assert books.write(ledger.reverse(books.balance, "reverse:r", "v", Transfer("r", gave))) is None
    assert (debts.owed(books.balance, "v"), left(books)) == (0, 1500)


def test_what_a_lost_station_gave_is_not_owed_for_contingency_has_paid_for_it(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (Part("state", 400),)))
    books.write(ledger.declare_lost(books.balance, "lost:s", "s", [allotted("v", "s", "state")]).transfer)
    books.write(ledger.fill_purse("u", "s", 30))
    done = ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 450), Part("purse", 30))).transfer
    books.write(done)
    assert debts.owed(books.balance, "v") == 50 + 30
    assert recovered(books)
    assert books.write(ledger.reverse(books.balance, "reverse:r", "v", done)) is None
    assert (left(books), books.balance(lost("s", "state")), books.balance(contingency())) == (1500, 400, 100)


def test_a_lost_station_locks_what_it_may_have_given_and_the_family_is_made_whole(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (Part("state", 400),)))
    booked = ledger.declare_lost(books.balance, "lost:s", "s", [allotted("v", "s", "state")])
    books.write(booked.transfer)
    assert booked.uncovered == 0
    assert (left(books), books.balance(lost("s", "state")), books.balance(contingency())) == (1500, 400, 100)
    books.write(ledger.spend(books.balance, "r", "v", "s", "pool", (Part("state", 300),)).transfer)
    assert books.balance(lost("s", "state")) == 100


def test_what_is_left_when_its_time_is_over_goes_back_to_where_it_came_from(books: Books) -> None:
    books.write(ledger.allot("a", "v", "s", (Part("state", 400),)))
    books.write(ledger.declare_lost(books.balance, "lost:s", "s", [allotted("v", "s", "state")]).transfer)
    assert books.write(ledger.reclaim("over", "v", (Part("state", 800), CITY, Part("contingency", 400)))) is None
    assert books.balance(contingency()) == 500
    assert books.balance(Account(Kind.FUND, fund="state")) == 100_000 - 400


def test_a_place_that_was_given_and_not_had_is_taken_of_those_with_central(books: Books) -> None:
    books.write(ledger.open_session("o", "x", 2))
    uncovered = []
    for id_ in ("first", "second", "third"):
        booked = ledger.take_place(books.balance, id_, "x", "s")
        books.write(booked.transfer)
        uncovered.append(booked.uncovered)
    assert uncovered == [1, 1, 1]
    assert books.balance(accounts.taken("x")) == 3
    assert books.balance(accounts.capacity("x")) == -3


def test_accounts_are_locked_in_one_order() -> None:
    there, back = Move(pool("v", "a"), pool("w", "b"), 1), Move(pool("w", "b"), pool("v", "a"), 1)
    assert Transfer("1", (there,)).accounts() == Transfer("2", (back,)).accounts()


# --- whatever is done, in whatever order ----------------------------------------------------------------------------

STATIONS, VOUCHERS, FUNDS = ("s1", "s2"), ("v1", "v2"), ("state", "city")
LENDING = (Kind.CONTINGENCY, Kind.SHORT, Kind.PURSES, Kind.PURSE, Kind.LOST, Kind.DUE)
cents = st.integers(1, 40)
parts_of = st.lists(st.sampled_from(FUNDS), min_size=1, max_size=2, unique=True).flatmap(
    lambda names: st.tuples(*(st.builds(Part, st.just(name), cents) for name in names))
)
stations, vouchers = st.sampled_from(STATIONS), st.sampled_from(VOUCHERS)


@dataclass
class _Given:
    """A redemption that was booked."""

    voucher: str
    transfer: Transfer
    reversed: bool = False


class Ledger(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.books = Books()
        self.number = 0
        self.given: list[_Given] = []
        self.made_whole = 0
        for name in FUNDS:
            self.books.write(ledger.fund(f"fund:{name}", name, 300))
        self.books.write(ledger.set_aside("aside", Kind.CONTINGENCY, "city", 30))
        self.books.write(ledger.set_aside("purses", Kind.PURSES, "city", 60))

    def write(self, make: Callable[[str], Transfer]) -> Transfer:
        """Told twice, like all that travels."""
        self.number += 1
        transfer = make(str(self.number))
        for _ in range(2):
            self.books.write(transfer)
        return transfer

    @rule(voucher=vouchers, parts=parts_of)
    def issue(self, voucher: str, parts: tuple[Part, ...]) -> None:
        self.write(lambda id_: ledger.issue(id_, voucher, parts))

    @rule(voucher=vouchers, station=stations, parts=parts_of)
    def allot(self, voucher: str, station: str, parts: tuple[Part, ...]) -> None:
        self.write(lambda id_: ledger.allot(id_, voucher, station, parts))

    @rule(voucher=vouchers, station=stations, parts=parts_of)
    def give_back(self, voucher: str, station: str, parts: tuple[Part, ...]) -> None:
        self.write(lambda id_: ledger.give_back(id_, voucher, station, parts))

    @rule(voucher=vouchers, station=stations, parts=parts_of, lent=st.sampled_from([0, 0, 7]))
    def spend(self, voucher: str, station: str, parts: tuple[Part, ...], lent: int) -> None:
        """A cheat's too: it may give what it was never granted."""
        parts = (*parts, Part(PURSE_FUND, lent)) if lent else parts
        booked = ledger.spend(self.books.balance, f"give:{self.number}", voucher, station, "provider", parts)
        assert self.books.write(booked.transfer) is None
        self.given.append(_Given(voucher, booked.transfer))
        self.number += 1

    @rule(station=stations, amount=cents)
    def fill(self, station: str, amount: int) -> None:
        self.write(lambda id_: ledger.fill_purse(id_, station, amount))

    @rule(voucher=vouchers, station=stations, amount=cents)
    def spend_purse(self, voucher: str, station: str, amount: int) -> None:
        booked = ledger.spend_purse(self.books.balance, f"lend:{self.number}", voucher, station, "provider", amount)
        assert self.books.write(booked.transfer) is None
        self.given.append(_Given(voucher, booked.transfer))
        self.number += 1

    @rule(voucher=vouchers)
    def recover(self, voucher: str) -> None:
        pools = [pool(voucher, name) for name in (*FUNDS, CONTINGENCY_FUND)]
        owed, there = debts.owed(self.books.balance, voucher), sum(map(self.books.balance, pools))
        back = debts.recover(self.books.balance, f"back:{self.number}", voucher, (*FUNDS, CONTINGENCY_FUND))
        self.number += 1
        assert back is None or self.books.write(back) is None
        assert debts.owed(self.books.balance, voucher) == max(0, owed - there)
        assert sum(map(self.books.balance, pools)) == max(0, there - owed)

    @rule()
    def make_good(self) -> None:
        good = debts.make_good(self.books.balance, f"good:{self.number}")
        self.number += 1
        assert good is None or self.books.write(good) is None
        assert not (self.books.balance(short()) and self.books.balance(contingency()))

    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        open_ones = [one for one in self.given if not one.reversed]
        if open_ones:
            one = data.draw(st.sampled_from(open_ones))
            back = ledger.reverse(self.books.balance, f"reverse:{one.transfer.id}", one.voucher, one.transfer)
            assert self.books.write(back) is None
            one.reversed = True

    @rule(station=stations)
    def declare_lost(self, station: str) -> None:
        held = [account for account in self.books.balances if account.at == station and _is_held(account)]
        booked = ledger.declare_lost(self.books.balance, f"lost:{self.number}", station, held)
        self.number += 1
        assert self.books.write(booked.transfer) is None
        self.made_whole += sum(move.amount for move in booked.transfer.moves if move.source == contingency())

    @invariant()
    def who_lent_has_it_or_is_owed_it(self) -> None:
        """To the cent: what contingency has, less what nobody had, with what is owed to it is what was set aside less
        what made families whole; what purses have, or were lost with, likewise."""
        found = Counter[str]()
        for account, amount in self.books.balances.items():
            found[account.fund] += amount if account.kind in LENDING else 0
        assert (found[CONTINGENCY_FUND], found[PURSE_FUND]) == (30 - self.made_whole, 60)

    @invariant()
    def nothing_is_made_and_nothing_is_lost(self) -> None:
        assert sum(self.books.balances.values()) == 0

    @invariant()
    def nobody_has_less_than_nothing(self) -> None:
        assert all(amount >= 0 for account, amount in self.books.balances.items() if account.kind not in BOTTOMLESS)
        assert self.books.balance(short()) <= 0

    @invariant()
    def what_the_city_paid_is_all_that_there_is(self) -> None:
        paid = [amount for account, amount in self.books.balances.items() if account.kind is Kind.CITY]
        owed = sum(amount for account, amount in self.books.balances.items() if account.kind is Kind.DUE)
        assert -sum(paid) - owed == 600

    @invariant()
    def of_no_fund_more_is_given_than_was_paid_into_it(self) -> None:
        assert self.books.balance(spent("provider", "state")) <= 300


def _is_held(account: Account) -> bool:
    return account.kind in (Kind.ALLOTTED, Kind.PENDING, Kind.PURSE)


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
