"""The key list in the feed: what stations hold, which may be newer than the working file of a machine."""

from central import feed
from central.db import Tx
from central.keys import Keys
from kiosk.domain import keys
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import KeyList

_KIND, _ID = "key_list", "keys"


def publish(tx: Tx, working: Keys) -> None:
    """Feed the list, unless a newer one is fed already."""
    if listed(tx, working.root_public).number < working.listed().number:
        feed.publish(tx, _KIND, _ID, {"signed": working.signed_list.hex()})


def listed(tx: Tx, root_public: bytes) -> KeyList:
    """The list that is fed, the empty one where there is none of this root."""
    try:
        return keys.open_list(_signed(tx), root_public)
    except NotVerified:
        return keys.EMPTY


def newest(tx: Tx, working: Keys) -> bytes:
    """The newer of the list that is fed and the list of the working file, signed."""
    return _signed(tx) if listed(tx, working.root_public).number > working.listed().number else working.signed_list


def _signed(tx: Tx) -> bytes:
    record = feed.get(tx, _KIND, _ID)
    try:
        return bytes.fromhex(record["signed"]) if record else b""
    except (KeyError, ValueError, TypeError):
        return b""
