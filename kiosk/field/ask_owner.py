"""Ask the running kiosk, which owns the store, to do something for a command."""

import socket
from pathlib import Path

PATIENCE_S = 120.0  # a first copy over a slow line takes its time


def ask(path: Path, wish: str) -> str | None:
    """The owner's one line, or None when nobody listens there or it fell silent."""
    try:
        with socket.socket(socket.AF_UNIX) as wire:
            wire.settimeout(PATIENCE_S)
            wire.connect(str(path))
            wire.sendall(wish.encode() + b"\n")
            with wire.makefile("r", encoding="utf-8") as lines:
                return lines.readline().strip() or None
    except OSError:
        return None
