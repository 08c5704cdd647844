from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import enrolments, revoking
from central.db import reading, standing, stations, writing
from central.enrolments import NotEnrolled
from central.opening import Central
from central.rotation import rotate
from central.settings import Settings
from kiosk.domain import certificates, codes, keys
from kiosk.domain.certificates import Certificate
from kiosk.domain.keys import Purpose
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from tests.central.conftest import Hands
from tests.central.station import invite


def public() -> bytes:
    return keys.raw_public(Ed25519PrivateKey.generate())


def ask(central: Central, code: str, key: bytes) -> Enrolment | NotEnrolled:
    with writing(central.engine) as tx:
        return enrolments.enrol(tx, central.keys, EnrolmentAsk(code, key), central.clock())


def test_a_code_makes_a_station(central: Central) -> None:
    key = public()
    answer = ask(central, invite(central, "h1", "desk", "Front desk"), key)
    assert isinstance(answer, Enrolment)
    assert (answer.hub, answer.role) == ("h1", "desk")
    assert answer.scope.split() == ["public", "hub:h1", f"station:{answer.station}", "desk:h1"]
    assert keys.open_list(answer.key_list, answer.root_public) == central.keys.listed()
    with reading(central.engine) as tx:
        station = stations.by_id(tx, answer.station)
    assert station is not None
    assert (station.name, station.public) == ("Front desk", key)


def test_a_code_is_good_for_one_station(central: Central) -> None:
    code = invite(central)
    ask(central, code, public())
    assert ask(central, code, public()) == NotEnrolled("used")


def test_a_station_that_missed_the_answer_asks_again(central: Central) -> None:
    code, key = invite(central), public()
    first = ask(central, code, key)
    assert ask(central, code, key) == first
    with reading(central.engine) as tx:
        assert len(stations.every(tx)) == 1


def test_the_answer_holds_the_stations_certificate(central: Central) -> None:
    key = public()
    answer = ask(central, invite(central, "h1", "desk"), key)
    assert isinstance(answer, Enrolment)
    now = central.clock()
    held = certificates.read(answer.certificate, keys.open_list(answer.key_list, answer.root_public))
    assert held == Certificate(answer.station, "h1", "desk", key, now, now + timedelta(days=90))


def test_a_lost_answer_is_given_again_only_while_the_code_holds(central: Central, clock: Hands) -> None:
    code, key = invite(central), public()
    first = ask(central, code, key)
    assert isinstance(first, Enrolment)
    clock.advance(enrolments.HOLDS)
    again = ask(central, code, key)
    assert isinstance(again, Enrolment)
    assert again.station == first.station
    clock.advance(timedelta(seconds=1))
    assert ask(central, code, key) == NotEnrolled("expired")


def test_a_revoked_station_does_not_come_back_by_its_code(central: Central) -> None:
    code, key = invite(central), public()
    answer = ask(central, code, key)
    assert isinstance(answer, Enrolment)
    with writing(central.engine) as tx:
        revoking.station(tx, central.journal, answer.station, central.now())
    assert ask(central, code, key) == NotEnrolled("revoked")


def test_a_key_that_another_station_is_about_to_take_is_not_free(central: Central) -> None:
    answer, coming = ask(central, invite(central), public()), public()
    assert isinstance(answer, Enrolment)
    with writing(central.engine) as tx:
        standing.expect_key(tx, answer.station, coming)
    assert ask(central, invite(central), coming) == NotEnrolled("key_known")


def test_a_code_expires(central: Central, clock: Hands) -> None:
    code = invite(central)
    clock.advance(enrolments.HOLDS + timedelta(seconds=1))
    assert ask(central, code, public()) == NotEnrolled("expired")


def test_a_key_is_one_stations(central: Central) -> None:
    key = public()
    ask(central, invite(central), key)
    assert ask(central, invite(central), key) == NotEnrolled("key_known")


def test_a_code_of_another_kind_enrols_nobody(central: Central) -> None:
    today = central.clock().date()
    card = codes.write(central.keys.cards.key, central.keys.cards.kid, codes.Kind.CARD, 1, bytes(8), today)
    for wrong in ("", "WM1", "https://example.org", card):
        assert ask(central, wrong, public()) == NotEnrolled("not_a_code")


def test_a_code_that_somebody_else_signed_enrols_nobody(central: Central) -> None:
    forged = codes.write(
        Ed25519PrivateKey.generate(), central.keys.wire.kid, codes.Kind.ENROLMENT, 0, bytes(8), central.clock().date()
    )
    assert ask(central, forged, public()) == NotEnrolled("not_a_code")


def test_a_code_under_a_revoked_key_enrols_nobody(central: Central, settings: Settings) -> None:
    first, second = invite(central), invite(central)
    rotate(central, settings.root_file(), Purpose.WIRE, revoke=False)
    assert isinstance(ask(central, first, public()), Enrolment)
    third = invite(central)
    rotate(central, settings.root_file(), Purpose.WIRE, revoke=True)
    assert ask(central, third, public()) == NotEnrolled("not_a_code")
    assert isinstance(ask(central, second, public()), Enrolment)


def test_a_code_that_was_never_given_out_enrols_nobody(central: Central) -> None:
    wire = central.keys.wire
    code = codes.write(wire.key, wire.kid, codes.Kind.ENROLMENT, 0, bytes(8), central.clock().date())
    assert ask(central, code, public()) == NotEnrolled("unknown")


def test_the_database_does_not_hold_the_code(central: Central) -> None:
    code = codes.read(invite(central), central.keys.listed())
    assert isinstance(code, codes.Code)
    with reading(central.engine) as tx:
        (stored,) = tx.exec_driver_sql("SELECT subject_hash FROM enrolment_codes").scalars()
    assert code.subject not in stored


@pytest.mark.parametrize(
    ("hub", "role", "name"), [("", "desk", "n"), ("a b", "desk", "n"), ("h", "boss", "n"), ("h", "desk", "")]
)
def test_a_station_that_cannot_be_is_not_invited(central: Central, hub: str, role: str, name: str) -> None:
    with pytest.raises(ValueError, match="hub, role or name"):
        invite(central, hub, role, name)
