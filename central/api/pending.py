"""POST /v1/pending"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import pending
from central.api import bodies, sharing, signed
from central.api.errors import Error, refusal
from central.api.signed import Asked, Held
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.allotments import What

Id = Annotated[str, Field(pattern="^[ -~]{1,64}$")]


class PendingAsk(BaseModel):
    phase: wire.Phase
    request: Id = Field(description="UUIDv7; of a sign-up its own id. The same again is kept once.")
    incarnation: Id
    what: What
    of: str = Field(max_length=64, description="A voucher or a session.")
    amount: int = Field(description="Cents, all of them or none; one place.")
    provider: str = Field(max_length=64, description="Who is paid, to post a redemption.")
    also: list[tuple[Id, Id]] = Field(
        default=[], max_length=99, description="Of a course the other places: request and session. All or none."
    )


class PendingAnswer(BaseModel):
    request: str
    state: wire.Pending
    parts: str = Field(description='What is kept, by fund: "state:1200 city:300".')
    why: str


def router(central: Central, by_a_certified: signed.Asker) -> APIRouter:
    api = APIRouter()

    @api.post(
        "/v1/pending",
        summary="A redemption or a sign-up online, in two phases",
        description="What was kept is free again only by what the station says, here or by its events.",
        tags=["stations"],
        responses={
            200: {"model": PendingAnswer},
            400: {"model": Error, "description": "not_an_ask or not_gzip"},
            413: {"model": Error},
            415: {"model": Error},
            **signed.PULL_RESPONSES,
        },
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": PendingAsk.model_json_schema()}},
            }
        },
    )
    async def ask(asked: Annotated[Asked, Depends(by_a_certified)]) -> Response:
        said = await sharing.answered(
            central.asks, asked, _read, lambda tx, heard: pending.take_all(tx, heard, central.now())
        )
        return Response(wire.dump_pending_answer(said), media_type="application/json")

    return api


def _read(caller: Held) -> wire.PendingAsk:
    try:
        return wire.parse_pending(bodies.inflated(caller.body, caller.encoding))
    except wire.NotTheWire:
        raise refusal(400, "not_an_ask") from None
