"""GET /v1/snapshot"""

import asyncio
import base64
import re
from collections.abc import Mapping
from typing import Annotated, Any, BinaryIO

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from central.api import signed
from central.api.errors import documented
from central.api.signed import Signed
from central.opening import Central
from central.snapshot import NoRoom, Snapshot, Snapshots
from kiosk.domain import wire

_CHUNK = 256 * 1024  # bytes read at once
_PATIENCE = 60  # seconds that somebody waits while somebody else makes the first snapshot
_PAUSE = 0.1  # seconds between two looks
_RETRY_AFTER = "30"  # seconds
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)
_TAG = re.compile(r'"([0-9a-f]{64})"')

_FILE_DOC = {
    "description": "The zstd file: a line {epoch, rev, live}, then one line for each live catalogue record.",
    "content": {wire.SNAPSHOT_TYPE: {"schema": {"type": "string", "format": "binary"}}},
}


def router(central: Central, may_pull: signed.Signer) -> APIRouter:
    api = APIRouter()

    async def get_snapshot(request: Request, _: Annotated[Signed, Depends(may_pull)]) -> Response:
        snapshot, file = await _opened(central.snapshots, request.headers)
        headers = {
            "ETag": f'"{snapshot.sha256.hex()}"',
            "Repr-Digest": f"sha-256=:{base64.b64encode(snapshot.sha256).decode()}:",
            "Accept-Ranges": "bytes",
            "Cache-Control": "no-store",
        }
        part = _part(request.headers, headers["ETag"], snapshot.size)
        if part is not None and not part:
            file.close()
            raise HTTPException(416, "no_such_range", {"Content-Range": f"bytes */{snapshot.size}"})
        return _Sent(file, snapshot.size, part, headers)

    answers: dict[int | str, dict[str, Any]] = {
        200: _FILE_DOC,
        206: {**_FILE_DOC, "description": "The range asked for."},
        416: documented("The file ends before."),
        503: documented("Not now: it is being made, or the disk is full."),
        **signed.PULL_RESPONSES,
    }
    api.get(
        "/v1/snapshot",
        summary="The public catalogue as one file, the same bytes for all",
        description="ETag is the SHA-256 of the file. One range is served; If-Range also finds the file before.",
        tags=["stations"],
        response_class=Response,
        responses=answers,
    )(get_snapshot)
    api.head("/v1/snapshot", include_in_schema=False)(get_snapshot)
    return api


async def _opened(snapshots: Snapshots, asked: Mapping[str, str]) -> tuple[Snapshot, BinaryIO]:
    """The snapshot that is asked for, open: nobody can take it away any more.

    Whoever waits for it looks in from time to time, so that nobody holds a thread that a push could need.
    """
    for _ in range(round(_PATIENCE / _PAUSE)):
        try:
            found = await run_in_threadpool(_found, snapshots, asked)
        except NoRoom:
            break
        if found is not None:
            return found
        await asyncio.sleep(_PAUSE)
    raise HTTPException(503, "not_now", {"Retry-After": _RETRY_AFTER})


def _found(snapshots: Snapshots, asked: Mapping[str, str]) -> tuple[Snapshot, BinaryIO] | None:
    tag = _TAG.fullmatch(asked.get("if-range", "")) if "range" in asked else None
    begun = snapshots.named(bytes.fromhex(tag[1])) if tag else None
    snapshot = begun or snapshots.current()
    try:
        return (snapshot, snapshot.path.open("rb")) if snapshot else None
    except FileNotFoundError:  # another process made a newer one this very moment
        return None


def _part(asked: Mapping[str, str], tag: str, size: int) -> range | None:
    """The one range that is asked for of this file, empty when the file ends before; None for the whole.

    Several ranges, something else, or a range of another file get the whole: RFC 9110 says so.
    """
    match = _RANGE.fullmatch(asked.get("range", ""))
    if match is None or asked.get("if-range", tag) != tag:
        return None
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last or size) + 1, size))


class _Sent(Response):
    """An open file or a part of it, read in other threads; it is closed in the end, whatever happens."""

    media_type = wire.SNAPSHOT_TYPE

    def __init__(self, file: BinaryIO, size: int, part: range | None, headers: Mapping[str, str]) -> None:
        self._file = file
        self._bytes = range(size) if part is None else part
        about = {"Content-Length": str(len(self._bytes))}
        if part is not None:
            about["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        super().__init__(None, 200 if part is None else 206, {**headers, **about})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._file:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                await self._send_bytes(send)
            await send({"type": "http.response.body", "body": b""})

    async def _send_bytes(self, send: Send) -> None:
        self._file.seek(self._bytes.start)
        left = len(self._bytes)
        while left:
            chunk = await run_in_threadpool(self._file.read, min(_CHUNK, left))
            left -= len(chunk)
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
