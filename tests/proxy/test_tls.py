"""TLS passes through as bytes, and its bytes can be cut, stalled and corrupted."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.proxy import ALWAYS, Corrupt, Counts, CutDown, Fault, FaultProxy, Link, Reset
from tests.proxy.upstream import PATIENCE_S, bytes_of, serving


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A file with a key and its own certificate for 127.0.0.1."""
    key, name = Ed25519PrivateKey.generate(), x509.Name([])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("hub")]), critical=True)
        .sign(key, None)
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    file = tmp_path / "tls.pem"
    file.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
    return file


@pytest.fixture
def proxy(certificate: Path) -> Iterator[FaultProxy]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with serving(tls) as upstream, FaultProxy(upstream.port) as between:
        yield between


def secret(proxy: FaultProxy, certificate: Path) -> bytes:
    tls = ssl.create_default_context(cafile=str(certificate))
    tls.check_hostname = False
    client = HTTPSConnection("127.0.0.1", proxy.port, timeout=PATIENCE_S, context=tls)
    try:
        client.request("GET", "/1000")
        return client.getresponse().read()
    finally:
        client.close()


def test_tls_passes_through(proxy: FaultProxy, certificate: Path) -> None:
    proxy.arm(Link(0.01, 10_000_000), ALWAYS)
    assert secret(proxy, certificate) == bytes_of(1000)
    assert proxy.counts.requests == 1
    assert proxy.counts.down_bytes > 1000
    assert proxy.counts != Counts()


@pytest.mark.parametrize("fault", [CutDown(0), CutDown(50), CutDown(900), Reset(900), Corrupt(100), Corrupt(1200)])
def test_faults_of_bytes_break_tls_where_it_shows(proxy: FaultProxy, certificate: Path, fault: Fault) -> None:
    proxy.arm(fault)
    with pytest.raises(OSError, match=r"SSL|EOF|reset|closed"):
        secret(proxy, certificate)
    assert proxy.fired == (fault,)
    assert secret(proxy, certificate) == bytes_of(1000)
