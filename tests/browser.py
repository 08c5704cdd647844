"""A real browser without a window, in a process of its own: `python -m tests.browser URL STEPS PDF`.

Chromium as Qt carries it. Each step is JavaScript whose value is printed; one that begins with "go: " leaves the page,
and the next one waits for what comes. At the end the page is a PDF, as it would be printed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

LONGEST = 60  # seconds


def browse(url: str, *steps: str, pdf: Path) -> list[Any]:
    """The values of the steps, in their order; the last page is left at `pdf`."""
    home = {"HOME": str(pdf.parent), "XDG_RUNTIME_DIR": str(pdf.parent)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser", url, json.dumps(steps), str(pdf)],
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    values: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return values


def _main(url: str, steps: list[str], pdf: str) -> int:
    from PySide6.QtCore import QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    view = QWebEngineView()
    view.resize(360, 740)  # a small phone
    view.show()
    page = view.page()
    values: list[Any] = []

    def went(good: bool) -> None:
        if good:
            step()
        else:
            app.exit(1)

    def step() -> None:
        if not steps:
            page.printToPdf(pdf)
            return
        now = steps.pop(0)
        if now.startswith("go: "):
            page.runJavaScript(now.removeprefix("go: "))
        else:
            page.runJavaScript(now, answered)

    def answered(value: Any) -> None:
        values.append(value)
        step()

    page.pdfPrintingFinished.connect(lambda _, good: app.exit(0 if good else 1))
    page.loadFinished.connect(went)
    page.load(QUrl(url))
    code = app.exec()
    print(json.dumps(values), flush=True)
    return code


if __name__ == "__main__":
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu"  # containers have neither
    # Its parts end in no order that Python could know: what was seen is said, and the process is over.
    os._exit(_main(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]))
