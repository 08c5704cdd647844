"""POST /v1/pending"""

from asyncio import wrap_future
from collections.abc import Iterator, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from central import pending
from central.api import bodies, signed
from central.api.errors import Error, refusal
from central.api.signed import Asked
from central.db.stations import Station
from central.hearing import Call, Unheard
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.allotments import What

Answered = wire.PendingAnswer | HTTPException
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
        said = await wrap_future(central.asks.ask(asked, _answered))
        if isinstance(said, HTTPException):
            raise said
        return Response(wire.dump_pending_answer(said), media_type="application/json")

    return api


def _answered(asked: Sequence[Asked]) -> list[Answered]:
    """Those that ask at the same central, in one transaction."""
    read = [_read(one) for one in asked]
    held = [one for one in read if not isinstance(one, HTTPException)]
    said = iter(_taken(asked[0].central, held) if held else ())
    return [one if isinstance(one, HTTPException) else next(said) for one in read]


def _read(asked: Asked) -> tuple[Call, wire.PendingAsk] | HTTPException:
    try:
        caller = asked.held()
        return caller.call, wire.parse_pending(bodies.inflated(caller.body, caller.encoding))
    except wire.NotTheWire:
        return refusal(400, "not_an_ask")
    except HTTPException as refused:
        return refused


def _taken(central: Central, asks: Sequence[tuple[Call, wire.PendingAsk]]) -> Iterator[Answered]:
    with signed.doing(central, [call for call, _ in asks]) as (tx, stations):
        heard = [(one, ask) for one, (_, ask) in zip(stations, asks, strict=True) if isinstance(one, Station)]
        taken = pending.take_all(tx, heard, central.now()) if heard else []
    said = iter(taken)
    return (signed.refused(one) if isinstance(one, Unheard) else next(said) for one in stations)
