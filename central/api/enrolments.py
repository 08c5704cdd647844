"""POST /v1/enrolments"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import enrolments, reconciling
from central.api import bodies
from central.api.errors import documented, refusal
from central.db import writing
from central.enrolments import NotEnrolled
from central.opening import Central
from kiosk.domain import wire


class Ask(BaseModel):
    code: str = Field(description="The one-time code, as printed.")
    public: str = Field(description="The station's new Ed25519 public key, 64 hexadecimal characters.")


class Enrolled(BaseModel):
    station: str
    hub: str
    role: str = Field(description='"touch" or "desk"')
    scope: str = Field(description="The scopes it may see, separated by spaces.")
    epoch: str
    root_public: str = Field(description="Hexadecimal; to be pinned once a person has compared its fingerprint.")
    key_list: str = Field(description="Hexadecimal COSE_Sign1 of the key list, signed by the root.")
    certificate: str = Field(description="Hexadecimal COSE_Sign1 of the station's certificate, signed by a wire key.")


_BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": Ask.model_json_schema()}}}}


def router(central: Central) -> APIRouter:
    api = APIRouter()

    @api.post(
        "/v1/enrolments",
        summary="A one-time code and a new public key make a station",
        description="Asked again with the same code and the same key, while the code holds, it is the same station.",
        tags=["stations"],
        responses={
            200: {"model": Enrolled},
            400: documented("Not an enrolment."),
            403: documented("not_a_code, unknown, used, expired, key_known or revoked."),
            413: documented(),
        },
        openapi_extra=_BODY,
    )
    def enrol(body: Annotated[bytes, Depends(bodies.raw)]) -> Response:
        try:
            ask = wire.parse_ask(body)
        except wire.NotTheWire:
            raise refusal(400, "not_an_enrolment") from None
        if enrolments.read(central.keys, ask) is None:
            raise refusal(403, "not_a_code")
        with writing(central.engine) as tx:
            answer = enrolments.enrol(tx, central.keys, ask, central.clock())
            if not isinstance(answer, NotEnrolled):
                reconciling.note(tx, central.journal, answer.station)
        if isinstance(answer, NotEnrolled):
            raise refusal(403, answer.why)
        return Response(wire.dump_enrolment(answer), media_type="application/json")

    return api
