"""Who may have been registered twice: pairs to look at, for a worker who may merge them."""

from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain.likeness import TWINS, Alike, alike, pair_name
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.find_family import Hit, hit
from kiosk.usecases.look import look_on

MOST = 50  # pairs that are shown
_LOOKED_AT = 500  # pairs of like names; some are of a parent and a child, some were merged


@dataclass(frozen=True)
class Likely:
    """Two persons as a household knows each of them; the one that was registered first comes first."""

    one: Hit = field(repr=False)
    other: Hit = field(repr=False)
    alike: Alike


def duplicates(tx: Tx, by: Entered, now: Reading) -> tuple[Likely, ...] | NotIn:
    """The surest first. Nobody of a shielded household but for safeguarding; nobody who was merged, or told apart."""
    allowed = acting(tx, by, Deed.MERGE)
    if isinstance(allowed, NotIn):
        return allowed
    pairs, humans = tx.families.twins(_LOOKED_AT), tx.merges.humans()
    homes = {held.record.household for pair in pairs for held in pair}
    hidden = set() if allows(tx, by, Deed.SHIELDED) else tx.families.shielded(homes)
    found: dict[frozenset[str], Likely] = {}
    for one, other in pairs:
        persons = _persons(one, other)
        how = alike(one.record, other.record, now.day())
        seen = not {one.record.household, other.record.household} & hidden
        if how and seen and len({humans.keeper(person) for person in persons}) == len(persons) == 2:
            found.setdefault(frozenset(persons), Likely(hit(one), hit(other), how))
    for pair in [pair for pair in found if tx.cases.is_acknowledged(TWINS, pair_name(*pair))]:
        del found[pair]
    ranked = sorted(found.values(), key=lambda likely: list(Alike).index(likely.alike))
    if ranked and isinstance(shown := look_on(tx, by, Sight.SEARCH, "", now), NotIn):
        return shown
    return tuple(ranked[:MOST])


def _persons(*members: Held) -> set[str]:
    return {held.record.text("person") for held in members}
