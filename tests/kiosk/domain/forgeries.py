"""Codes that are none: what somebody may print who has seen real ones and has keys of their own, but none of ours."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

import cbor2

from kiosk.domain import codes, cose, receipts
from kiosk.domain.codes import Kind
from tests.kiosk.domain.signers import ALPHABET, CARDS, EXPIRES, KEYS, STRANGER, SUBJECT, WIRE, as_bytes, as_text

DAY = date(2026, 12, 1)
GENUINE = (
    codes.write(CARDS, b"c2", Kind.CARD, 1234, SUBJECT, EXPIRES),
    codes.write(CARDS, b"c2", Kind.WORKER, 77, SUBJECT, EXPIRES),
    receipts.write(WIRE, 9, "redemption", DAY, 1_200),
)
SLIP = "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:20261205T090000Z\r\nSUMMARY:{}\r\nEND:VEVENT"  # for a phone's calendar

Forge = Callable[[Random], str]


def forged(chance: Random, count: int) -> Iterator[str]:
    while count:
        code = chance.choice(_WAYS)(chance)
        if code not in GENUINE:  # cut and put together again it may be one
            count -= 1
            yield code


def _letter(chance: Random) -> str:
    code = chance.choice(GENUINE)
    place = chance.randrange(3, len(code))
    return code[:place] + chance.choice(ALPHABET.replace(code[place], "")) + code[place + 1 :]


def _bits(chance: Random) -> str:
    """Some bits of what is signed, or of the signature."""
    message = bytearray(as_bytes(chance.choice(GENUINE)))
    for at in chance.sample(range(len(message) * 8), chance.randint(1, 8)):
        message[at // 8] ^= 1 << at % 8
    return as_text(bytes(message))


def _lost_or_moved(chance: Random) -> str:
    code = chance.choice(GENUINE)
    first, last = sorted(chance.sample(range(3, len(code)), 2))
    return code[:first] + (code[last:] if chance.random() < 0.5 else code[last:] + code[first:last])


def _halves(chance: Random) -> str:
    """What one says, with what signs another."""
    one, other = chance.sample(GENUINE, 2)
    place = chance.randrange(8, min(len(one), len(other)) - 8)
    return one[:place] + other[place:]


def _by_a_stranger(chance: Random) -> str:
    """Well made, under a name of ours."""
    kind, kid = chance.choice(list(Kind)), chance.choice([key.kid for key in KEYS.keys])
    return codes.write(STRANGER, kid, kind, chance.getrandbits(32), chance.randbytes(8), EXPIRES)


def _receipt_by_a_stranger(chance: Random) -> str:
    claims = [int(Kind.RECEIPT), chance.getrandbits(32), chance.randbytes(8), chance.randrange(4_000), 70_000]
    kid, context = receipts.kid_of(WIRE.public_key().public_bytes_raw()), codes.context(Kind.RECEIPT)
    return codes.framed(cose.sign1(STRANGER, kid, context, cbor2.dumps(claims, canonical=True)))


def _random(chance: Random) -> str:
    return "WM1" + "".join(chance.choices(ALPHABET, k=chance.randint(0, 170)))


def _slip(chance: Random) -> str:
    return SLIP.format(chance.choice(GENUINE), DAY + timedelta(days=chance.randrange(300)))


_WAYS: Sequence[Forge] = (
    _letter,
    _bits,
    _lost_or_moved,
    _halves,
    _by_a_stranger,
    _receipt_by_a_stranger,
    _random,
    _slip,
)
