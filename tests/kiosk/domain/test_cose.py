"""Our one form of COSE_Sign1, judged by a library that knows nothing of us."""

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cwt import COSE, COSEKey
from cwt.exceptions import VerifyError
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import cose
from kiosk.domain.cose import NotVerified
from tests.kiosk.domain.signers import CARDS, STRANGER

TAG_18 = b"\xd2"
KID, CONTEXT, PAYLOAD = b"c2", "wishmi/card/1", b"what is signed"
MESSAGE = cose.sign1(CARDS, KID, CONTEXT, PAYLOAD)
THEIR_PRIVATE = COSEKey.from_pem(
    CARDS.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), kid=KID, alg="EdDSA"
)
THEIR_PUBLIC = COSEKey.from_pem(
    CARDS.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), kid=KID, alg="EdDSA"
)


def the_key(kid: bytes) -> Ed25519PublicKey | None:
    return CARDS.public_key() if kid == KID else None


def opened(message: bytes, context: str = CONTEXT) -> bytes:
    return cose.open1(message, context, the_key)


def theirs(payload: bytes = PAYLOAD, context: str = CONTEXT, **headers: dict[int, object]) -> bytes:
    """A message made by the other library, without its tag."""
    protected = headers.get("protected", {1: -8, 4: KID})
    made: bytes = COSE.new().encode_and_sign(
        payload, THEIR_PRIVATE, protected, headers.get("unprotected", {}), external_aad=context.encode()
    )
    assert made.startswith(TAG_18)
    return made[1:]


# --- the judge ------------------------------------------------------------------------------------------------------


@given(payload=st.binary(max_size=60), context=st.text(max_size=20))
@settings(max_examples=50, deadline=None)
def test_an_independent_library_accepts_what_we_sign(payload: bytes, context: str) -> None:
    message = cose.sign1(CARDS, KID, context, payload)
    assert COSE.new().decode(TAG_18 + message, THEIR_PUBLIC, external_aad=context.encode()) == payload


def test_an_independent_library_refuses_our_message_in_another_context() -> None:
    with pytest.raises(VerifyError):
        COSE.new().decode(TAG_18 + MESSAGE, THEIR_PUBLIC, external_aad=b"wishmi/worker/1")


def test_both_make_the_same_bytes() -> None:
    assert theirs() == MESSAGE
    assert opened(theirs()) == PAYLOAD


def test_their_message_for_another_context_is_refused() -> None:
    for context in ("", "wishmi/worker/1", "wishmi/card/1 "):
        with pytest.raises(NotVerified, match="signature"):
            opened(theirs(context=context))


def test_their_message_with_another_algorithm_is_refused() -> None:
    key = generate_private_key(SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    message = COSE.new().encode_and_sign(
        PAYLOAD, COSEKey.from_pem(pem, kid=KID, alg="ES256"), {1: -7, 4: KID}, {}, external_aad=CONTEXT.encode()
    )
    with pytest.raises(NotVerified, match="header"):
        opened(message[1:])


@pytest.mark.parametrize(
    ("protected", "unprotected"),
    [
        ({1: -8}, {4: KID}),
        ({1: -8, 4: KID}, {99: 1}),
    ],
)
def test_their_message_with_an_unprotected_header_is_refused(
    protected: dict[int, object], unprotected: dict[int, object]
) -> None:
    with pytest.raises(NotVerified, match="form"):
        opened(theirs(protected=protected, unprotected=unprotected))


@pytest.mark.parametrize("protected", [{1: -8}, {1: -8, 3: "text/plain", 4: KID}, {1: -8, 4: "c2"}])
def test_their_message_with_another_protected_header_is_refused(protected: dict[int, object]) -> None:
    parts = cbor2.loads(MESSAGE)
    with pytest.raises(NotVerified, match="header"):
        opened(cbor2.dumps([cbor2.dumps(protected), *parts[1:]]))


def test_a_tagged_message_is_not_our_form() -> None:
    with pytest.raises(NotVerified, match="form"):
        opened(TAG_18 + MESSAGE)


# --- our own rules --------------------------------------------------------------------------------------------------


def test_a_stranger_s_signature_does_not_hold() -> None:
    with pytest.raises(NotVerified, match="signature"):
        opened(cose.sign1(STRANGER, KID, CONTEXT, PAYLOAD))


def test_a_key_nobody_knows_opens_nothing() -> None:
    with pytest.raises(NotVerified, match="unknown key"):
        opened(cose.sign1(CARDS, b"c9", CONTEXT, PAYLOAD))


def test_what_is_looked_at_unopened_is_what_is_opened() -> None:
    assert cose.peek(MESSAGE) == (KID, PAYLOAD)


def test_a_context_and_a_payload_never_run_into_one_another() -> None:
    parts = cbor2.loads(cose.sign1(CARDS, KID, "wishmi/card/1", b"0rest"))
    with pytest.raises(NotVerified, match="signature"):
        opened(cbor2.dumps([parts[0], {}, b"rest", parts[3]]), "wishmi/card/10")


@pytest.mark.parametrize(
    "message",
    [
        b"",
        MESSAGE + b"\x00",
        MESSAGE[:-1],
        b"\x9f" + MESSAGE[1:] + b"\xff",
        b"\x98\x04" + MESSAGE[1:],
        cbor2.dumps([*cbor2.loads(MESSAGE)[:3], bytes(63)]),
        cbor2.dumps([*cbor2.loads(MESSAGE), 0]),
        cbor2.dumps({"alg": -8}),
        b"\x81" * 200_000,
    ],
)
def test_another_form_is_refused(message: bytes) -> None:
    for look in (opened, cose.peek):
        with pytest.raises(NotVerified):
            look(message)


@given(st.binary(max_size=40))
@settings(max_examples=300, deadline=None)
def test_decoding_gives_a_value_or_says_not_verified(data: bytes) -> None:
    try:
        value = cose.decode(data)
    except NotVerified:
        return
    assert cbor2.dumps(value, canonical=True) == data


TAGS = st.sampled_from([0, 1, 2, 3, 4, 5, 25, 28, 29, 30, 35, 36, 37, 43000, 52, 54, 100, 256, 258, 260, 261, 1004])
LEAVES = st.one_of(
    st.integers(-(2**64), 2**64 - 1),
    st.sampled_from(["", "a", "(", "nan", "1/0", "2013-03-21", "::1", "a{9999999999}"]),
    st.binary(max_size=16),
    st.sampled_from([None, True, float("inf"), float("nan"), 1e300]),
)
TAGGED = st.recursive(
    LEAVES,
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.builds(cbor2.CBORTag, TAGS, inside)),
    max_leaves=6,
)


@given(st.builds(cbor2.CBORTag, TAGS, TAGGED))
@settings(max_examples=300, deadline=None)
def test_no_tag_around_anything_gets_past_not_verified(tagged: object) -> None:
    try:
        cose.decode(cbor2.dumps(tagged))
    except NotVerified:
        return
