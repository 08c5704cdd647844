"""The local socket at which commands ask the process that owns the store. One line in, one line back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

Reply = Callable[[str], None]
LONGEST = 64  # bytes of a wish; longer ones are nobody's we know


class Doorbell(QObject):
    """`rang(wish, reply)`: somebody of this machine's service user asks for something; `reply` answers once."""

    rang = Signal(str, object)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._visitors: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        QLocalServer.removeServer(str(path))  # left behind by a kill; the store's lock says that we are the owner
        self._server.listen(str(path))

    def close(self) -> None:
        self._server.close()

    def _open(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            self._visitors.add(visitor)
            visitor.disconnected.connect(lambda visitor=visitor: self._left(visitor))
            visitor.readyRead.connect(lambda visitor=visitor: self._read(visitor))

    def _left(self, visitor: QLocalSocket) -> None:
        self._visitors.discard(visitor)
        visitor.deleteLater()

    def _read(self, visitor: QLocalSocket) -> None:
        if not visitor.canReadLine():
            if visitor.bytesAvailable() > LONGEST:
                visitor.abort()
            return
        wish = bytes(visitor.readLine(LONGEST).data()).decode("ascii", "replace").strip()

        def reply(line: str) -> None:
            if visitor in self._visitors:  # whoever left meanwhile needs no answer
                visitor.write(line.encode() + b"\n")
                visitor.disconnectFromServer()

        self.rang.emit(wish, reply)
