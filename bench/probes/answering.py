"""The floor of an idle round: GET /n is answered with n bytes, by a bare uvicorn. Serves until its input is closed."""

import asyncio
import socket
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn


async def answering(scope: dict[str, Any], receive: Any, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    size = int(scope["path"].strip("/"))
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(size).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"." * size})


def main() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    config = uvicorn.Config(answering, log_config=None, access_log=False, ws="none", lifespan="off")
    server = uvicorn.Server(config)

    def stop() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=stop, daemon=True).start()
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    asyncio.run(server.serve([listening]))


if __name__ == "__main__":
    main()
