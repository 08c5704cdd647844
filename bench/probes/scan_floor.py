"""The steps of a scan with bare libraries. Arguments: an empty store's folder, the issuer's key, a file of codes.

Key press, base32, CBOR, Ed25519, one durable transaction with the rows of event, body and visit, one painted frame that
changes every pixel.
"""

import base64
import hashlib
import json
import sys
import time
import uuid
from pathlib import Path
from typing import Any

import cbor2
import sqlcipher3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickView

_TO_RFC = str.maketrans("0123456789ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
_CREATURES = ("fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl")
_IMAGES = Path(__file__).parents[2] / "assets" / "images"
_EVENT = "INSERT INTO events VALUES (NULL, 'incarnation', ?, ?, 'arrived', 1, ?, ?, '', ?, ?, NULL, '')"
_BODY = "INSERT INTO bodies VALUES (?, ?, ?)"
_VISIT = (
    "INSERT INTO visits (id, event, serial, person, household, arrived_at, day)"
    " VALUES (?, ?, ?, 'person', 'household', ?, '2026-12-01')"
)


def open_store(folder: Path) -> Any:
    store = sqlcipher3.connect(str(folder / "hub.db"), isolation_level=None)
    store.execute(f"PRAGMA key = \"x'{(folder / 'hub.key').read_text().strip()}'\"")
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        store.execute(f"PRAGMA {pragma}")
    return store


def verified(code: str, key: Ed25519PublicKey) -> int:
    """The serial of a card."""
    text = code[3:].translate(_TO_RFC)
    message = cbor2.loads(base64.b32decode(text + "=" * (-len(text) % 8)))
    protected, _, payload, signature = message
    key.verify(signature, cbor2.dumps(["Signature1", protected, b"wishmi/card/1", payload], canonical=True))
    serial: int = cbor2.loads(payload)[1]
    return serial


class Bare(QObject):
    def __init__(self, view: QQuickView, store: Any, key: Ed25519PublicKey) -> None:
        super().__init__()
        self._view, self._store, self._key = view, store, key
        self._loop = QEventLoop()
        self._code = ""
        self._at = 0.0
        (self._seq,) = store.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
        self._hash = bytes(32)
        view.installEventFilter(self)
        view.frameSwapped.connect(self._swapped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._arrive(verified(self._code, self._key))
        self._show(2)
        return True

    def wait(self) -> None:
        """Until the next frame is painted."""
        self._loop.exec()

    def scan(self, code: str) -> float:
        """Milliseconds from the key to the painted frame."""
        self._code = code
        self._paint(1)
        started = time.perf_counter()
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QCoreApplication.sendEvent(self._view, event)
        self.wait()
        taken = (self._at - started) * 1000
        self._paint(0)
        return taken

    def _arrive(self, serial: int) -> None:
        self._seq += 1
        id_, visit, now = str(uuid.uuid4()), str(uuid.uuid4()), "2026-12-01T09:00:00.000Z"
        content = json.dumps({"visit": visit, "serial": serial, "person": "", "household": "", "hub": "hub"})
        body = hashlib.sha256(content.encode()).digest()
        header = hashlib.sha256(cbor2.dumps([self._seq, id_, body, now, self._hash])).digest()
        self._store.execute("BEGIN IMMEDIATE")
        self._store.execute(_EVENT, (self._seq, id_, body, now, self._hash, header))
        self._store.execute(_BODY, (id_, bytes(16), content))
        self._store.execute(_VISIT, (visit, id_, serial, now))
        self._store.execute("COMMIT")
        self._hash = header

    def _paint(self, stage: int) -> None:
        self._show(stage)
        self.wait()

    def _show(self, stage: int) -> None:
        root = self._view.rootObject()
        creature = _CREATURES[self._seq % len(_CREATURES)]
        root.setProperty("creature", QUrl.fromLocalFile(str(_IMAGES / f"creature-{creature}.svg")))
        root.setProperty("stage", stage)

    def _swapped(self) -> None:
        self._at = time.perf_counter()
        self._loop.quit()


def main(folder: str, key: str, codes: str) -> None:
    application = QGuiApplication([])  # lives as long as the window
    store = open_store(Path(folder))
    view = QQuickView()
    view.setInitialProperties({"images": QUrl.fromLocalFile(f"{_IMAGES}/").toString(), "creature": QUrl()})
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("answer.qml"))))
    bare = Bare(view, store, Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)))
    view.resize(1080, 1920)
    view.show()
    bare.wait()  # for the first frame
    print(json.dumps({"ms": [bare.scan(code) for code in Path(codes).read_text().split()]}), flush=True)
    view.setSource(QUrl())
    store.close()
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
