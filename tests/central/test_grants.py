from datetime import date

import cbor2
import pytest
from cwt import COSE, COSEKey

from central import grants
from central.db import writing
from central.opening import Central
from kiosk.domain import codes
from kiosk.domain.keys import KeyState, raw_public
from tests.central.station import Station, enrolled

TODAY = date(2026, 5, 22)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def granted(central: Central, station: Station, count: int) -> list[grants.Blank]:
    with writing(central.engine) as tx:
        return grants.grant_blanks(tx, central.keys, station.id, count, TODAY)


def test_blanks_are_cards_that_the_kernel_reads(central: Central, station: Station) -> None:
    for blank in granted(central, station, 3):
        code = codes.read(blank.code, central.keys.listed())
        assert isinstance(code, codes.Code)
        assert (code.kind, code.serial, code.key_state) == (codes.Kind.CARD, blank.serial, KeyState.CURRENT)
        assert code.expires.year == TODAY.year + grants.CARD_YEARS


def test_blanks_are_cose_for_somebody_else_too(central: Central, station: Station) -> None:
    (blank,) = granted(central, station, 1)
    number = 0
    for character in blank.code[len(codes.PREFIX) :]:
        number = number << 5 | _CROCKFORD.index(character)
    bits = 5 * (len(blank.code) - len(codes.PREFIX))
    message = (number >> bits % 8).to_bytes(bits // 8)
    public = raw_public(central.keys.cards.key)
    key = COSEKey.new({1: 1, 2: central.keys.cards.kid, 3: -8, -1: 6, -2: public})  # OKP, EdDSA, Ed25519
    tagged = cbor2.dumps(cbor2.CBORTag(18, cbor2.loads(message)))
    payload = COSE.new().decode(tagged, key, external_aad=b"wishmi/card/1")
    kind, serial, subject, _ = cbor2.loads(payload)
    assert (kind, serial, len(subject)) == (1, blank.serial, 8)


def test_no_serial_is_given_twice(central: Central, station: Station) -> None:
    serials = [blank.serial for _ in range(3) for blank in granted(central, station, 50)]
    assert serials == list(range(1, 151))


def test_codes_are_opaque(central: Central, station: Station) -> None:
    read = [codes.read(blank.code, central.keys.listed()) for blank in granted(central, station, 50)]
    assert len({code.subject for code in read if isinstance(code, codes.Code)}) == 50


def test_a_station_is_fed_its_own_blanks_only(central: Central, station: Station) -> None:
    signed = granted(central, station, 2)
    neighbour = enrolled(central, station.app, station.hub)
    assert [item.data for item in station.copy().values() if item.kind == "grant"] == [
        {"what": "blanks", "codes": [[blank.serial, blank.code] for blank in signed]}
    ]
    assert [item for item in neighbour.copy().values() if item.kind == "grant"] == []


@pytest.mark.parametrize("count", [0, -1, grants.MOST_BLANKS + 1])
def test_a_grant_has_bounds(central: Central, station: Station, count: int) -> None:
    with pytest.raises(ValueError, match="blanks"):
        granted(central, station, count)


def test_a_stock_is_one_stations(central: Central, station: Station) -> None:
    granted(central, station, 3)
    with writing(central.engine) as tx:
        assert grants.in_stock(tx, station.id, [2, 3, 4]) == {2, 3}
        assert grants.in_stock(tx, "another", [2, 3]) == frozenset()
        assert grants.in_stock(tx, station.id, []) == frozenset()
