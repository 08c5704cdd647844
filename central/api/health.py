"""GET /v1/health"""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from central.db import meta, reading
from central.opening import Central


class Health(BaseModel):
    status: str = Field(examples=["ok"])
    epoch: str = Field(description="This lifetime of central's database.")
    time: str = Field(description="UTC, ISO 8601.")


def router(central: Central) -> APIRouter:
    api = APIRouter()

    @api.get("/v1/health", summary="Whether central is up", tags=["technical"])
    def health() -> Health:
        with reading(central.engine) as tx:
            return Health(status="ok", epoch=meta.get(tx, "epoch"), time=central.now())

    return api
