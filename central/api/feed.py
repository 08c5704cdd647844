"""GET /v1/feed"""

import gzip
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import JSONResponse

from central import feed, scope
from central.api import signed
from central.api.errors import Error
from central.api.signed import Signed
from central.db import meta, reading
from central.opening import Central
from kiosk.domain import wire

_WORTH_ZIPPING = 500  # bytes
_HIGHEST = 2**53

_PAGE_DOC = {
    "description": (
        "One page, NDJSON. First line: {epoch, from, to, revoked_from, revoked_to, more, total, time, digest}; then "
        "one line for each item: {kind, id, rev, state, v, data}. The digest is the SHA-256 of everything after the "
        "first line. Revocations come first, by their own cursor."
    ),
    "content": {wire.NDJSON: {"schema": {"type": "string"}}},
}


class OtherEpoch(BaseModel):
    epoch: str


def router(central: Central, by_a_station: signed.Signer) -> APIRouter:
    api = APIRouter()

    @api.get(
        "/v1/feed",
        summary="What changed in the station's scope after its cursor",
        tags=["stations"],
        response_class=Response,
        responses={
            200: _PAGE_DOC,
            400: {"model": Error},
            410: {"model": OtherEpoch, "description": "The cursor is of another epoch: begin again."},
            **signed.RESPONSES,
        },
    )
    def get_feed(
        request: Request,
        caller: Annotated[Signed, Depends(by_a_station)],
        epoch: Annotated[str, Query(max_length=64, description='"" for a first copy')] = "",
        after: Annotated[int, Query(ge=0, le=_HIGHEST)] = 0,
        revoked: Annotated[int, Query(ge=0, le=_HIGHEST)] = 0,
        limit: Annotated[int, Query(ge=1, le=wire.PAGE_ITEMS)] = wire.PAGE_ITEMS,
    ) -> Response:
        station = caller.station
        scopes = scope.seen_by(station.id, station.hub, station.role)
        with reading(central.engine) as tx:
            page = feed.page(tx, scopes, wire.Cursor(epoch, after, revoked), limit, central.now())
            current = meta.get(tx, "epoch")
        if page is None:
            return JSONResponse({"epoch": current}, 410)
        return _packed(wire.dump_page(page), request.headers.get("accept-encoding", ""))

    return api


def _packed(content: bytes, accepted: str) -> Response:
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if len(content) >= _WORTH_ZIPPING and _takes_gzip(accepted):
        content = gzip.compress(content, 6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=wire.NDJSON, headers=headers)


def _takes_gzip(accepted: str) -> bool:
    offers = (offer.replace(" ", "").lower().partition(";") for offer in accepted.split(","))
    return any(coding == "gzip" and rest not in ("q=0", "q=0.0", "q=0.00", "q=0.000") for coding, _, rest in offers)
