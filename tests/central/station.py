"""A station as central sees it: it enrols, records events, signs what it sends and believes only signed answers."""

import asyncio
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, HTTPSignatureKeyResolver, VerifyResult
from http_message_signatures.algorithms import ED25519
from starlette.types import ASGIApp

from central import enrolments, hearing
from central.db import Tx, stations, writing
from central.hearing import Call, Unheard
from central.opening import Central
from kiosk.domain import events, keys, signing, wire
from kiosk.domain.events import START, Event, JsonBody, Link, Type
from kiosk.domain.keys import KeyList, KeyState, Purpose
from kiosk.domain.wire import Answers, Batch, Cursor, EnrolmentAsk, Page

RECORDED = "2026-05-22T08:00:00.000Z"
BEGIN = Cursor("", 0, 0, 0)  # everything by feed, the catalogue too


def send(
    app: ASGIApp, method: str, path: str, content: bytes = b"", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """One request, in this process; whoever wants the answer packed says so.

    `extensions["sent"]` are its bytes as they were sent, which is what central signs.
    """
    said = {"Accept-Encoding": "identity", **(headers or {})}
    raw = {name.encode(): value.encode("latin-1") for name, value in said.items()}

    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with (
            httpx.AsyncClient(transport=transport, base_url="http://central") as client,
            client.stream(method, path, content=content, headers=raw) as answer,
        ):
            sent = b"".join([chunk async for chunk in answer.aiter_raw()])
            extensions = {**answer.extensions, "sent": sent}
            return httpx.Response(
                answer.status_code, headers=answer.headers, content=sent, request=answer.request, extensions=extensions
            )

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


@dataclass(frozen=True)
class _Central(HTTPSignatureKeyResolver):
    """The wire keys of a list."""

    listed: KeyList

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        key = self.listed.find(bytes.fromhex(key_id), Purpose.WIRE)
        return key.public_key() if key is not None and key.state is not KeyState.REVOKED else None


class _AnyTime(HTTPMessageVerifier):
    """Central's time is what a station learns from an answer, not what it judges it by."""

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        assert sig_input.params["created"] > 0


def verified(answer: httpx.Response, asked: Mapping[str, str], listed: KeyList) -> VerifyResult:
    """The signature of an answer to a request with these headers. Raises unless it holds and covers what it must."""
    whole = "repr-digest" in answer.headers
    needed = signing.SNAPSHOT_COMPONENTS if whole else signing.ANSWER_COMPONENTS
    verifier = _AnyTime(signature_algorithm=ED25519, key_resolver=_Central(listed))
    body = None if whole else answer.extensions.get("sent", answer.content)
    (result,) = verifier.verify(answer, max_age=None, require_components=needed, body=body)
    assert result.label == signing.CENTRAL_LABEL
    assert result.nonce is not None
    assert f'nonce="{result.nonce}"' in asked["Signature-Input"]
    assert result.parameters["tag"] == signing.answer_tag(asked["Signature-Input"], asked["Signature"])
    return result


@dataclass
class Station:
    app: ASGIApp
    id: str
    hub: str
    key: Ed25519PrivateKey
    listed: KeyList = keys.EMPTY
    incarnation: str = field(default_factory=lambda: secrets.token_hex(8))
    end: Link = START

    def send(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """An answer that central signed."""
        asked = signed(self.id, self.key, method, path, body)
        answer = send(self.app, method, path, body, {**asked, **(headers or {})})
        verified(answer, asked, self.listed)
        return answer

    def feed(self, cursor: Cursor = BEGIN, limit: int = wire.PAGE_ITEMS, kinds: Sequence[str] = ()) -> Page:
        answer = self.send("GET", feed_path(cursor, limit, kinds))
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


def feed_path(cursor: Cursor, limit: int = wire.PAGE_ITEMS, kinds: Sequence[str] = ()) -> str:
    catalogue = "" if cursor.catalogue is None else f"&catalogue={cursor.catalogue}"
    asked = f"epoch={cursor.epoch}&after={cursor.rev}&revoked={cursor.revoked}{catalogue}&began={cursor.began}"
    return f"/v1/feed?{asked}&limit={limit}" + (f"&kinds={','.join(kinds)}" if kinds else "")


def arrival(hub: str, visit: str | None = None) -> JsonBody:
    return {"visit": visit or str(uuid.uuid4()), "serial": 7, "person": "p1", "household": "f1", "hub": hub}


def invite(central: Central, hub: str = "h1", role: str = "touch", name: str = "one") -> str:
    with writing(central.engine) as tx:
        return enrolments.invite(tx, central.keys, hub, role, name, central.clock())


def enrolled(central: Central, app: ASGIApp, hub: str = "h1", role: str = "touch", name: str = "one") -> Station:
    key = Ed25519PrivateKey.generate()
    ask = wire.dump_ask(EnrolmentAsk(invite(central, hub, role, name), keys.raw_public(key)))
    answer = send(app, "POST", "/v1/enrolments", ask)
    assert answer.status_code == 200, answer.text
    known = wire.parse_enrolment(answer.content)
    return Station(app, known.station, hub, key, keys.open_list(known.key_list, known.root_public))


def heard(tx: Tx, central: Central, station: str, nonce: str) -> bool:
    """Whether a request with this nonce, signed by the station's key, is let through."""
    known = stations.by_id(tx, station)
    assert known is not None
    (said,) = hearing.hear(tx, [Call(known, known.public, nonce)], central.now())
    return not isinstance(said, Unheard)


def verdicts(answers: Answers) -> list[tuple[str, str]]:
    return [(str(answer.verdict), answer.reason) for answer in answers.answers]
