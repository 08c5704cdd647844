"""A family comes to a hub that does not know it: for the day its desks are told to which vouchers the card leads.

Nothing of them lies there: they pay by central's word. The record is `voucher_guest` (kiosk.domain.elsewhere).
"""

import json
from collections.abc import Collection, Iterable, Sequence

from central import feed, second_hubs
from central.db import Tx, habits
from central.db import records as written
from central.db.events import Visit
from central.db.habits import Kept
from central.scope import hub_in, of_desk
from kiosk.domain import elsewhere
from kiosk.domain.families import Kind
from kiosk.domain.people import read_binding
from kiosk.domain.programmes import VOUCHER, State, read_voucher


def tell(tx: Tx, hub: str, visits: Iterable[Visit]) -> None:
    """Of those who came where nobody knows whose the card is. Of a shielded household no other hub is told."""
    serials = {str(visit.serial) for visit in visits if visit.serial and not visit.person}
    came = _households(tx, hub, serials) if serials else set[str]()
    if not came:
        return
    theirs = [*habits.of(tx, came, second_hubs.CARD, Kind.HOUSEHOLD.value, VOUCHER)]
    hidden = {one.household for one in theirs if one.kind == Kind.HOUSEHOLD and second_hubs.is_shielded(one)}
    shown = [one for one in theirs if one.kind == VOUCHER and one.household not in hidden]
    cards, ids = second_hubs.live_cards(theirs), sorted(one.id for one in shown)
    scopes, second = written.scopes(tx, VOUCHER, ids), second_hubs.of(tx, ids)
    drafts = (
        _draft(one, hub, cards.get(one.household, ()))
        for one in shown
        if hub_in(scopes[one.id]) not in ("", hub) and second.get(one.id) != hub
    )
    feed.publish_all(tx, [draft for draft in drafts if draft is not None])


def good_night(tx: Tx) -> int:
    """Nobody is a guest any more; of how many that was told."""
    gone = [id_ for id_, _ in feed.live(tx, elsewhere.GUEST)]
    for id_ in gone:
        feed.withdraw(tx, elsewhere.GUEST, id_)
    return len(gone)


def hide(tx: Tx, households: Collection[str]) -> None:
    """They are shielded from now on."""
    forget(tx, [one.id for one in habits.of(tx, households, VOUCHER)])


def forget(tx: Tx, vouchers: Collection[str]) -> None:
    """Of these no hub but their own is told anything more."""
    of = {*vouchers}
    second_hubs.withdraw(tx, of)
    for id_, _ in list(feed.live(tx, elsewhere.GUEST)) if of else ():
        if id_.partition("@")[0] in of:
            feed.withdraw(tx, elsewhere.GUEST, id_)


def _households(tx: Tx, hub: str, serials: Iterable[str]) -> set[str]:
    rows = written.held(tx, second_hubs.CARD, sorted(serials)).values()
    bound = [read_binding(json.loads(row.data)) for row in rows if row.state == "live" and hub_in(row.scope) != hub]
    return {one.household for one in bound if one is not None and one.live}


def _draft(kept: Kept, hub: str, cards: Sequence[int]) -> feed.Draft | None:
    voucher = read_voucher(kept.id, json.loads(kept.data))
    if voucher is None or voucher.state is not State.LIVE or not cards:
        return None
    data = elsewhere.dump(elsewhere.told(voucher, cards))
    return feed.Draft(elsewhere.GUEST, elsewhere.guest(voucher.id, hub), data, of_desk(hub))
