"""The composition root: settings in, the web application out."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from central.api import (
    allotments,
    certificates,
    digests,
    enrolments,
    errors,
    events,
    feed,
    health,
    keys,
    pending,
    receipts,
    sharing,
    signed,
    snapshot,
    time,
)
from central.api.answers import Answers
from central.api.room import Room
from central.opening import Central, open_central
from central.settings import Settings

_LOOK = 10  # seconds

log = logging.getLogger(__name__)


def create_app(settings: Settings) -> FastAPI:
    """Central, opened and ready to serve. Raises what central.opening.open_central raises."""
    return serve(open_central(settings))


def serve(central: Central) -> FastAPI:
    """The web application of an opened central, which it closes when it shuts down."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        looking = asyncio.create_task(_look(central))
        yield
        looking.cancel()
        central.close()

    app = FastAPI(
        title="Community hubs: central",
        summary="Feeds stations, judges what they push, enrols new ones.",
        version="1",
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=errors.RESPONSES,
        lifespan=lifespan,
    )
    by_a_station = signed.by_a_station(central)
    by_a_certified = signed.by_a_station(central, certified=True)
    may_pull = sharing.spent(central, by_a_certified)
    for router in (  # what is asked for most comes first: each of those before it is looked at in vain
        pending.router(central, by_a_certified),
        events.router(central, by_a_station),
        feed.router(central, may_pull),
        allotments.router(central, by_a_certified),
        digests.router(central, may_pull),
        snapshot.router(central, may_pull),
        certificates.router(central, sharing.spent(central, by_a_station)),
        enrolments.router(central),
        keys.router(central),
        health.router(central),
        receipts.router(central),
        time.router(central),
    ):
        app.include_router(router)
    errors.install(app)
    app.add_middleware(Room)
    app.add_middleware(Answers, central=central)  # the last one added is the outermost
    return app


async def _look(central: Central) -> None:
    """As long as central serves, note from time to time how far it has come."""
    while True:
        await asyncio.sleep(_LOOK)
        try:
            await run_in_threadpool(central.look)
        except OSError as problem:
            log.warning("could not look after the database: %s", type(problem).__name__)
