"""One question to central while somebody waits for the answer: soon, or none."""

import threading

from kiosk.domain.wire import NotTheWire, PendingAnswer, PendingAsk
from kiosk.sync.central import CentralUnreachable, HttpCentral


def answer_within(central: HttpCentral, seconds: float, ask: PendingAsk) -> PendingAnswer | None:
    """None: nobody answered in time, or not central, or it does not know this station. Central is not asked again by
    this line, which is closed: what it kept for an answer that was lost is voided by this station's log."""
    watch = threading.Timer(seconds, central.cancel)  # for all of it: name, connection, keys, answer
    watch.daemon = True
    watch.start()
    try:
        return central.pending(ask)
    except (CentralUnreachable, NotTheWire):
        return None
    finally:
        watch.cancel()
        central.close()
