"""Signatures as this software writes them: the standard's own library takes them, and what it refuses is not read."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import signing
from kiosk.domain.signing import Signed

# RFC 9421, B.1.4: test-key-ed25519, its raw halves.
PRIVATE = base64.urlsafe_b64decode("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU=")
PUBLIC = base64.urlsafe_b64decode("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs=")
KEY = Ed25519PrivateKey.from_private_bytes(PRIVATE)
BODY = b'{"hello": "world"}'
SAID = Signed("station", signing.COMPONENTS_WITH_BODY, 1618884473, "test-key-ed25519", "b3k2pp5k7z-50gnwp.yemd")


@dataclass
class Message:
    method: str
    url: str
    headers: dict[str, str]


class Key(HTTPSignatureKeyResolver):
    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return KEY

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        return KEY.public_key()


def written(said: Signed, method: str, path: str, query: str, body: bytes) -> dict[str, str]:
    """The headers of a request that is signed as a station signs."""
    values = signing.asked(method, path, query, body)
    assert values is not None
    named, held = said.lines(KEY.sign(said.base(values)))
    digest = {"Content-Digest": values[3]} if body else {}
    return {"Signature-Input": named, "Signature": held, **digest}


def test_the_key_is_the_standards() -> None:
    assert KEY.public_key().public_bytes_raw() == PUBLIC


def test_what_is_signed_is_written_as_the_standard_has_it() -> None:
    values = signing.asked("POST", "/foo", "param=Value", BODY)
    assert values is not None
    assert SAID.base(values).decode() == (
        '"@method": POST\n'
        '"@path": /foo\n'
        '"@query": ?param=Value\n'
        '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:\n'
        '"@signature-params": ("@method" "@path" "@query" "content-digest");created=1618884473'
        ';keyid="test-key-ed25519";alg="ed25519";nonce="b3k2pp5k7z-50gnwp.yemd"'
    )  # the digest of this body is that of RFC 9530, B.1


NAMES = st.text("abcXYZ019-_", max_size=12)
REQUESTS = st.tuples(
    st.sampled_from(["GET", "POST"]),
    NAMES.map(lambda name: f"/v1/{name}"),
    st.text("abc019=&,.-_", max_size=20),
    st.sampled_from([b"", BODY]),
)


@given(REQUESTS, NAMES, NAMES)
def test_what_a_station_writes_the_library_takes_and_is_read_again(
    request_: tuple[str, str, str, bytes], keyid: str, nonce: str
) -> None:
    method, path, query, body = request_
    covered = signing.COMPONENTS_WITH_BODY if body else signing.COMPONENTS
    said = Signed("station", covered, 1618884473, keyid, nonce)
    headers = written(said, method, path, query, body)
    message = Message(method, f"http://central{path}{'?' if query else ''}{query}", headers)
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=Key())
    (result,) = verifier.verify(message, max_age=None, require_components=covered, body=body)
    assert (result.label, result.nonce, result.parameters["keyid"]) == ("station", nonce, keyid)
    read = signing.read(headers["Signature-Input"], headers["Signature"])
    assert read is not None
    assert read[0] == said


@given(REQUESTS)
def test_what_the_library_writes_is_the_same(request_: tuple[str, str, str, bytes]) -> None:
    """Ed25519 signs the same to the same bytes: were one byte of what is signed another, so would the signature be."""
    method, path, query, body = request_
    message = Message(method, f"http://central{path}{'?' if query else ''}{query}", {})
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=Key())
    signer.sign(
        message, key_id="s", nonce="n", label="station", covered_component_ids=signing.COMPONENTS, body=body or None
    )
    read = signing.read(message.headers["Signature-Input"], message.headers["Signature"])
    assert read is not None
    assert written(read[0], method, path, query, body) == message.headers


GOOD = written(SAID, "POST", "/foo", "", BODY)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("created=1618884473", "created=-1"),
        ("created=1618884473", "created=01618884473"),
        ("created=1618884473", "created=1618884473.0"),
        ('alg="ed25519"', 'alg="hmac-sha256"'),
        (';alg="ed25519"', ""),
        (';nonce="b3k2pp5k7z-50gnwp.yemd"', ""),
        ("nonce=", "nonce=;nonce="),
        ('nonce="', 'nonce="\\'),
        ('nonce="', 'nonce="\n'),
        ('nonce="', 'nonce="é'),
        ('"@method" "@path"', '"@method"  "@path"'),
        ('"@method"', '"@method";req'),
        ("station=", "Station="),
        ("station=", " station="),
        ("station=", "station=?0, station="),
        (";created", "; created"),
        ("yemd", 'yemd";expires=1;tag="'),
    ],
)
def test_what_is_written_in_another_way_is_left_to_the_library(was: str, now: str) -> None:
    assert was in GOOD["Signature-Input"]
    assert signing.read(GOOD["Signature-Input"].replace(was, now, 1), GOOD["Signature"]) is None


@pytest.mark.parametrize("held", ["", "station=::", "station=:AA==:", "central{}", "station{};a", "station{}, b=1"])
def test_so_is_a_signature_of_another_shape(held: str) -> None:
    bytes_ = GOOD["Signature"].removeprefix("station")
    assert signing.read(GOOD["Signature-Input"], held.format(bytes_)) is None


def test_and_bytes_that_are_written_in_two_ways() -> None:
    """Base64 with bits that mean nothing is the same bytes, and not what we write."""
    named, held = GOOD["Signature-Input"], GOOD["Signature"]
    last = held[-4]
    other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    spoiled = held[:-4] + other[other.index(last) + 1] + held[-3:]
    assert signing.read(named, held) is not None
    assert signing.read(named, spoiled) is None


@pytest.mark.parametrize("method", ["get", "", "GET\n", "GÉT"])
def test_a_method_that_is_none_is_not_read(method: str) -> None:
    assert signing.asked(method, "/", "", b"") is None


@pytest.mark.parametrize("spoiled", ["a b", "%41", "é", "a#b", "a\n", "a?b", "a%", "a\\"])
def test_an_address_that_may_be_read_in_two_ways_is_not_read(spoiled: str) -> None:
    assert signing.asked("GET", f"/{spoiled}", "", b"") is None
    assert signing.asked("GET", "/", spoiled, b"") is None


def test_an_answer_is_written_so_that_the_library_takes_it() -> None:
    said = Signed("central", signing.ANSWER_COMPONENTS, 1618884473, "07", "n", "t" * 32)
    digest = signing.content_digest(BODY)
    named, held = said.lines(KEY.sign(said.base(("200", digest))))

    @dataclass
    class Answer:
        status_code: int
        headers: Mapping[str, str]

    answer = Answer(200, {"Signature-Input": named, "Signature": held, "Content-Digest": digest})
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=Key())
    (result,) = verifier.verify(answer, max_age=None, require_components=signing.ANSWER_COMPONENTS, body=BODY)
    assert result.parameters["tag"] == "t" * 32
    assert signing.read(named, held) == (said, KEY.sign(said.base(("200", digest))))
