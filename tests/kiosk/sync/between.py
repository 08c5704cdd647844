"""Stands between a station and the real central: sees what passes, and changes what comes back."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.wire import (
    AllotmentsAnswer,
    AllotmentsAsk,
    Answers,
    Batch,
    Cursor,
    Digests,
    Page,
    PendingAnswer,
    PendingAsk,
)
from kiosk.sync.central import Central


class Between(Central):
    def __init__(self, real: Central) -> None:
        self.real = real
        self.asked: list[tuple[Cursor, tuple[str, ...]]] = []
        self.pages: list[Page] = []
        self.batches: list[Batch] = []
        self.snapshots: list[Path] = []

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        self.asked.append((cursor, tuple(kinds)))
        page = self.change(self.real.feed(cursor, kinds))
        self.pages.append(page)
        return page

    def digests(self) -> Digests:
        return self.real.digests()

    def push(self, batch: Batch) -> Answers:
        self.batches.append(batch)
        return self.real.push(batch)

    def renew(self, public: bytes) -> bytes:
        return self.real.renew(public)

    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        return self.real.allot(ask)

    def pending(self, ask: PendingAsk) -> PendingAnswer:
        return self.real.pending(ask)

    def snapshot(self, folder: Path) -> Path:
        path = self.real.snapshot(folder)
        self.snapshots.append(path)
        return path

    def change(self, page: Page) -> Page:
        return page
