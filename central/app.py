"""The composition root: settings in, the web application out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from central.api import enrolments, errors, events, feed, health, signed
from central.opening import Central, open_central
from central.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """Central, opened and ready to serve. Raises what central.opening.open_central raises."""
    return serve(open_central(settings))


def serve(central: Central) -> FastAPI:
    """The web application of an opened central, which it closes when it shuts down."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        central.close()

    app = FastAPI(
        title="Community hubs: central",
        summary="Feeds stations, judges what they push, enrols new ones.",
        version="1",
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    by_a_station = signed.by_a_station(central)
    app.include_router(health.router(central))
    app.include_router(enrolments.router(central))
    app.include_router(feed.router(central, by_a_station))
    app.include_router(events.router(central, by_a_station))
    errors.install(app)
    return app
