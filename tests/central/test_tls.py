import asyncio
import socket
import ssl
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from central import files, keyfiles, tls
from central.clock import now
from central.opening import Central, opened
from central.server import Server
from central.settings import Settings
from tests.central.conftest import NOON, SQLITE_ONLY
from tests.central.station import send
from tests.serving import app_of

pytestmark = SQLITE_ONLY  # TLS knows no database


@pytest.fixture
def root(settings: Settings) -> Ed25519PrivateKey:
    return keyfiles.root(settings.root_file())


def certify(settings: Settings, root: Ed25519PrivateKey, *names: str, days: int = 30) -> None:
    files.replace(settings.folder() / tls.SERVER_FILE, tls.server_certificate(root, names, now(), days))


def trusting(pem: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cadata=pem)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


def handshake(url: str, name: str, context: ssl.SSLContext) -> str:
    """The protocol's version; raises ssl.SSLCertVerificationError."""
    host, port = url.removeprefix("https://").split(":")
    with socket.create_connection((host, int(port))) as plain, context.wrap_socket(plain, server_hostname=name) as it:
        return it.version() or ""


def test_the_roots_certificate_is_made_with_the_keys_and_is_always_the_same(
    central: Central, root: Ed25519PrivateKey
) -> None:
    pem = central.root_certificate()
    assert pem == tls.root_certificate(root)
    certificate = x509.load_pem_x509_certificate(pem.encode())
    public = certificate.public_key()
    assert isinstance(public, Ed25519PublicKey)
    assert public.public_bytes_raw() == central.keys.root_public
    certificate.verify_directly_issued_by(certificate)


def test_anybody_gets_the_roots_certificate(central: Central, station: object) -> None:
    answer = send(app_of(central), "GET", "/v1/root")
    assert answer.text == central.root_certificate()
    (central.folder / tls.ROOT_FILE).unlink()
    answer = send(app_of(central), "GET", "/v1/root")
    assert (answer.status_code, answer.json()) == (404, {"error": "no_root_certificate"})


def test_a_database_from_before_gets_it_when_the_root_key_is_at_hand(settings: Settings) -> None:
    file, aside = settings.folder() / tls.ROOT_FILE, settings.folder() / "aside"
    file.unlink()
    settings.root_file().rename(aside)
    with opened(settings) as central:
        assert central.root_certificate() == ""
    other = Ed25519PrivateKey.generate().private_bytes_raw().hex()
    settings.root_file().write_text(other)
    with opened(settings) as central:
        assert central.root_certificate() == ""
    aside.rename(settings.root_file())
    with opened(settings) as central:
        assert central.root_certificate() != ""


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_central_speaks_tls_to_whoever_pins_the_root(settings: Settings, root: Ed25519PrivateKey, name: str) -> None:
    certify(settings, root, "localhost", "127.0.0.1", "::1")
    server = Server(settings)
    url = server.start()
    assert url.startswith("https://")
    try:
        assert handshake(url, name, trusting(tls.root_certificate(root))) == "TLSv1.3"
        with httpx.Client(verify=trusting(tls.root_certificate(root))) as client:
            assert client.get(f"{url}/v1/health").json()["status"] == "ok"
    finally:
        server.stop()


def test_another_name_and_another_root_are_not_trusted(settings: Settings, root: Ed25519PrivateKey) -> None:
    certify(settings, root, "central.example.org")
    server = Server(settings)
    url = server.start()
    strange = tls.root_certificate(Ed25519PrivateKey.generate())
    try:
        assert handshake(url, "central.example.org", trusting(tls.root_certificate(root)))
        with pytest.raises(ssl.SSLCertVerificationError, match="not valid for"):
            handshake(url, "127.0.0.1", trusting(tls.root_certificate(root)))
        with pytest.raises(ssl.SSLCertVerificationError):
            handshake(url, "central.example.org", trusting(strange))
    finally:
        server.stop()


def test_a_renewed_certificate_is_shown_without_a_new_start(
    settings: Settings, root: Ed25519PrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    certify(settings, root, "former.example.org")
    monkeypatch.setattr("central.server._LOOK", 0)
    server = Server(settings)
    url = server.start()
    pinned = trusting(tls.root_certificate(root))
    try:
        assert handshake(url, "former.example.org", pinned)
        certify(settings, root, "new.example.org")
        while not shows(url, "new.example.org", pinned):  # as soon as it looks
            pass
        assert not shows(url, "former.example.org", pinned)
    finally:
        server.stop()


def shows(url: str, name: str, context: ssl.SSLContext) -> bool:
    try:
        return bool(handshake(url, name, context))
    except ssl.SSLCertVerificationError:
        return False


def test_a_renewed_certificate_that_is_none_changes_nothing_and_is_said_once(
    settings: Settings, root: Ed25519PrivateKey, caplog: pytest.LogCaptureFixture
) -> None:
    certify(settings, root, "localhost")
    file = settings.folder() / tls.SERVER_FILE
    whole, context = file.read_text(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    renewing, loaded = tls.Renewing(file, context), context.cert_store_stats()
    for spoilt in ("nothing", whole.partition("-----END PRIVATE KEY-----")[0], whole.partition("-----BEGIN CERT")[0]):
        caplog.clear()
        files.replace(file, spoilt)
        for _ in range(2):
            asyncio.run(renewing.look())
        assert [record.getMessage() for record in caplog.records] == [
            "tls.pem was replaced and cannot be used: SSLError"
        ]
    file.unlink()
    asyncio.run(renewing.look())
    assert context.cert_store_stats() == loaded


def test_plain_is_plain_in_any_case(settings: Settings, root: Ed25519PrivateKey) -> None:
    certify(settings, root, "localhost")
    server = Server(settings, plain=True)
    url = server.start()
    try:
        with httpx.Client() as client:
            assert client.get(f"{url}/v1/health").status_code == 200
    finally:
        server.stop()


def test_a_certificate_that_is_none_keeps_central_from_starting(settings: Settings) -> None:
    (settings.folder() / tls.SERVER_FILE).write_text("nothing")
    with pytest.raises(ssl.SSLError):
        Server(settings).start()


@pytest.mark.parametrize("name", ["", " ", "a b", "a/b", "https://host", "*" * 300])
def test_what_is_no_name_is_not_certified(root: Ed25519PrivateKey, name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the library's words or ours
        tls.server_certificate(root, [name], NOON)


@pytest.mark.parametrize("days", [0, -1, 4000])
def test_a_certificate_holds_for_some_days(root: Ed25519PrivateKey, days: int) -> None:
    with pytest.raises(ValueError, match="days"):
        tls.server_certificate(root, ["host"], NOON, days)


def test_the_file_is_for_its_owner_only(settings: Settings, root: Ed25519PrivateKey) -> None:
    certify(settings, root, "localhost")
    assert (settings.folder() / tls.SERVER_FILE).stat().st_mode & 0o777 == 0o600


def test_international_names_are_written_as_they_travel(root: Ed25519PrivateKey, tmp_path: Path) -> None:
    pem = tls.server_certificate(root, ["città.example"], NOON)
    leaf = x509.load_pem_x509_certificates(pem.partition("-----END PRIVATE KEY-----\n")[2].encode())[0]
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["xn--citt-3na.example"]
