"""The workers and secrets that a batch of events is about."""

from collections.abc import Sequence

from central import feed
from central.judge import bodies
from central.judge.values import PutSecret
from kiosk.domain.events import Event, Type
from kiosk.domain.pictures import secret_id


def workers_in(events: Sequence[Event]) -> set[str]:
    return {read for event in events if event.body and (read := bodies.by_worker(event.body.content))}


def secrets_in(events: Sequence[Event]) -> set[str]:
    return {
        secret_id(read.household, read.person)
        for event in events
        if event.header.type == Type.PICTURES_SET and event.body and (read := bodies.pictures_set(event.body.content))
    }


def record(put: PutSecret) -> feed.Draft:
    secret = put.secret
    data = {
        "household": secret.household,
        "person": secret.person,
        "means": secret.means.value,
        "verifier": secret.verifier,
    }
    return feed.Draft("secret", secret_id(secret.household, secret.person), data, scope=put.scope)
