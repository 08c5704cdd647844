"""Runs the real kiosk as `wishmi-kiosk run --window` does, with somebody watching it."""

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from kiosk.__main__ import main
from kiosk.app import kiosk

Watch = Callable[[kiosk.Kiosk], None]


def run(data: str, watch: Watch) -> int:
    """The exit status of the kiosk. `watch` is called when it has been put together, before its first frame."""

    class Watched(kiosk.Kiosk):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            watch(self)

    setattr(kiosk, "Kiosk", Watched)  # noqa: B010 - mypy forbids to assign to a class
    return main(["--data", data, "run", "--window"])


def tell(said: dict[str, Any]) -> None:
    """Print what was measured and end the kiosk."""
    print(json.dumps(said))
    sys.stdout.flush()
    QCoreApplication.quit()
