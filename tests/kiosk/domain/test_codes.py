"""Whatever a scanner sends is a code of ours or a named reason why it is none."""

import re
from datetime import date, timedelta

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import codes, cose
from kiosk.domain.codes import LONGEST, Code, Kind, NotACode, Why
from kiosk.domain.keys import EMPTY, KeyState
from tests.kiosk.domain.signers import (
    ALPHABET,
    CARDS,
    EXPIRES,
    KEYS,
    LOST_CARDS,
    OLD_CARDS,
    STRANGER,
    SUBJECT,
    WIRE,
    as_bytes,
    as_text,
    card,
    signer,
)

CARD = codes.write(CARDS, b"c2", Kind.CARD, 1234, SUBJECT, EXPIRES)
PAYLOAD = cbor2.dumps([1, 1234, SUBJECT, (EXPIRES - date(2020, 1, 1)).days])
ED25519_ORDER = 2**252 + 27742317777372353535851937790883648493  # RFC 8032, section 5.1


def read(scanned: str | bytes) -> Code | NotACode:
    return codes.read(scanned, KEYS)


def signed(payload: bytes, context: str = "wishmi/card/1") -> str:
    return as_text(cose.sign1(CARDS, b"c2", context, payload))


# --- what is written is read ----------------------------------------------------------------------------------------


@given(
    kind=st.sampled_from(Kind),
    serial=st.integers(0, 2**32 - 1),
    subject=st.binary(min_size=8, max_size=8),
    expires=st.dates(date(2020, 1, 1), date(2199, 12, 31)),
)
@settings(max_examples=100, deadline=None)
def test_what_was_written_is_read_again(kind: Kind, serial: int, subject: bytes, expires: date) -> None:
    text = codes.write(*signer(kind), kind, serial, subject, expires)
    assert read(text) == Code(kind, serial, subject, expires, KeyState.CURRENT)
    assert len(text) <= LONGEST
    assert set(text) <= set("WM1" + ALPHABET)


def test_a_code_is_what_its_definition_says() -> None:
    protected, unprotected, payload, signature = cbor2.loads(as_bytes(CARD))
    assert (cbor2.loads(protected), unprotected, payload) == ({1: -8, 4: b"c2"}, {}, PAYLOAD)
    assert len(signature) == 64
    assert as_text(as_bytes(CARD)) == CARD


def test_a_qr_may_hold_it_as_letters_and_digits_of_version_7() -> None:
    assert re.fullmatch("[0-9A-Z]{1,178}", codes.write(CARDS, b"c2", Kind.CARD, 2**32 - 1, b"\xff" * 8, date.max))


@pytest.mark.parametrize(("serial", "subject"), [(-1, SUBJECT), (2**32, SUBJECT), (1, b"short"), (1, bytes(9))])
def test_what_would_not_fit_is_not_written(serial: int, subject: bytes) -> None:
    with pytest.raises(ValueError, match="out of range"):
        codes.write(CARDS, b"c2", Kind.CARD, serial, subject, EXPIRES)


def test_a_kid_that_would_make_the_code_too_long_is_not_written() -> None:
    with pytest.raises(ValueError, match="too long"):
        codes.write(CARDS, b"a kid of many", Kind.CARD, 2**32 - 1, SUBJECT, EXPIRES)


# --- what scanners do to a code -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scanned",
    [
        CARD.lower(),
        CARD.swapcase(),
        CARD.encode(),
        "\\000026" + CARD,
        "]Q1" + CARD,
        "]Q1\\000026" + CARD,
        "\\000026\\000003" + CARD,
        "\x02" + CARD + "\x03",
        " \t\r\n" + CARD + "\r\n",
        CARD + "\x00\x1d",
        ("\x02]Q2\\000026" + CARD + "\r\n").encode(),
        "]q1" + CARD.lower(),
    ],
)
def test_what_a_scanner_puts_around_a_code_does_no_harm(scanned: str | bytes) -> None:
    assert read(scanned) == card()


def test_scanned_twice_in_one_go_is_no_code() -> None:
    assert read(CARD + CARD) == NotACode(Why.TOO_LONG)


def test_two_short_messages_glued_are_no_code() -> None:
    assert read(as_text(b"\x80\x80")) == NotACode(Why.MALFORMED)


def test_a_code_that_lost_one_letter_is_no_code() -> None:
    for place in range(len(CARD)):
        assert isinstance(read(CARD[:place] + CARD[place + 1 :]), NotACode), place


def test_a_code_cut_anywhere_is_no_code() -> None:
    for place in range(len(CARD)):
        assert isinstance(read(CARD[:place]), NotACode), place


def test_a_code_with_a_letter_more_is_no_code() -> None:
    assert {read(CARD + letter) for letter in ALPHABET} == {NotACode(Why.MALFORMED)}


def test_one_flipped_bit_anywhere_is_never_accepted() -> None:
    message = as_bytes(CARD)
    for bit in range(len(message) * 8):
        flipped = bytearray(message)
        flipped[bit // 8] ^= 1 << bit % 8
        assert isinstance(read(as_text(bytes(flipped))), NotACode), bit


@given(place=st.integers(0, len(CARD) - 1), letter=st.characters())
@settings(max_examples=200, deadline=None)
def test_one_wrong_letter_never_makes_another_code(place: int, letter: str) -> None:
    assert isinstance(read(CARD[:place] + letter + CARD[place + 1 :]), NotACode) or letter.upper() == CARD[place]


# --- what is not ours -----------------------------------------------------------------------------------------------


@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises(scanned: str | bytes) -> None:
    assert isinstance(read(scanned), NotACode)


@given(st.text(ALPHABET, max_size=167))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises_behind_the_prefix(rest: str) -> None:
    assert isinstance(read("WM1" + rest), NotACode)


@given(st.binary(max_size=70))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises_for_any_bytes_in_our_dress(message: bytes) -> None:
    assert isinstance(read(as_text(message)), NotACode)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("c5821a7fffffff01", "a number past every limit"),
        ("c4821b7f7f7f7f7f7f7f7f01", "a decimal with such an exponent"),
        ("c4826060", "a decimal made of texts"),
        ("d81e820100", "a fraction over nothing"),
        ("d823d83680", "an expression that is none"),
        ("838083d81c8280f5d834f97e00f4", "a reference to itself as a key"),
        ("d81c81d81d00", "a list that holds itself"),
        ("9b7fffffffffffffff", "a list of too many"),
        ("5b7fffffffffffffff", "bytes of too many"),
        ("c11b7fffffffffffffff", "a moment after all time"),
        ("9f" * 20, "lists that never end"),
        ("ff", "an end without a beginning"),
    ],
)
def test_cbor_that_troubles_its_reader_is_malformed(inside: str, what: str) -> None:
    assert read(as_text(bytes.fromhex(inside))) == NotACode(Why.MALFORMED), what
    assert read(signed(bytes.fromhex(inside))) == NotACode(Why.MALFORMED), what


@pytest.mark.parametrize(
    "scanned",
    [
        "",
        b"",
        " ",
        "\x00",
        "https://www.comune.milano.it/",
        "8001234567890",
        "HC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA%G7X+AQB9746",
        '{"serial":1}',
        "🦊",
        "🦊" * 40,
        "WM",
        "WM2" + CARD[3:],
        "MW1" + CARD[3:],
        "\ud800",
        b"\xff\xfe\x00",
        "]Q1",
        "\\000026",
        "BEGIN:VCARD\r\nFN:Amina\r\nEND:VCARD",
    ],
)
def test_a_thing_that_is_not_ours_is_foreign(scanned: str | bytes) -> None:
    assert read(scanned) == NotACode(Why.FOREIGN)


@pytest.mark.parametrize("scanned", ["WM1" * 3_500_000, b"\x00" * 10_000_000, " " * 10_000_000 + CARD])
def test_ten_megabytes_are_too_long_before_anything_is_looked_at(scanned: str | bytes) -> None:
    assert read(scanned) == NotACode(Why.TOO_LONG)


@pytest.mark.parametrize("letter", ["I", "L", "O", "U", "-", "ß", "ı", "é", " ", "*"])
def test_a_letter_outside_the_alphabet_is_malformed(letter: str) -> None:
    assert read(CARD[:50] + letter + CARD[51:]) == NotACode(Why.MALFORMED)


# --- keys and signatures --------------------------------------------------------------------------------------------


def test_an_unknown_key_is_named_as_such() -> None:
    assert read(codes.write(STRANGER, b"c9", Kind.CARD, 1, SUBJECT, EXPIRES)) == NotACode(Why.UNKNOWN_KEY)
    assert codes.read(CARD, EMPTY) == NotACode(Why.UNKNOWN_KEY)


@pytest.mark.parametrize(
    ("kind", "kid"), [(Kind.CARD, b"w1"), (Kind.WORKER, b"g1"), (Kind.ENROLMENT, b"c2"), (Kind.RECEIPT, b"g1")]
)
def test_a_key_for_another_purpose_is_no_key_for_this_kind(kind: Kind, kid: bytes) -> None:
    key = CARDS if kid == b"c2" else WIRE
    assert read(codes.write(key, kid, kind, 1, SUBJECT, EXPIRES)) == NotACode(Why.UNKNOWN_KEY)


def test_a_code_of_a_key_that_only_verifies_is_read_with_that_state() -> None:
    said = read(codes.write(OLD_CARDS, b"c1", Kind.CARD, 1, SUBJECT, EXPIRES))
    assert isinstance(said, Code)
    assert said.key_state is KeyState.VERIFY_ONLY


def test_a_code_of_a_revoked_key_is_still_read_with_that_state() -> None:
    said = read(codes.write(LOST_CARDS, b"c0", Kind.CARD, 1, SUBJECT, EXPIRES))
    assert isinstance(said, Code)
    assert said.key_state is KeyState.REVOKED


def test_a_signature_of_somebody_else_under_our_kid_is_forged() -> None:
    assert read(codes.write(STRANGER, b"c2", Kind.CARD, 1, SUBJECT, EXPIRES)) == NotACode(Why.FORGED)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("claimed", Kind)
def test_a_code_of_another_kind_is_refused_as_forged(kind: Kind, claimed: Kind) -> None:
    key, kid = signer(claimed)
    payload = cbor2.dumps([int(claimed), 1, SUBJECT, 100])
    said = read(as_text(cose.sign1(key, kid, codes.context(kind), payload)))
    if kind is claimed:
        assert isinstance(said, Code)
    else:
        assert said == NotACode(Why.FORGED)


def test_every_kind_has_a_context_of_its_own() -> None:
    assert {codes.context(kind) for kind in Kind} == {
        "wishmi/card/1",
        "wishmi/worker/1",
        "wishmi/receipt/1",
        "wishmi/place/1",
        "wishmi/enrolment/1",
        "wishmi/time/1",
    }


def test_a_second_signature_computed_from_the_first_is_forged() -> None:
    message = as_bytes(CARD)
    scalar = int.from_bytes(message[-32:], "little") + ED25519_ORDER
    assert read(as_text(message[:-32] + scalar.to_bytes(32, "little"))) == NotACode(Why.FORGED)


# --- one text, one message ------------------------------------------------------------------------------------------


def test_bits_that_mean_nothing_must_be_zero() -> None:
    message = next(
        as_bytes(text)
        for text in (codes.write(CARDS, b"c2", Kind.CARD, serial, SUBJECT, EXPIRES) for serial in (1, 100, 1000, 70000))
        if len(as_bytes(text)) % 5
    )
    text = as_text(message)
    assert isinstance(read(text), Code)
    spare = (len(text) - 3) * 5 - len(message) * 8
    last = ALPHABET.index(text[-1])
    for bit in range(spare):
        assert read(text[:-1] + ALPHABET[last | 1 << bit]) == NotACode(Why.MALFORMED)


@pytest.mark.parametrize(
    ("payload", "what"),
    [
        (bytes.fromhex("84011901f4") + b"\x48" + SUBJECT + b"\x19\x00\x64", "a small number written long"),
        (b"\x9f\x01\x01\x48" + SUBJECT + b"\x18\x64\xff", "a list without its length"),
        (PAYLOAD + b"\x00", "a byte behind the end"),
        (PAYLOAD[:-1], "a byte too few"),
        (cbor2.dumps([9, 1, SUBJECT, 100]), "a kind nobody knows"),
        (cbor2.dumps([0, 1, SUBJECT, 100]), "kind nought"),
        (cbor2.dumps([1, -1, SUBJECT, 100]), "a serial below nought"),
        (cbor2.dumps([1, 2**32, SUBJECT, 100]), "a serial beyond 32 bits"),
        (cbor2.dumps([1, 1, SUBJECT[:7], 100]), "a subject too short"),
        (cbor2.dumps([1, 1, "12345678", 100]), "a subject that is text"),
        (cbor2.dumps([1, 1, SUBJECT, 10**9]), "a day after all days"),
        (cbor2.dumps([1, 1, SUBJECT, -(10**9)]), "a day before all days"),
        (cbor2.dumps([1, 1, SUBJECT, 10**25]), "a day that is no number of days"),
        (cbor2.dumps([1, 1, SUBJECT, 100, 0]), "a field too many"),
        (cbor2.dumps([1, 1, SUBJECT]), "a field too few"),
        (cbor2.dumps({1: 1}), "another form"),
    ],
)
def test_even_our_own_signature_does_not_carry_another_form(payload: bytes, what: str) -> None:
    assert read(signed(payload)) == NotACode(Why.MALFORMED), what


def test_bytes_behind_the_message_are_malformed() -> None:
    assert read(as_text(as_bytes(CARD) + b"\x00")) == NotACode(Why.MALFORMED)


@given(st.integers(0, 400), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_days_are_counted_from_2020(days: int, serial: int) -> None:
    said = read(signed(cbor2.dumps([1, serial, SUBJECT, days])))
    assert isinstance(said, Code)
    assert (said.expires, said.serial) == (date(2020, 1, 1) + timedelta(days=days), serial)
