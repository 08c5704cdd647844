"""The moment of the first frame of a bare window: Python, PySide6, a rectangle and a text."""

import json
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow


def main() -> None:
    application = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(Path(__file__).with_name("window.qml"))))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def painted() -> None:
        print(json.dumps({"frame": time.perf_counter()}), flush=True)
        window.frameSwapped.disconnect(painted)
        application.quit()

    window.frameSwapped.connect(painted)
    application.exec()
    engine.deleteLater()


if __name__ == "__main__":
    main()
