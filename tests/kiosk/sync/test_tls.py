"""TLS pinned to the root, judged by our own clock: real handshakes on loopback."""

import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from kiosk.clock import Clock, Kept
from kiosk.domain import wire
from kiosk.domain.wire import Cursor, NotTheWire
from kiosk.sync.central import HttpCentral, NoConnection, line, tls
from tests.kiosk.sync.speaking import NOW, Answer, Asked, Signing, serving

ASKED = Cursor("e", 0, 0, None)
PAGE = wire.Page(ASKED, ASKED, False, 0, "")
DAY = timedelta(days=1)
LONG_AGO = datetime(1971, 1, 1, tzinfo=UTC)
FAR_OFF = datetime(2099, 1, 1, tzinfo=UTC)
PATIENCE_S = line.STALL_S - 10  # of a busy machine; whoever waited the silence out would take longer


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@dataclass(frozen=True)
class Authority:
    key: Ed25519PrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()

    def below(self, name: str, key: Ed25519PrivateKey) -> "Authority":
        return Authority(key, authority_certificate(name, key, self.certificate.subject, self.key))


def authority_certificate(
    name: str, key: Ed25519PrivateKey, issuer: x509.Name, by: Ed25519PrivateKey
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(LONG_AGO)
        .not_valid_after(FAR_OFF)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(by, None)
    )


def authority(key: Ed25519PrivateKey, name: str = "root") -> Authority:
    return Authority(key, authority_certificate(name, key, named(name), key))


def served_by(
    issuer: Authority,
    folder: Path,
    since: datetime = NOW - DAY,
    until: datetime = NOW + DAY,
    name: str = "127.0.0.1",
    chain: str = "",
    newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3,
) -> ssl.SSLContext:
    """A server's side, with a certificate for this address that holds between these moments."""
    key = ec.generate_private_key(ec.SECP256R1())
    alternative: x509.GeneralName = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    leaf = (
        x509.CertificateBuilder()
        .subject_name(named("central"))
        .issuer_name(issuer.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .sign(issuer.key, None)
    )
    file = folder / "server.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + leaf.public_bytes(Encoding.PEM) + chain.encode())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if newest < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            context.minimum_version = context.maximum_version = newest
    context.load_cert_chain(file)
    return context


def at(moment: datetime | None, wall: datetime = FAR_OFF) -> Clock:
    """A clock that central set, on a machine whose own is wrong."""
    clock = Clock(wall=lambda: wall, boot=lambda: 50.0, boot_id=lambda: "one")
    if moment is not None:
        clock.anchor(moment, 50.0, 50.0)
    return clock


SIGN = Signing()
ROOT = authority(SIGN.root)


@contextmanager
def reached(
    context: ssl.SSLContext, clock: Clock, pem: str = ROOT.pem, pin: Callable[[str], None] = lambda pem: None
) -> Iterator[HttpCentral]:
    def speak(asked: Asked) -> Answer:
        if asked.path == "/v1/root":
            return Answer(ROOT.pem.encode())
        return SIGN(asked, Answer(wire.dump_page(PAGE)))

    with serving(speak, context) as url:
        central = HttpCentral(replace(SIGN.identity(url), root_certificate=pem), clock, pin=pin)
        try:
            yield central
        finally:
            central.close()


def test_a_server_that_the_pinned_root_certified_is_central(tmp_path: Path) -> None:
    with reached(served_by(ROOT, tmp_path), at(NOW)) as central:
        assert central.feed(ASKED) == PAGE


@pytest.mark.parametrize("wall", [LONG_AGO, FAR_OFF])
def test_dates_are_judged_by_our_clock_and_not_by_the_machine_s(tmp_path: Path, wall: datetime) -> None:
    with reached(served_by(ROOT, tmp_path), at(NOW, wall)) as central:
        assert central.feed(ASKED) == PAGE


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [(NOW - 9 * DAY, NOW - DAY, "expired"), (NOW + DAY, NOW + 9 * DAY, "not yet valid")],
)
def test_a_certificate_of_another_time_is_refused_by_an_anchored_clock(
    tmp_path: Path, since: datetime, until: datetime, why: str
) -> None:
    with (
        reached(served_by(ROOT, tmp_path, since, until), at(NOW, NOW)) as central,
        pytest.raises(NoConnection, match=why),
    ):
        central.feed(ASKED)


@pytest.mark.parametrize(("since", "until"), [(NOW - 9 * DAY, NOW - DAY), (NOW + DAY, NOW + 9 * DAY)])
def test_dates_are_not_looked_at_while_nothing_is_known_of_the_time(
    tmp_path: Path, since: datetime, until: datetime
) -> None:
    with reached(served_by(ROOT, tmp_path, since, until), at(None, NOW)) as central:
        assert central.feed(ASKED) == PAGE


def test_a_hardware_clock_that_is_ahead_locks_nobody_out(tmp_path: Path) -> None:
    clock = Clock(wall=lambda: NOW + 10 * DAY, boot=lambda: 50.0, boot_id=lambda: "two")
    clock.start(Kept(NOW, 7.0, "one", NOW))
    assert clock.read().at == NOW + 10 * DAY
    with reached(served_by(ROOT, tmp_path, until=NOW + 5 * DAY), clock) as central:
        assert central.feed(ASKED) == PAGE
    assert clock.read().at - NOW < timedelta(hours=1)


def test_a_hardware_clock_that_stood_still_locks_nobody_out(tmp_path: Path) -> None:
    clock = Clock(wall=lambda: NOW, boot=lambda: 50.0, boot_id=lambda: "two")
    clock.start(Kept(NOW, 7.0, "one", NOW))
    with reached(served_by(ROOT, tmp_path, NOW + 60 * DAY, NOW + 90 * DAY), clock) as central:
        assert central.feed(ASKED) == PAGE


def test_what_had_run_out_when_central_was_last_heard_is_refused_after_a_restart_too(tmp_path: Path) -> None:
    clock = Clock(wall=lambda: NOW + DAY, boot=lambda: 50.0, boot_id=lambda: "two")
    clock.start(Kept(NOW, 7.0, "one", NOW))
    with (
        reached(served_by(ROOT, tmp_path, NOW - 9 * DAY, NOW - DAY), clock) as central,
        pytest.raises(NoConnection, match="expired"),
    ):
        central.feed(ASKED)


def test_another_root_of_the_same_name_is_refused(tmp_path: Path) -> None:
    other = authority(Ed25519PrivateKey.generate())
    with reached(served_by(other, tmp_path), at(NOW)) as central, pytest.raises(NoConnection, match="certificate"):
        central.feed(ASKED)


@pytest.mark.parametrize("name", ["127.0.0.2", "central.example"])
def test_a_certificate_for_another_name_is_refused(tmp_path: Path, name: str) -> None:
    with (
        reached(served_by(ROOT, tmp_path, name=name), at(NOW)) as central,
        pytest.raises(NoConnection, match="certificate"),
    ):
        central.feed(ASKED)


def test_who_was_certified_by_somebody_in_between_is_refused(tmp_path: Path) -> None:
    between = ROOT.below("between", Ed25519PrivateKey.generate())
    context = served_by(between, tmp_path, chain=between.pem)
    with reached(context, at(NOW)) as central, pytest.raises(NoConnection, match="not issued by the root"):
        central.feed(ASKED)


def test_an_old_tls_is_refused(tmp_path: Path) -> None:
    context = served_by(ROOT, tmp_path, newest=ssl.TLSVersion.TLSv1_1)
    with reached(context, at(NOW)) as central, pytest.raises(NoConnection):
        central.feed(ASKED)


def test_a_station_without_the_root_s_certificate_fetches_and_pins_it(tmp_path: Path) -> None:
    pinned = list[str]()
    with reached(served_by(ROOT, tmp_path), at(NOW), pem="", pin=pinned.append) as central:
        assert central.feed(ASKED) == PAGE
        assert central.feed(ASKED) == PAGE
    assert pinned == [ROOT.pem]


def test_the_root_that_is_fetched_does_not_make_another_server_central(tmp_path: Path) -> None:
    """Whoever stands in between may hand out the right certificate: the handshake after it has to hold, too."""
    other, pinned = authority(Ed25519PrivateKey.generate()), list[str]()
    with (
        reached(served_by(other, tmp_path), at(NOW), pem="", pin=pinned.append) as central,
        pytest.raises(NoConnection, match="certificate"),
    ):
        central.feed(ASKED)


def test_a_handshake_that_hangs_can_be_hung_up_on() -> None:
    failed = list[Exception]()

    def ask() -> None:
        try:
            central.feed(ASKED)
        except NoConnection as error:
            failed.append(error)

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        central = HttpCentral(replace(SIGN.identity(url), root_certificate=ROOT.pem), at(NOW))
        asking = threading.Thread(target=ask)
        asking.start()
        shaking, _ = silent.accept()
        with shaking:
            shaking.recv(1)
            central.cancel()
            asking.join(timeout=PATIENCE_S)
            assert not asking.is_alive()
    assert len(failed) == 1


# --- the root's certificate -----------------------------------------------------------------------------------------


def ours(public: bytes) -> bool:
    return public == SIGN.root.public_key().public_bytes_raw()


def test_a_root_certificate_proves_itself() -> None:
    assert tls.read_root(ROOT.pem.encode(), ours) == ROOT.pem


def test_a_root_certificate_of_another_root_is_told_apart() -> None:
    with pytest.raises(tls.NotOurs):
        tls.read_root(authority(Ed25519PrivateKey.generate()).pem.encode(), ours)


def test_a_certificate_for_the_root_s_key_that_the_root_did_not_sign_is_none() -> None:
    forged = authority_certificate("root", SIGN.root, named("root"), Ed25519PrivateKey.generate())
    with pytest.raises(NotTheWire):
        tls.read_root(forged.public_bytes(Encoding.PEM), ours)


@pytest.mark.parametrize(
    "pem", [b"", b"<html>", b"-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----", b"x" * 10**6]
)
def test_what_is_no_certificate_is_none(pem: bytes) -> None:
    with pytest.raises(NotTheWire):
        tls.read_root(pem, ours)
