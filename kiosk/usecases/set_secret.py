"""At the desk a household chooses its three pictures, a child of about ten a PIN; a worker allows new tries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.clock import Clock, Reading
from kiosk.db.tx import Tx
from kiosk.domain import pictures, verifiers
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.pictures import Means, Secret
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.enter import InOne


@dataclass(frozen=True)
class SecretSet:
    event: str


@dataclass(frozen=True)
class NoSecret:
    """Not three different pictures of the nine, not four digits, or a PIN of nobody in particular."""


def set_secret(
    in_one: InOne,
    by: Entered,
    household: str,
    person: str,
    answer: Sequence[str] | str,
    clock: Clock,
    make: Callable[[str], str] = verifiers.make,
) -> SecretSet | NoSecret | NotIn:
    """Set a household's pictures (`person` is "") or a person's own pictures or PIN. Run it in a job, as `enter`."""
    means = Means.PIN if isinstance(answer, str) else Means.PICTURES
    said = pictures.pin(answer) if isinstance(answer, str) else pictures.three(answer)
    if said is None or (means is Means.PIN and not person):
        return NoSecret()
    secret = Secret(household, person, means, make(said))
    return in_one(lambda tx: _set(tx, by, secret, clock.read()))


def reset_tries(tx: Tx, by: Entered, serial: int, now: Reading) -> str | NotIn:
    """Allow new tries of this card at this station today; the id of the event."""
    station = acting(tx, by, Deed.SECRETS)
    if isinstance(station, NotIn):
        return station
    content: JsonBody = {"worker": by.worker.id, "entry": by.entry, "serial": serial}
    event = tx.events.record(station, Type.TRIES_RESET, content, now)
    tx.secrets.forgive(serial)
    return event


def _set(tx: Tx, by: Entered, secret: Secret, now: Reading) -> SecretSet | NotIn:
    station = acting(tx, by, Deed.SECRETS)
    if isinstance(station, NotIn):
        return station
    content: JsonBody = {
        "worker": by.worker.id,
        "entry": by.entry,
        "household": secret.household,
        "person": secret.person,
        "means": secret.means.value,
        "verifier": secret.verifier,
    }
    event = tx.events.record(station, Type.PICTURES_SET, content, now)
    tx.secrets.set(event, secret)
    return SecretSet(event)
