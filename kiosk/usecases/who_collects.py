"""A worker is about to let somebody go: who may come for them, and who must not.

A child of two homes has one list: every adult whom any of them named, by name and standing alone. Which of them said
so, where an adult lives and how to reach them is not on it. Who lives only in a shielded household is on it for
safeguarding alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.agebands import is_grown
from kiosk.domain.attendance import ADULT, Kind, Stay
from kiosk.domain.families import Kind as Record
from kiosk.domain.families import Record as Fields
from kiosk.domain.living import lives_there
from kiosk.domain.overrides import Sight
from kiosk.domain.release import Released, Standing, asks_safeguarding, release, standing
from kiosk.domain.ties import Minor, Way
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.day import stay_of
from kiosk.usecases.find_family import find, minor
from kiosk.usecases.inside import register_now
from kiosk.usecases.known import Known, is_hidden, known_people
from kiosk.usecases.look import look_on


@dataclass(frozen=True)
class Adult:
    """`known` is None for one whose name nobody told here: who must not collect is on the list all the same."""

    person: str
    known: Known | None = field(repr=False)
    standing: Standing


@dataclass(frozen=True)
class Leaver:
    """Somebody inside; `person` is None for nobody known here, or nobody this worker may see."""

    visit: str
    person: Known | None = field(repr=False)


@dataclass(frozen=True)
class Collecting:
    """`way` is how they leave without an adult, WITH_ADULT when they do not; `after` is the activity they may leave
    alone from, "" where it is any."""

    leaver: Leaver
    way: Way
    after: str
    adults: tuple[Adult, ...]
    others: tuple[Leaver, ...]  # children who came with them and are inside
    ask_safeguarding: bool = False  # before they go with anybody new: somebody must not, whom nobody knows here


def who_collects(tx: Tx, by: Entered, visit: str, now: Reading) -> Collecting | NotIn | None:
    """None when no such visit is inside. That the worker looked is on record before they see it."""
    allowed = acting(tx, by, Deed.RELEASE)
    if isinstance(allowed, NotIn):
        return allowed
    inside = [stay for stay in register_now(tx, now).stays if stay.inside and stay.kind is Kind.PERSON]
    stay = next((stay for stay in inside if visit in stay.visits), None)
    if stay is None:
        return None
    person = stay.named_in(known_people(tx, by, stay.ids, now))
    if person is None:
        return Collecting(Leaver(visit, None), Way.WITH_ADULT, "", (), ())
    seen = look_on(tx, by, Sight.RELATIONS, person.person, now)
    if isinstance(seen, NotIn):
        return seen
    of_child = minor(tx, stay.person)
    way, after = _without_adult(of_child, now)
    named = {*(tie.adult for tie in of_child.ties if tie.adult), *_grown_at_home(tx, by, stay.person)}
    adults = _standings(tx, by, of_child, named, now)
    along, asks = _came_along(tx, by, stay, inside, now), asks_safeguarding(of_child, now.day())
    return Collecting(Leaver(visit, person), way, after, adults, along, asks)


def somebody_else(tx: Tx, by: Entered, visit: str, text: str, now: Reading) -> tuple[Adult, ...] | NotIn:
    """An adult whom nobody at home named, found by what the worker types; with what they are to the child."""
    stay, hits = stay_of(tx, now, visit), find(tx, by, text, now)
    if isinstance(hits, NotIn):
        return hits
    found = known_people(tx, by, [hit.person for hit in hits], now)
    grown = {person for person, known in found.items() if known.band == ADULT}
    return _standings(tx, by, minor(tx, stay.person), grown, now) if stay and stay.person else ()


def standing_of(tx: Tx, by: Entered, visit: str, adult: str, now: Reading) -> Adult | None:
    """What one adult is to who came by a visit; None for nobody this worker may see."""
    stay = stay_of(tx, now, visit)
    found = _standings(tx, by, minor(tx, stay.person), [adult], now) if stay and stay.person else ()
    return found[0] if found else None


def _without_adult(of_child: Minor, now: Reading) -> tuple[Way, str]:
    scope = of_child.leaving.scope
    anywhere, after = release(of_child, "", now.day()), release(of_child, "", now.day(), scope)
    if isinstance(anywhere, Released):
        return anywhere.way, ""
    return (after.way, scope) if isinstance(after, Released) else (Way.WITH_ADULT, "")


def _grown_at_home(tx: Tx, by: Entered, child: str) -> set[str]:
    """The adults of the households that know the child, by whichever id, as far as this worker may see them."""
    homes = {one.record.household for one in tx.families.members(tx.merges.ids(child)) if lives_there(one.record)}
    held = [one for home in sorted(homes) if not is_hidden(tx, by, home) for one in tx.families.of_household(home)]
    grown = (one.record.text("person") for one in held if one.kind is Record.MEMBER and _is_at_home(one.record))
    return {person for person in grown if person and person not in tx.merges.ids(child)}


def _is_at_home(member: Fields) -> bool:
    return is_grown(member) and lives_there(member)


def _standings(tx: Tx, by: Entered, of_child: Minor, people: Iterable[str], now: Reading) -> tuple[Adult, ...]:
    """Who may collect first, then by name; who was merged once, by an id this worker may see."""
    ids = sorted(set(people))
    known, humans = known_people(tx, by, ids, now), tx.merges.humans()
    adults = [Adult(one, known.get(one), standing(of_child, one, now.day())) for one in ids]
    shown = [one for one in adults if one.known or (_is_kept_away(one) and not tx.families.members([one.person]))]
    unseen_last = sorted(shown, key=lambda one: (one.known is None, one.person != humans.keeper(one.person)))
    once = {humans.keeper(one.person): one for one in reversed(unseen_last)}
    return tuple(sorted(once.values(), key=_in_order))


def _in_order(adult: Adult) -> tuple[int, str]:
    order = (Standing.GUARDIAN, Standing.MAY_COLLECT, Standing.NOBODY, Standing.MUST_NOT_COLLECT)
    return order.index(adult.standing), adult.known.name.casefold() if adult.known else ""


def _is_kept_away(adult: Adult) -> bool:
    return adult.standing is Standing.MUST_NOT_COLLECT


def _came_along(tx: Tx, by: Entered, stay: Stay, inside: Sequence[Stay], now: Reading) -> tuple[Leaver, ...]:
    """Children who came by the same confirmation, or from the same home to this station."""
    here = [one for one in inside if one != stay]
    home = _home(tx, stay)
    along = [one for one in here if (stay.party and one.party == stay.party) or (home and _home(tx, one) == home)]
    known = known_people(tx, by, {id_ for one in along for id_ in one.ids}, now)
    leavers = (Leaver(one.visits[0], one.named_in(known)) for one in along)
    return tuple(one for one in leavers if one.person and one.person.band != ADULT)


def _home(tx: Tx, stay: Stay) -> str:
    """Of a visit of this station: the others do not tell."""
    held = tx.visits.get(stay.visits[0])
    return held.household if held else ""
