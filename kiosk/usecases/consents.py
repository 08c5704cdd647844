"""Whether somebody's consent stands: one that was withdrawn counts for all their ids, in every household."""

from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import consents
from kiosk.domain.families import Kind


def consents_of(tx: Tx, person: str) -> list[Held]:
    """All that was ever said for this human, by whichever id."""
    return [held for id_ in sorted(tx.merges.ids(person)) for held in tx.families.of_person(id_, Kind.CONSENT)]


def consents_to(tx: Tx, person: str, text: str) -> bool:
    """Whether the consent to this version of a text stands."""
    return consents.stands((held.record for held in consents_of(tx, person)), text)
