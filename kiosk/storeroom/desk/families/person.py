"""One person of a household is open: "person/HOUSEHOLD/PERSON"."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.families import person as face
from kiosk.ui.desk.families.person import PersonFace, Scope
from kiosk.ui.desk.wishes import Place
from kiosk.usecases import browse
from kiosk.usecases.find_family import open_household

LANGUAGE = "it"
MOST_SCOPES = 40  # activities of the week to choose from


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> PersonFace | NotIn | None:
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    if isinstance(opened, NotIn):
        return opened
    cards = tx.cards.of_household(household)
    secret = tx.secrets.of(person, household)
    tried = [tx.secrets.wrong(one.serial) for one in cards if one.person == person]
    wrong = max((one.count for one in tried if one is not None and one.day >= now.day()), default=0)
    scopes = _scopes(tx, person, now)
    text, worker = behind.settings.consent_text, by.worker
    return face.derive(opened, person, cards, secret, wrong, text, scopes, worker, now.day())


def _scopes(tx: Tx, person: str, now: Reading) -> list[Scope]:
    """What there is to leave from this week, and what somebody of this person's leaves from already."""
    said = {one.record.text("alone_scope") for one in tx.families.of_person(person, Kind.MEMBER)} - {""}
    held = [found.offer for found in (browse.one(tx, id_, now) for id_ in sorted(said)) if found is not None]
    known = {offer.id: offer.activity for offer in (*held, *browse.this_week(tx, now, MOST_SCOPES).offers)}
    return [Scope(id_, catalogue.in_language(activity.title, LANGUAGE)) for id_, activity in known.items()]
