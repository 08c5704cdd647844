"""POST /v1/events"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import events
from central.api import bodies, signed
from central.api.errors import documented, refusal
from central.api.signed import Asked
from central.events import NotTaken
from central.opening import Central
from kiosk.domain import wire

Plain = Annotated[str, Field(pattern="^[ -~]{0,64}$")]
Hex = Annotated[str, Field(pattern="^([0-9a-f]{2})*$")]


class PushedEvent(BaseModel):
    seq: int = Field(ge=1, lt=2**53)
    id: Plain = Field(description="UUIDv7")
    type: Plain
    v: int = Field(ge=0, lt=2**53)
    body_hash: Hex = Field(description="Hexadecimal, like all hashes.")
    recorded_at: Plain
    anchor: Plain
    prev_hash: Hex
    hash: Hex
    salt: Hex | None
    body: dict[str, str | int | bool | None] | None = Field(description="null when it was shredded.")


class Push(BaseModel):
    station: Plain
    incarnation: Plain
    signature: Hex = Field(description="Ed25519 over first seq, last seq and head hash; hexadecimal.")
    events: list[PushedEvent] = Field(min_length=1, max_length=wire.BATCH_EVENTS)


class Answered(BaseModel):
    epoch: str
    high_water: int = Field(description="The last seq of this incarnation that central holds without a gap.")
    time: str
    answers: list[Annotated[list[str], Field(min_length=3, max_length=3)]] = Field(
        description="For each event its id, its verdict (accepted, duplicate, refused, later) and a reason or nothing."
    )


_BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": Push.model_json_schema()}}}}


def router(central: Central, by_a_station: signed.Asker) -> APIRouter:
    api = APIRouter()

    @api.post(
        "/v1/events",
        summary="Push events; each gets one answer",
        description="The body may be gzip-encoded. Sending a batch again changes nothing.",
        tags=["stations"],
        responses={
            200: {"model": Answered},
            400: documented("not_a_batch, batch_signature or not_gzip. Nothing was judged."),
            403: documented("other_station"),
            413: documented(),
            415: documented(),
            **signed.RESPONSES,
        },
        openapi_extra=_BODY,
    )
    def push(asked: Annotated[Asked, Depends(by_a_station)]) -> Response:
        caller = asked.held()
        try:
            batch = wire.parse_batch(bodies.inflated(caller.body, caller.encoding))
        except wire.NotTheWire:
            raise refusal(400, "not_a_batch") from None
        with caller.doing() as (tx, station):
            taken = events.take_in(tx, central.journal, station, batch, central.now())
        if isinstance(taken, NotTaken):
            raise refusal(403 if taken.why == "other_station" else 400, taken.why)
        return Response(wire.dump_answers(taken), media_type="application/json")

    return api
