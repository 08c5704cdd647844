"""GET /time: a phone carries central's time to a station without network. Whoever asks may know what time it is."""

import html
import re
from datetime import UTC, datetime

from fastapi import APIRouter, Response

from central.api import web
from central.opening import Central
from kiosk.clock import ROME
from kiosk.domain import timecodes
from kiosk.papers import qr

_QUESTION = re.compile(r"[0-9a-f]{16}")


def router(central: Central) -> APIRouter:
    api = APIRouter(include_in_schema=False)
    page, words = web.template("time"), web.words("time")

    @api.get("/time")
    def tell(q: str = "") -> Response:
        now = datetime.fromisoformat(central.now())
        if not _QUESTION.fullmatch(q):
            return web.page(page, again="", answer=_said(words["no_question"]))
        wire = central.keys.wire
        code = timecodes.write(wire.key, wire.kid, bytes.fromhex(q), now.astimezone(UTC))
        return web.page(page, again=_AGAIN, answer=_answer(code, now, words))

    return api


_AGAIN = '<meta http-equiv="refresh" content="30">'  # the code stays young without a script


def _answer(code: str, now: datetime, words: web.Words) -> str:
    drawn = qr.draw(code)
    side, label = drawn.size + 8, html.escape(words["code"][0])
    picture = (
        f'<svg role="img" aria-label="{label}" viewBox="-4 -4 {side} {side}" shape-rendering="crispEdges">'
        f'<path d="{drawn.path}"/></svg>'
    )
    at = f"{now.astimezone(ROME):%d.%m.%Y, %H.%M}"
    return f"{_said(words['show'])}{picture}<p><time>{at}</time></p>"


def _said(texts: list[str]) -> str:
    italian, english = map(html.escape, texts)
    return f'<p>{italian}</p><p lang="en">{english}</p>'
