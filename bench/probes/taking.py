"""The floor of a push: reads a JSON of events, writes them in one durable transaction, answers. Argument: a new file.

Serves until its standard input is closed.
"""

import gzip
import json
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

_TABLES = """
CREATE TABLE events (station, incarnation, seq, id, type, version, body_hash, recorded_at, anchor, prev_hash, hash,
    PRIMARY KEY (station, incarnation, seq));
CREATE INDEX events_id ON events (station, id);
CREATE TABLE bodies (station, incarnation, seq, salt, content, PRIMARY KEY (station, incarnation, seq));
"""
_EVENT = f"INSERT INTO events VALUES ({','.join('?' * 11)})"
_BODY = "INSERT INTO bodies VALUES (?, ?, ?, ?, ?)"
_BYTES, _TEXTS = ("prev_hash", "hash"), ("recorded_at", "anchor")


class Taking(BaseHTTPRequestHandler):
    store: sqlite3.Connection

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        batch = json.loads(gzip.decompress(content) if self.headers["Content-Encoding"] == "gzip" else content)
        chain = (batch["station"], batch["incarnation"])
        with self.store:
            self.store.executemany(_EVENT, [_event(chain, row) for row in batch["events"]])
            self.store.executemany(_BODY, [_body(chain, row) for row in batch["events"]])
        answer = json.dumps({"taken": len(batch["events"])}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def _event(chain: tuple[str, str], row: dict[str, Any]) -> tuple[Any, ...]:
    texts = (row[name] for name in _TEXTS)
    hashes = (bytes.fromhex(row[name]) for name in _BYTES)
    return (*chain, row["seq"], row["id"], row["type"], row["v"], bytes.fromhex(row["body_hash"]), *texts, *hashes)


def _body(chain: tuple[str, str], row: dict[str, Any]) -> tuple[Any, ...]:
    return (*chain, row["seq"], bytes.fromhex(row["salt"]), json.dumps(row["body"]))


def _stop_with_us(server: HTTPServer) -> None:
    sys.stdin.read()
    server.shutdown()


def main(database: str) -> None:
    Taking.store = sqlite3.connect(database, check_same_thread=False)
    Taking.store.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {_TABLES}")
    with HTTPServer(("127.0.0.1", 0), Taking) as server:
        threading.Thread(target=_stop_with_us, args=(server,), daemon=True).start()
        print(f"http://127.0.0.1:{server.server_port}/", flush=True)
        server.serve_forever()
    Taking.store.close()


if __name__ == "__main__":
    main(sys.argv[1])
