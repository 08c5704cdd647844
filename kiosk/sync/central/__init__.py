"""Central as a station reaches it: HTTP, signed both ways, TLS pinned to the root. The only `requests`.

CentralUnreachable        no answer of central's own, or one that says no
├── NoConnection          nobody answered: no network, silence, a TLS that is not central's
├── NotWelcome            central knows this station no longer, or not yet; `why` is its word
├── Restarted             the cursor leads nowhere any more: copy anew
└── NoRoom                the disk does not take the snapshot
NotTheWire                an answer that is not central's, or not whole (kiosk.domain.wire)
└── OtherRoot             at enrolment: another root than the one that was brought
"""

from kiosk.sync.central.client import HttpCentral, Identity, identity_of
from kiosk.sync.central.joining import Joined, OtherRoot, enrol
from kiosk.sync.central.protocol import (
    Central,
    CentralUnreachable,
    NoConnection,
    NoRoom,
    NotWelcome,
    Restarted,
)

__all__ = [
    "Central",
    "CentralUnreachable",
    "HttpCentral",
    "Identity",
    "Joined",
    "NoConnection",
    "NoRoom",
    "NotWelcome",
    "OtherRoot",
    "Restarted",
    "enrol",
    "identity_of",
]
