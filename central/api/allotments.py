"""POST /v1/allotments"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import asking
from central.api import bodies, signed
from central.api.errors import Error, refusal
from central.api.signed import Asked
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.allotments import What

Id = Annotated[str, Field(pattern="^[ -~]{1,64}$")]


class Wanted(BaseModel):
    what: What
    of: Id = Field(description='A voucher, a session; "purse" of the purse.')
    amount: int = Field(ge=1, lt=10**12, description="Cents or places.")


class Holding(BaseModel):
    of: Id
    what: What
    parts: list[tuple[str, int]] = Field(description="All that it was ever told, by fund; of places the fund is empty.")
    to: Id = Field(description="The incarnation it was granted to.")
    back: int


class AllotmentsAsk(BaseModel):
    request: Id = Field(description="UUIDv7: the same again is granted once.")
    incarnation: Id
    wanted: Wanted | None
    holdings: list[Holding] = Field(max_length=wire.MOST_HOLDINGS)
    whole: bool = Field(description="With the last report: central knows all that this incarnation was told.")
    frozen: bool = Field(default=False, description="It gives nothing of value, as its lease says.")


class AllotmentsAnswer(BaseModel):
    request: str
    epoch: str
    granted: int = Field(description="It is fed, as a total.")
    why: str = Field(description="Why it is less than was wanted; or nothing.")


def router(central: Central, by_a_certified: signed.Asker) -> APIRouter:
    api = APIRouter()

    @api.post(
        "/v1/allotments",
        summary="Ask for more to give out without asking; say what is held",
        tags=["stations"],
        responses={
            200: {"model": AllotmentsAnswer},
            400: {"model": Error, "description": "not_an_ask or not_gzip"},
            413: {"model": Error},
            415: {"model": Error},
            **signed.PULL_RESPONSES,
        },
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": AllotmentsAsk.model_json_schema()}},
            }
        },
    )
    def ask(asked: Annotated[Asked, Depends(by_a_certified)]) -> Response:
        caller = asked.held()
        try:
            wanted = wire.parse_allotments(bodies.inflated(caller.body, caller.encoding))
        except wire.NotTheWire:
            raise refusal(400, "not_an_ask") from None
        with caller.doing() as (tx, station):
            said = asking.take(tx, station, wanted, central.now())
        return Response(wire.dump_allotments_answer(said), media_type="application/json")

    return api
