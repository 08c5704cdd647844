"""The locked desk, the desk in trouble."""

from kiosk.ui.desk.faces import Bar, Colleague, LockFace
from tests.screens.desk.state import LOCKED, DeskState

_ADA, _BRUNO = Colleague("w-1", "Ada Prova"), Colleague("w-2", "Bartolomea Esempio Lunghissima")

STATES = (
    DeskState("lock-empty", "lock", LockFace(()), frame=LOCKED),
    DeskState("lock-colleagues", "lock", LockFace((_ADA, _BRUNO)), frame=LOCKED),
    DeskState("lock-refused", "lock", LockFace((_ADA,), bar=Bar.CARD), frame=LOCKED),
    DeskState("lock-pin", "lock", LockFace((), _ADA.name), frame=LOCKED),
    DeskState("lock-wrong", "lock", LockFace((), _BRUNO.name, Bar.WRONG_PIN), frame=LOCKED),
    DeskState("lock-wait", "lock", LockFace((), _ADA.name, Bar.WAIT, 240), frame=LOCKED),
    DeskState("trouble", "trouble", LockFace(()), frame=LOCKED),
)
