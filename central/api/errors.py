"""How calls fail: `{"error": "a_word"}` and nothing else, so that no answer ever quotes what was sent."""

import logging
import random
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from central.db import Busy
from central.quiet import path_of

log = logging.getLogger(__name__)


class Error(BaseModel):
    error: str = Field(description="One word for what is wrong.", examples=["signature_invalid"])


_DOC = {"application/json": {"schema": Error.model_json_schema()}}


def documented(description: str = "") -> dict[str, Any]:
    """A refusal in the description of a call; its form is worked out once, and not for each call anew."""
    return {"content": _DOC, **({"description": description} if description else {})}


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": documented("Any other refusal: the question cannot be what was meant."),
    503: documented("busy: nothing was done; ask again after Retry-After."),
}
_RETRY_AFTER = (5, 15)  # seconds: whoever was sent away together is not to come back together


def refusal(status: int, word: str) -> HTTPException:
    return HTTPException(status, word)


def install(app: FastAPI) -> None:
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Busy, _busy)
    app.add_middleware(Guard)


async def _refused(_: Request, problem: Exception) -> JSONResponse:
    assert isinstance(problem, HTTPException)
    word = problem.detail.lower().replace(" ", "_")
    return JSONResponse({"error": word}, problem.status_code, headers=problem.headers)


async def _misread(_: Request, __: Exception) -> JSONResponse:
    return JSONResponse({"error": "bad_request"}, 400)


async def _gone(_: Request, __: Exception) -> JSONResponse:
    return JSONResponse({"error": "cut"}, 400)


async def _busy(_: Request, problem: Exception) -> JSONResponse:
    log.warning("%s", problem)  # says what is wrong with the database, and names no data
    return busy()


def busy() -> JSONResponse:
    """Nothing was done; it is right to ask again."""
    after = random.randint(*_RETRY_AFTER)  # noqa: S311 - no secret
    return JSONResponse({"error": "busy"}, 503, headers={"Retry-After": str(after)})


class Guard:
    """Turns what nobody foresaw into a 500 without details, and into a line of the log without bodies."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as problem:
            log.error("%s %s failed: %s", scope.get("method"), scope.get("path"), path_of(problem))
            if scope["type"] != "http" or started:
                raise
            await JSONResponse({"error": "internal"}, 500)(scope, receive, send)
