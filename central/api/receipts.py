"""GET and POST /receipts: a small public page that tells whether a receipt is genuine. No personal data, no scripts."""

import html
from datetime import datetime
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Response

from central import receipts
from central.api import bodies, web
from central.clock import city_day
from central.db import writing
from central.opening import Central
from central.receipts import Checked, Stands

_LONGEST = 2000  # bytes of a form


def router(central: Central) -> APIRouter:
    api = APIRouter(include_in_schema=False)
    page, words = web.template("receipts"), web.words("receipts")

    @api.get("/receipts")
    def ask() -> Response:
        return web.page(page, answer="")

    @api.post("/receipts")
    def check(form: Annotated[bytes, Depends(bodies.raw)]) -> Response:
        with writing(central.engine) as tx:
            said = receipts.check(tx, central.journal, _code(form), central.now())
        return web.page(page, answer=_answer(said, words))

    return api


def _code(form: bytes) -> str:
    fields = parse_qs(form[:_LONGEST].decode("ascii", "replace"), max_num_fields=4)
    return "".join(fields.get("code", [""])[0].split())


def _answer(said: Checked, words: web.Words) -> str:
    rows = []
    if said.day is not None and said.stands not in (Stands.FORGED, Stands.UNKNOWN):
        euro, cents = divmod(said.cents, 100)
        rows += [("amount", f"€ {euro},{cents:02}"), ("day", f"{said.day:%d.%m.%Y}")]
    if said.presented_at:
        rows.append(("presented", f"{city_day(datetime.fromisoformat(said.presented_at)):%d.%m.%Y}"))
    lines = "".join(f"<dt>{web.both(words[name])}</dt><dd>{html.escape(value)}</dd>" for name, value in rows)
    return f'<output class="{said.stands}"><p>{web.both(words[said.stands])}</p><dl>{lines}</dl></output>'
