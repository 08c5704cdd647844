"""Codes that are none, read as a station reads what its scanner sends. Argument: how many.

Milliseconds of each, as a card and as a receipt; and of the signature alone, which Ed25519 takes.
"""

import json
import sys
import time
from random import Random

from kiosk.domain import codes, receipts
from tests.kiosk.domain.forgeries import forged
from tests.kiosk.domain.signers import CARDS, KEYS, WIRE

_MESSAGE, _SIGNATURE = bytes(64), CARDS.sign(bytes(64))


def main(count: int) -> None:
    read, floor, taken = list[float](), list[float](), 0
    station, ours = WIRE.public_key(), CARDS.public_key()
    for code in forged(Random(11), count):
        started = time.perf_counter()
        card, receipt = codes.read(code, KEYS), receipts.read(code, lambda _: [station])
        read.append((time.perf_counter() - started) * 1000)
        taken += not (isinstance(card, codes.NotACode) and isinstance(receipt, codes.NotACode))
        started = time.perf_counter()
        ours.verify(_SIGNATURE, _MESSAGE)
        floor.append((time.perf_counter() - started) * 1000)
    print(json.dumps({"read": read, "floor": floor, "taken": taken}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
