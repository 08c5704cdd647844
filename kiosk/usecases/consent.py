"""Somebody of a household gives a consent, or takes it back."""

from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.consents import Means, gives_their_own
from kiosk.domain.families import Kind, Record
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.edit_family import Change, Edited, NotFit, Protected, Same, edit, write_new


@dataclass(frozen=True)
class NewConsent:
    """`person` and `giver` are people's ids; `language` is the one the text was shown in."""

    household: str
    person: str
    giver: str
    text: str  # its version
    language: str
    how: Means


def give_consent(tx: Tx, by: Entered, one: NewConsent, now: Reading) -> str | NotFit | NotIn:
    """The id of its record. From 14 nobody gives it for another; below, somebody of the household does."""
    person, giver = (_member(tx, one.household, who) for who in (one.person, one.giver))
    if person is None or giver is None:
        return NotFit()
    own = gives_their_own(person.text("role"), person.text("born"), now.day())
    grown = gives_their_own(giver.text("role"), giver.text("born"), now.day())
    if own != (one.person == one.giver) or not grown:
        return NotFit()
    values = {
        "person": one.person,
        "text": one.text,
        "language": one.language,
        "giver": one.giver,
        "at": now.day().isoformat(),
        "how": one.how.value,
    }
    return write_new(tx, by, Kind.CONSENT, one.household, values, now)


def withdraw(
    tx: Tx, by: Entered, household: str, consent: str, now: Reading
) -> Edited | Same | NotFit | Protected | NotIn:
    """From today. It is never given back: who consents again gives a new one."""
    held = tx.families.get(Kind.CONSENT, consent)
    if held.household != household or held.text("withdrawn"):
        return NotFit()
    return edit(tx, by, Change(Kind.CONSENT, consent, household, "withdrawn", now.day().isoformat()), now)


def _member(tx: Tx, household: str, person: str) -> Record | None:
    held = (one.record for one in tx.families.of_person(person, Kind.MEMBER) if person)
    return next((record for record in held if record.household == household), None)
