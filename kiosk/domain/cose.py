"""COSE_Sign1 with Ed25519 (RFC 9052), cut to what this product signs.

One form only: protected header ``{1: -8, 4: kid}``, empty unprotected header, attached payload, and a context string
as external additional data, so that a signature made for one purpose never verifies for another.
"""

from collections.abc import Callable

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED_DSA = -8
_ALG, _KID = 1, 4


class NotVerified(Exception):
    """The bytes are not a COSE_Sign1 of ours, or its signature does not hold."""


def _to_be_signed(protected: bytes, context: str, payload: bytes) -> bytes:
    return cbor2.dumps(["Signature1", protected, context.encode(), payload], canonical=True)


def sign1(key: Ed25519PrivateKey, kid: bytes, context: str, payload: bytes) -> bytes:
    """An untagged COSE_Sign1 over `payload`, bound to `context`."""
    protected = cbor2.dumps({_ALG: ED_DSA, _KID: kid}, canonical=True)
    signature = key.sign(_to_be_signed(protected, context, payload))
    return cbor2.dumps([protected, {}, payload, signature], canonical=True)


def peek(message: bytes) -> tuple[bytes, bytes]:
    """The kid and the payload, read without checking the signature. Raises NotVerified when it is not our form."""
    protected, payload, _ = _parts(message)
    return _kid(protected), payload


def open1(message: bytes, context: str, public_key: Callable[[bytes], Ed25519PublicKey | None]) -> bytes:
    """The payload of a message whose signature holds. Raises NotVerified for everything else."""
    protected, payload, signature = _parts(message)
    key = public_key(_kid(protected))
    if key is None:
        raise NotVerified("unknown key")
    try:
        key.verify(signature, _to_be_signed(protected, context, payload))
    except InvalidSignature:
        raise NotVerified("signature") from None
    return payload


def _parts(message: bytes) -> tuple[bytes, bytes, bytes]:
    match decode(message):
        case [bytes() as protected, dict() as unprotected, bytes() as payload, bytes() as signature]:
            if unprotected or len(signature) != 64:
                raise NotVerified("form")
            return protected, payload, signature
    raise NotVerified("form")


def _kid(protected: bytes) -> bytes:
    match decode(protected):
        case {1: -8, 4: bytes() as kid, **rest} if not rest:
            return kid
    raise NotVerified("header")


def decode(data: bytes) -> object:
    """One deterministically encoded CBOR item; trailing bytes and other encodings of the same value are refused."""
    try:
        value: object = cbor2.loads(data)
        if cbor2.dumps(value, canonical=True) != data:
            raise NotVerified("not deterministic")
    except NotVerified:
        raise
    except (cbor2.CBORError, ValueError, TypeError, ArithmeticError, RuntimeError, MemoryError):
        # The last three: what a decimal fraction, a shared reference and a length out of reach raise in cbor2.
        raise NotVerified("not CBOR") from None
    return value
