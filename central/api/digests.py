"""GET /v1/digests"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import scope
from central.api import signed
from central.api.signed import Signed
from central.db import digests, meta, reading
from central.opening import Central
from kiosk.domain import wire


class Digests(BaseModel):
    epoch: str
    rev: int = Field(description="The highest there is: the sums are as of it.")
    sums: dict[str, Annotated[list[int], Field(min_length=2, max_length=2)]] = Field(
        description="For each kind in the station's scope how many live records, and the sum of their marks."
    )


def router(central: Central, may_pull: signed.Signer) -> APIRouter:
    api = APIRouter()

    @api.get(
        "/v1/digests",
        summary="What a station's copy has to add up to, kind by kind",
        tags=["stations"],
        responses={200: {"model": Digests}, **signed.PULL_RESPONSES},
    )
    def get_digests(caller: Annotated[Signed, Depends(may_pull)]) -> Response:
        station = caller.station
        scopes = scope.seen_by(station.id, station.hub, station.role)
        with reading(central.engine) as tx:
            sums = wire.Digests(meta.get(tx, "epoch"), meta.highest_rev(tx), digests.sums(tx, scopes))
        return Response(wire.dump_digests(sums), media_type="application/json", headers={"Cache-Control": "no-store"})

    return api
