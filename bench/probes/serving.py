"""Files of a folder over HTTP, as they are. Argument: the folder. Serves until its standard input is closed."""

import sys
import threading
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from typing import Any


class Serving(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing."""


def main(folder: str) -> None:
    with HTTPServer(("127.0.0.1", 0), partial(Serving, directory=folder)) as server:

        def stop() -> None:
            sys.stdin.read()
            server.shutdown()

        threading.Thread(target=stop, daemon=True).start()
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
