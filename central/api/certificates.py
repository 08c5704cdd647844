"""POST /v1/certificates"""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from central import certificates
from central.api import signed
from central.api.errors import documented, refusal
from central.api.signed import Signed
from central.certificates import NotRenewed
from central.db import writing
from central.opening import Central
from kiosk.domain import wire


class Renewal(BaseModel):
    public: str = Field(description="The key to certify, 64 hexadecimal characters: the station's, or its next one.")


class Certified(BaseModel):
    signed: str = Field(description="Hexadecimal COSE_Sign1 of the certificate, signed by a wire key.")


_BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": Renewal.model_json_schema()}}}}


def router(central: Central, by_a_station: signed.Signer) -> APIRouter:
    api = APIRouter()

    @api.post(
        "/v1/certificates",
        summary="A new certificate for a station",
        description=(
            "For its own key, or for another that is to follow: central then takes signatures of either, until the "
            "new one is first used. Asked again, the answer is as good."
        ),
        tags=["stations"],
        response_class=Response,
        responses={
            200: {"model": Certified},
            400: documented("not_a_renewal"),
            403: documented("certificate_expired (a person has to forgive it) or key_known."),
            413: documented(),
            **signed.RESPONSES,
        },
        openapi_extra=_BODY,
    )
    def renew(caller: Annotated[Signed, Depends(by_a_station)]) -> Response:
        try:
            public = wire.parse_renewal(caller.body)
        except wire.NotTheWire:
            raise refusal(400, "not_a_renewal") from None
        with writing(central.engine) as tx:
            answer = certificates.renew(tx, central.keys, caller.station, public, central.clock())
        if isinstance(answer, NotRenewed):
            raise refusal(403, answer.why)
        return Response(wire.dump_signed(answer), media_type="application/json")

    return api
