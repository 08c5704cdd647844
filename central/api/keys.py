"""GET /v1/keys, GET /v1/root"""

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from central import published
from central.api.errors import documented, refusal
from central.db import reading
from central.opening import Central
from kiosk.domain import wire


class Signed(BaseModel):
    signed: str = Field(description="Hexadecimal COSE_Sign1 of the key list, signed by the root.")


def router(central: Central) -> APIRouter:
    api = APIRouter()

    @api.get(
        "/v1/keys",
        summary="The key list, signed by the root",
        description="For whoever meets a key that it does not know. It replaces a list of a lower number.",
        tags=["technical"],
        response_class=Response,
        responses={200: {"model": Signed}},
    )
    def keys() -> Response:
        with reading(central.engine) as tx:
            newest = published.newest(tx, central.keys)
        return Response(wire.dump_signed(newest), media_type="application/json")

    @api.get(
        "/v1/root",
        summary="The root's X.509 certificate, which TLS is pinned to",
        description="PEM. Its key is the root's: compare the fingerprint.",
        tags=["technical"],
        response_class=Response,
        responses={
            200: {"content": {"application/x-pem-file": {"schema": {"type": "string"}}}},
            404: documented("no_root_certificate: the root key was away when it was to be made."),
        },
    )
    def root() -> Response:
        pem = central.root_certificate()
        if not pem:
            raise refusal(404, "no_root_certificate")
        return Response(pem, media_type="application/x-pem-file")

    return api
