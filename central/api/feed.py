"""GET /v1/feed"""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field

from central import leases, pages, scope
from central.api import signed
from central.api.errors import documented
from central.api.signed import Signed
from central.db import events, meta
from central.opening import Central
from central.pages import Lost, Reply
from kiosk.domain import wire

_WORTH_ZIPPING = 500  # bytes
_HIGHEST = 2**53
_KINDS = r"^[0-9a-z_]{1,64}(,[0-9a-z_]{1,64}){0,31}$"

_PAGE_DOC = {
    "description": (
        "One page, NDJSON. First line: {epoch, from, to, revoked_from, revoked_to, catalogue_from, catalogue_to, "
        "began, more, total, digest}; then one line for each item: {kind, id, rev, state, v, data}. Revocations come "
        "first, then what is the station's own, then the catalogue, each by its own cursor."
    ),
    "content": {wire.NDJSON: {"schema": {"type": "string"}}},
}


class Restart(BaseModel):
    epoch: str = Field(description="The epoch there is.")
    why: str = Field(description="epoch, ahead (central was restored) or purged (tombstones are gone).")
    high_water: dict[str, int] = Field(description="For each incarnation the last seq held without a gap.")


def router(central: Central, may_pull: signed.Signer) -> APIRouter:
    api = APIRouter()

    @api.get(
        "/v1/feed",
        summary="What changed in the station's scope after its cursor",
        tags=["stations"],
        response_class=Response,
        responses={
            200: _PAGE_DOC,
            400: documented(),
            410: {"model": Restart, "description": "The cursor leads nowhere any more: begin again."},
            **signed.PULL_RESPONSES,
        },
    )
    def get_feed(
        request: Request,
        caller: Annotated[Signed, Depends(may_pull)],
        epoch: Annotated[str, Query(max_length=64, description='"" for a first copy')] = "",
        after: Annotated[int, Query(ge=0, le=_HIGHEST)] = 0,
        revoked: Annotated[int, Query(ge=0, le=_HIGHEST)] = 0,
        catalogue: Annotated[
            int | None, Query(ge=0, le=_HIGHEST, description="Left out: no catalogue, it comes by snapshot")
        ] = None,
        began: Annotated[int, Query(ge=0, le=_HIGHEST, description="As in the cursor that a page led to")] = 0,
        limit: Annotated[int, Query(ge=1, le=wire.PAGE_ITEMS)] = wire.PAGE_ITEMS,
        kinds: Annotated[str | None, Query(pattern=_KINDS, description="Only these, to repair them")] = None,
    ) -> Response:
        station = caller.station
        scopes = scope.seen_by(station.id, station.hub, station.role)
        cursor = wire.Cursor(epoch, after, revoked, catalogue, began)
        only = kinds.split(",") if kinds else []
        with leases.kept_up(central.engine, station.id, central.clock()) as tx:
            reply = pages.page(tx, scopes, cursor, limit, only, central.segments)
            if isinstance(reply, Lost):
                restart = wire.Restart(meta.get(tx, "epoch"), reply, events.high_waters(tx, station.id))
                return Response(wire.dump_restart(restart), 410, media_type="application/json")
        return _sent(reply, request.headers.get("accept-encoding", ""))

    return api


def _sent(reply: Reply, accepted: str) -> Response:
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if reply.length < _WORTH_ZIPPING or not _takes_gzip(accepted):
        return Response(reply.plain(), media_type=wire.NDJSON, headers=headers)
    return Response(reply.gzipped(), media_type=wire.NDJSON, headers={**headers, "Content-Encoding": "gzip"})


def _takes_gzip(accepted: str) -> bool:
    offers = (offer.replace(" ", "").lower().partition(";") for offer in accepted.split(","))
    return any(coding == "gzip" and rest not in ("q=0", "q=0.0", "q=0.00", "q=0.000") for coding, _, rest in offers)
