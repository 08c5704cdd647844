"""The accounts of the ledger (kiosk.domain.ledger): where value is, and whose.

city -> fund -> pool(voucher) -> allotted(voucher, station) -> spent(provider)
city -> fund -> purses -> purse(station) -> spent(provider)
city -> fund -> contingency            what makes a family whole, and what a copied disk gave
        capacity -> seats(session) -> allotted(session, station) -> taken(session)
"""

from enum import StrEnum
from typing import NamedTuple

PLACE = ""  # the fund of places
PURSE_FUND = "purse"
CONTINGENCY_FUND = "contingency"


class Kind(StrEnum):
    CITY = "city"
    FUND = "fund"
    POOL = "pool"  # of a voucher: what central holds and no station may give
    ALLOTTED = "allotted"  # of a voucher or a session, to a station: given out without asking
    PENDING = "pending"  # of a voucher, to a station: it asked, and has not said yet what came of it
    SPENT = "spent"  # with a provider
    PURSES = "purses"
    PURSE = "purse"  # of a station
    CONTINGENCY = "contingency"
    LOST = "lost"  # of a station: what it may have given before it was declared lost
    DUE = "due"  # of a voucher: what a purse or contingency gave for it and has not got back
    SHORT = "short"  # given, and had by nobody
    CAPACITY = "capacity"
    SEATS = "seats"  # of a session: free, with central
    TAKEN = "taken"


BOTTOMLESS = frozenset({Kind.CITY, Kind.SHORT, Kind.CAPACITY})


class Account(NamedTuple):
    """`of`: a voucher, a session; `at`: a station, of SPENT a provider. Places have no fund."""

    kind: Kind
    of: str = ""
    at: str = ""
    fund: str = ""


def city(name: str) -> Account:
    return Account(Kind.CITY, fund=name)


def pool(voucher: str, name: str) -> Account:
    return Account(Kind.POOL, voucher, fund=name)


def allotted(of: str, station: str, name: str = PLACE) -> Account:
    return Account(Kind.ALLOTTED, of, station, name)


def pending(voucher: str, station: str, name: str) -> Account:
    return Account(Kind.PENDING, voucher, station, name)


def spent(provider: str, name: str) -> Account:
    return Account(Kind.SPENT, at=provider, fund=name)


def purse(station: str) -> Account:
    return Account(Kind.PURSE, at=station, fund=PURSE_FUND)


def lost(station: str, name: str) -> Account:
    return Account(Kind.LOST, at=station, fund=name)


def due(voucher: str, name: str) -> Account:
    """What a voucher owes to PURSE_FUND, or to CONTINGENCY_FUND."""
    return Account(Kind.DUE, voucher, fund=name)


def purses() -> Account:
    return Account(Kind.PURSES, fund=PURSE_FUND)


def contingency() -> Account:
    return Account(Kind.CONTINGENCY, fund=CONTINGENCY_FUND)


def short() -> Account:
    return Account(Kind.SHORT, fund=CONTINGENCY_FUND)


def seats(session: str) -> Account:
    return Account(Kind.SEATS, session)


def taken(session: str) -> Account:
    return Account(Kind.TAKEN, session)


def capacity(session: str) -> Account:
    return Account(Kind.CAPACITY, session)
