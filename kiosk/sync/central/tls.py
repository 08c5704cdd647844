"""TLS as a station checks it: pinned to the root it was enrolled with, and by our own clock, never the machine's.

The root signs central's certificate directly, for the name it is reached by. Its dates are judged by what central said
of the time and by nothing else: a hardware clock, right or wrong, locks nobody out. While nothing is known of the time
no dates are checked; an answer's freshness comes from its nonce.
"""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.clock import Certain
from kiosk.domain.wire import NotTheWire

_NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME, which Python has no name for
_SLACK = timedelta(minutes=2)  # what our clock may be off
_PEM_LONGEST = 20_000  # bytes


class Trust(Protocol):
    def shaken(self, sock: socket.socket, host: str) -> ssl.SSLSocket:
        """The socket after a handshake with `host`. Raises OSError (ssl.SSLError) when it is not to be trusted."""
        ...


@dataclass(frozen=True)
class Pinned:
    """Central by the root that is pinned."""

    root: str  # PEM
    certain: Callable[[], Certain]

    def shaken(self, sock: socket.socket, host: str) -> ssl.SSLSocket:
        safe = _context(self.root).wrap_socket(sock, server_hostname=host)
        try:
            self._check(x509.load_der_x509_certificate(safe.getpeercert(binary_form=True) or b""))
        except BaseException:
            safe.close()
            raise
        return safe

    def _check(self, leaf: x509.Certificate) -> None:
        try:
            leaf.verify_directly_issued_by(x509.load_pem_x509_certificate(self.root.encode()))
        except (ValueError, TypeError, InvalidSignature):
            raise _refused("not issued by the root itself") from None
        now = self.certain()
        if now.earliest is not None and now.earliest - _SLACK > leaf.not_valid_after_utc:
            raise _refused("certificate has expired")
        if now.latest is not None and now.latest + _SLACK < leaf.not_valid_before_utc:
            raise _refused("certificate is not yet valid")


class Anybody:
    """Whoever answers: only to fetch a root certificate, which proves itself."""

    def shaken(self, sock: socket.socket, host: str) -> ssl.SSLSocket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context.wrap_socket(sock, server_hostname=host)


def _context(root: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks the name, and demands a certificate
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= _NO_CHECK_TIME
    context.load_verify_locations(cadata=root)
    return context


def _refused(why: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, why)
    error.verify_message = why
    return error


def read_root(pem: bytes, is_ours: Callable[[bytes], bool]) -> str:
    """A root certificate that proves itself: signed by its own key, and that key is the root's. As PEM.

    Raises NotTheWire when it is none, and NotOurs when it is another root's.
    """
    try:
        if len(pem) > _PEM_LONGEST:
            raise NotTheWire("not a root certificate")
        certificate = x509.load_pem_x509_certificate(pem)
        public = certificate.public_key()
        if not isinstance(public, Ed25519PublicKey):
            raise NotTheWire("not a root certificate")
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature):
        raise NotTheWire("not a root certificate") from None
    if not is_ours(public.public_bytes_raw()):
        raise NotOurs("another root's certificate")
    return certificate.public_bytes(Encoding.PEM).decode()


class NotOurs(NotTheWire):
    """A root certificate, but of another root than the one that is pinned."""
