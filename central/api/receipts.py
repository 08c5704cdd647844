"""GET and POST /receipts: a small public page that tells whether a receipt is genuine. No personal data, no scripts."""

import html
import tomllib
from datetime import datetime
from importlib.resources import files
from string import Template
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Response

from central import receipts
from central.api import bodies
from central.clock import city_day
from central.db import writing
from central.opening import Central
from central.receipts import Checked, Stands

_LONGEST = 2000  # bytes of a form
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def router(central: Central) -> APIRouter:
    api = APIRouter(include_in_schema=False)
    web = files("central") / "web"
    page = Template((web / "receipts.html").read_text("utf-8"))
    words: dict[str, list[str]] = tomllib.loads((web / "receipts.toml").read_text("utf-8"))

    @api.get("/receipts")
    def ask() -> Response:
        return _page(page, "")

    @api.post("/receipts")
    def check(form: Annotated[bytes, Depends(bodies.raw)]) -> Response:
        with writing(central.engine) as tx:
            said = receipts.check(tx, central.journal, _code(form), central.now())
        return _page(page, _answer(said, words))

    return api


def _code(form: bytes) -> str:
    fields = parse_qs(form[:_LONGEST].decode("ascii", "replace"), max_num_fields=4)
    return "".join(fields.get("code", [""])[0].split())


def _page(page: Template, answer: str) -> Response:
    return Response(page.substitute(answer=answer), media_type="text/html; charset=utf-8", headers=_HEADERS)


def _answer(said: Checked, words: dict[str, list[str]]) -> str:
    rows = []
    if said.day is not None and said.stands not in (Stands.FORGED, Stands.UNKNOWN):
        euro, cents = divmod(said.cents, 100)
        rows += [("amount", f"€ {euro},{cents:02}"), ("day", f"{said.day:%d.%m.%Y}")]
    if said.presented_at:
        rows.append(("presented", f"{city_day(datetime.fromisoformat(said.presented_at)):%d.%m.%Y}"))
    lines = "".join(f"<dt>{_both(words[name])}</dt><dd>{html.escape(value)}</dd>" for name, value in rows)
    return f'<output class="{said.stands}"><p>{_both(words[said.stands])}</p><dl>{lines}</dl></output>'


def _both(texts: list[str]) -> str:
    return f'{html.escape(texts[0])} <span lang="en">/ {html.escape(texts[1])}</span>'
