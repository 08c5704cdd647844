"""Small public pages in two languages: no scripts, no personal data, nothing that is kept by the browser."""

import html
import tomllib
from importlib.resources import files
from string import Template

from fastapi import Response

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

Words = dict[str, list[str]]
"""Italian and English, by name."""


def template(name: str) -> Template:
    return Template((files("central") / "web" / f"{name}.html").read_text("utf-8"))


def words(name: str) -> Words:
    return tomllib.loads((files("central") / "web" / f"{name}.toml").read_text("utf-8"))


def page(template: Template, **parts: str) -> Response:
    """`parts` are HTML: what comes from outside has been escaped."""
    return Response(template.substitute(parts), media_type="text/html; charset=utf-8", headers=_HEADERS)


def both(texts: list[str]) -> str:
    return f'{html.escape(texts[0])} <span lang="en">/ {html.escape(texts[1])}</span>'
