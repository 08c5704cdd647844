"""A station as central sees it: it enrols, records events, signs what it sends."""

import asyncio
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519

from central import enrolments
from central.db import writing
from central.opening import Central
from kiosk.domain import events, keys, signing, wire
from kiosk.domain.events import START, Event, JsonBody, Link, Type
from kiosk.domain.wire import Answers, Batch, Cursor, EnrolmentAsk, Page

RECORDED = "2026-05-22T08:00:00.000Z"
BEGIN = Cursor("", 0, 0)


def send(
    app: FastAPI, method: str, path: str, content: bytes = b"", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """One request, in this process."""

    raw = {name.encode(): value.encode("latin-1") for name, value in (headers or {}).items()}

    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://central") as client:
            return await client.request(method, path, content=content, headers=raw)

    return asyncio.run(go())


@dataclass
class _Message:
    method: str
    url: str
    headers: dict[str, str]


@dataclass(frozen=True)
class _Private(HTTPSignatureKeyResolver):
    key: Ed25519PrivateKey

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        return self.key


def signed(
    station: str,
    key: Ed25519PrivateKey,
    method: str,
    path: str,
    body: bytes = b"",
    *,
    nonce: str | None = None,
    label: str = signing.LABEL,
    covered: tuple[str, ...] = signing.COMPONENTS,
    created: datetime | None = None,
) -> dict[str, str]:
    """The headers that sign a request."""
    message = _Message(method, "http://central" + path, {})
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_Private(key)).sign(
        message,
        key_id=station,
        nonce=secrets.token_hex(12) if nonce is None else nonce,
        label=label,
        covered_component_ids=covered,
        created=created or datetime(2001, 1, 1, tzinfo=UTC),  # a dead clock: it must not matter
        body=body or None,
    )
    return message.headers


@dataclass
class Station:
    app: FastAPI
    id: str
    hub: str
    key: Ed25519PrivateKey
    incarnation: str = field(default_factory=lambda: secrets.token_hex(8))
    end: Link = START

    def send(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        return send(self.app, method, path, body, {**signed(self.id, self.key, method, path, body), **(headers or {})})

    def feed(self, cursor: Cursor = BEGIN, limit: int = wire.PAGE_ITEMS) -> Page:
        path = f"/v1/feed?epoch={cursor.epoch}&after={cursor.rev}&revoked={cursor.revoked}&limit={limit}"
        answer = self.send("GET", path)
        assert answer.status_code == 200, answer.text
        return wire.parse_page(answer.content, cursor)

    def copy(self, limit: int = wire.PAGE_ITEMS) -> dict[tuple[str, str], wire.Item]:
        """Everything it is fed from the beginning, page by page."""
        cursor, more, held = BEGIN, True, {}
        while more:
            page = self.feed(cursor, limit)
            assert all(isinstance(item, wire.Item) for item in page.items)
            held.update({(item.kind, item.id): item for item in page.items if isinstance(item, wire.Item)})
            cursor, more = page.to, page.more
        return held

    def record(self, type_: Type, content: JsonBody, version: int = 1) -> Event:
        event = events.record(self.id, self.incarnation, self.end, type_, content, RECORDED, "", version)
        self.end = Link(event.header.seq, event.header.hash)
        return event

    def arrive(self, visit: str | None = None) -> Event:
        return self.record(Type.ARRIVED, arrival(self.hub, visit))

    def batch(self, *batch: Event) -> Batch:
        return wire.sign_batch(self.key, batch)

    def push(self, *batch: Event) -> Answers:
        answer = self.send("POST", "/v1/events", wire.dump_batch(self.batch(*batch)))
        assert answer.status_code == 200, answer.text
        return wire.parse_answers(answer.content)


def arrival(hub: str, visit: str | None = None) -> JsonBody:
    return {"visit": visit or str(uuid.uuid4()), "serial": 7, "person": "p1", "household": "f1", "hub": hub}


def invite(central: Central, hub: str = "h1", role: str = "touch", name: str = "one") -> str:
    with writing(central.engine) as tx:
        return enrolments.invite(tx, central.keys, hub, role, name, central.clock())


def enrolled(central: Central, app: FastAPI, hub: str = "h1", role: str = "touch", name: str = "one") -> Station:
    key = Ed25519PrivateKey.generate()
    ask = wire.dump_ask(EnrolmentAsk(invite(central, hub, role, name), keys.raw_public(key)))
    answer = send(app, "POST", "/v1/enrolments", ask)
    assert answer.status_code == 200, answer.text
    return Station(app, wire.parse_enrolment(answer.content).station, hub, key)


def verdicts(answers: Answers) -> list[tuple[str, str]]:
    return [(str(answer.verdict), answer.reason) for answer in answers.answers]
