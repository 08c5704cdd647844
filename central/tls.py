"""TLS from the same root: its X.509 certificate, which stations pin, and certificates for central's names.

The root's certificate is always the same bytes, whenever it is made: it has no dates that could pass, and an Ed25519
signature has no chance in it.
"""

import ipaddress
import logging
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ROOT_FILE = "root.pem"
SERVER_FILE = "tls.pem"
HOLDS = 397  # days: what clients commonly take at most
_BORN = datetime(2020, 1, 1, tzinfo=UTC)
_FOR_EVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280, 4.1.2.5: no well-defined end
_ROOT_NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "WISH-MI hub root")])
_SKEW = timedelta(days=1)  # a station's clock may be behind

log = logging.getLogger(__name__)


def root_certificate(root: Ed25519PrivateKey) -> str:
    """PEM: the root as a certificate authority, signed by itself."""
    public = root.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_ROOT_NAME)
        .issuer_name(_ROOT_NAME)
        .public_key(public)
        .serial_number(int.from_bytes(sha256(public.public_bytes_raw()).digest()[:16]) >> 1)
        .not_valid_before(_BORN)
        .not_valid_after(_FOR_EVER)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(root, None)
    )
    return certificate.public_bytes(Encoding.PEM).decode()


def server_certificate(root: Ed25519PrivateKey, names: Sequence[str], now: datetime, days: int = HOLDS) -> str:
    """PEM: a new key, its certificate for these names and addresses, the root's. Raises ValueError for a bad name."""
    if not names or not 1 <= days <= 3650:
        raise ValueError("at least one name, and from 1 to 3650 days")
    key = ec.generate_private_key(ec.SECP256R1())
    authority = root.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])]))
        .issuer_name(_ROOT_NAME)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SKEW)
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority), critical=False)
        .sign(root, None)
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return private + certificate.public_bytes(Encoding.PEM).decode() + root_certificate(root)


def holds_root(pem: str, root_public: bytes) -> bool:
    """Whether this is the certificate of this root."""
    try:
        certificate = x509.load_pem_x509_certificate(pem.encode())
    except ValueError:
        return False
    public = certificate.public_key()
    return isinstance(public, Ed25519PublicKey) and public.public_bytes_raw() == root_public


class Renewing:
    """The certificate that a server shows, taken up anew from its file whenever that was replaced.

    Connections that are open go on with the one they began with. What cannot be used is said, once, and the one before
    is shown on.
    """

    def __init__(self, file: Path, context: ssl.SSLContext) -> None:
        """`context` has the file's content loaded."""
        self._file = file
        self._context = context
        self._taken_up = self._version()

    async def look(self) -> None:
        there = self._version()
        if there == self._taken_up or there is None:
            return
        self._taken_up = there
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self._file)  # or half of it may be taken up
            self._context.load_cert_chain(self._file)
        except OSError as problem:  # what is no certificate too
            log.warning("%s was replaced and cannot be used: %s", self._file.name, type(problem).__name__)

    def _version(self) -> tuple[int, int, int] | None:
        """What is another for another file, None for none."""
        try:
            there = self._file.stat()
        except OSError:
            return None
        return there.st_ino, there.st_size, there.st_mtime_ns


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        pass
    labels = text.rstrip(".").encode("idna").decode() if text.strip() else ""
    if not labels or not all(character.isalnum() or character in "-.*" for character in labels):
        raise ValueError(f"no host name: {text!r}")
    return x509.DNSName(labels)


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )
