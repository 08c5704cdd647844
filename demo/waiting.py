"""To wait, in a program whose events go on, for what its screens come to."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

PATIENCE_MS = 20_000
_LOOK_MS = 10


def waited(holds: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> bool:
    """Whether it came to hold in time."""
    loop = QEventLoop()
    poll, patience = QTimer(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if holds() else None)
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    poll.start(_LOOK_MS)
    patience.start(patience_ms)
    if not holds():
        loop.exec()
    return holds()
