"""What a station asks of central, and the ways not to get an answer. No network in here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

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
    Restart,
)


class CentralUnreachable(Exception):
    """No answer of central's own: no network, a refusal, a failure there, or somebody else's page."""

    def __init__(self, what: str, retry_after: float | None = None) -> None:
        super().__init__(what)
        self.retry_after = retry_after  # seconds central asked for


class NoConnection(CentralUnreachable):
    """Nobody answered: no network, no such machine, silence, or a certificate that is not central's."""


class NotWelcome(CentralUnreachable):
    """Central knows this station no longer, or not yet. It signed that it said so."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why  # signature_invalid, replayed, unknown, revoked, certificate_expired


class Restarted(CentralUnreachable):
    """The cursor leads nowhere any more: copy anew."""

    def __init__(self, restart: Restart) -> None:
        super().__init__(restart.why)
        self.restart = restart


class NoRoom(CentralUnreachable):
    """The disk does not take the snapshot."""


class Central(Protocol):
    """What a station asks of central. Every call raises CentralUnreachable and NotTheWire, and then changed nothing."""

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        """The page after a cursor; with `kinds`, of these kinds only."""
        ...

    def digests(self) -> Digests: ...

    def push(self, batch: Batch) -> Answers: ...

    def renew(self, public: bytes) -> bytes:
        """A signed certificate for this key, see kiosk.domain.certificates."""
        ...

    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        """Ask for more to give, or say what is held. What was granted comes by the feed."""
        ...

    def pending(self, ask: PendingAsk) -> PendingAnswer:
        """One of the two phases of what is done online."""
        ...

    def snapshot(self, folder: Path) -> Path:
        """The whole snapshot, checked, as a file in `folder`. What was fetched before a cut is not fetched again."""
        ...
