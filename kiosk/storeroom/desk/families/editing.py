"""A field of a family's record is written anew, in place; what takes protection away is only asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kiosk.db.tx import Tx
from kiosk.domain.consents import Means
from kiosk.domain.families import HANDS_OVER, PROTECTIVE, Kind, Role, Value
from kiosk.domain.people import CREATURES
from kiosk.domain.typed import born, day
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases import consent as consents
from kiosk.usecases.consent import NewConsent
from kiosk.usecases.edit_family import (
    Asked,
    Change,
    Edited,
    NotFit,
    Protected,
    Same,
    ask_to_weaken,
    edit,
    put_back,
    write_new,
)
from kiosk.usecases.tie import ask_to_hand_over, ask_to_lift, set_tie

Done = Edited | Same | NotFit | Protected | NotIn
_DAYS = ("since", "until", "review", "alone_since", "alone_until")
_CHOICES: Mapping[str, Sequence[str]] = {"role": tuple(Role), "creature": ("", *CREATURES)}
_HERE = {  # what is edited by this page; everything else has a verb of its own
    Kind.HOUSEHOLD: ("label", "shielded"),
    Kind.MEMBER: ("given", "family", "latin", "born", "creature", "role", "alone", *_DAYS[3:], "alone_scope"),
    Kind.CONTACT: ("what", "value"),
}


def change(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "edit/HOUSEHOLD": {kind, id, name, now, settled}."""
    now, kind = behind.clock.read(), wish.text("kind")
    name = wish.text("name")
    if kind not in tuple(Kind) or name not in _HERE.get(Kind(kind), ()):
        return NOTHING
    values = _values(name, wish, now.day())
    if values is None:
        return Said(Tone.NO, "day_unread" if name in (*_DAYS, "born") else "not_fit", name)
    id_, settled = wish.text("id"), wish.number("settled")
    changes = [Change(Kind(kind), id_, wish.about, one, value, settled) for one, value in values.items()]
    undoable = (Kind(kind), name) not in PROTECTIVE
    done = said(behind.in_one(lambda tx: [edit(tx, by, one, now) for one in changes]), undoable=undoable)
    hidden = name == "shielded" and not may(by.worker, Deed.SHIELDED)
    return replace(done, to="families") if hidden and isinstance(done, Said) and done.tone is Tone.DONE else done


def tie(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "tie/HOUSEHOLD/CHILD/ADULT": {name, now, settled}."""
    now, name, pair = behind.clock.read(), wish.text("name"), wish.about.split("/")
    values = _values(name, wish, now.day())
    if len(pair) != 3 or name in ("adult", "child"):
        return NOTHING
    if values is None:
        return Said(Tone.NO, "day_unread", name)
    household, child, adult = pair
    settled = wish.number("settled")

    def work(tx: Tx) -> Said | NotIn:
        done: list[Done] = []
        for one, value in values.items():
            done += set_tie(tx, by, household, adult, child, one, value, now, settled)
        if name not in HANDS_OVER or not any(isinstance(one, Protected) for one in done):
            return said(done, undoable=(Kind.RELATION, name) not in PROTECTIVE)
        if not may(by.worker, Deed.WEAKEN):
            return Said(Tone.NO, "kept_away")
        return asked([ask_to_hand_over(tx, by, household, adult, child, name, now)])

    return behind.in_one(work)


def lift(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "lift/HOUSEHOLD/CHILD/ADULT": that the adult may be handed the child again."""
    pair = wish.about.split("/")
    if len(pair) != 3:
        return NOTHING
    household, child, adult = pair
    return asked(behind.in_one(lambda tx: ask_to_lift(tx, by, household, adult, child, behind.clock.read())))


def unshield(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "unshield/HOUSEHOLD": that everybody at the desk may see it again."""
    home = wish.about
    asking = Change(Kind.HOUSEHOLD, home, home, "shielded", now=False)
    return asked([behind.in_one(lambda tx: ask_to_weaken(tx, by, asking, behind.clock.read()))])


def undo(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "undo/EVENT+EVENT": the opposite of edits made here."""
    events = wish.about.split("+")
    done = said(behind.in_one(lambda tx: [put_back(tx, by, event, behind.clock.read()) for event in events]))
    return Said(Tone.DONE, "put_back") if isinstance(done, Said) and done.tone is Tone.DONE else done


def contact(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "contact/HOUSEHOLD": {person, what, value}."""
    values: Mapping[str, Value] = {name: wish.text(name) for name in ("person", "what", "value")}
    if not all(values.values()):
        return Said(Tone.NO, "not_fit", "value")
    return _written(behind, lambda tx: write_new(tx, by, Kind.CONTACT, wish.about, values, behind.clock.read()))


def consent(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "consent/HOUSEHOLD": {person, giver, how, language}."""
    how = wish.text("how")
    if how not in tuple(Means):
        return NOTHING
    text, language = behind.settings.consent_text, wish.text("language")
    one = NewConsent(wish.about, wish.text("person"), wish.text("giver"), text, language, Means(how))
    return _written(behind, lambda tx: consents.give_consent(tx, by, one, behind.clock.read()))


def withdraw(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "withdraw/HOUSEHOLD": {id}."""
    id_ = wish.text("id")
    done = behind.in_one(lambda tx: consents.withdraw(tx, by, wish.about, id_, behind.clock.read()))
    return Said(Tone.DONE, "withdrawn") if isinstance(done, Edited) else said([done])


def said(done: Sequence[Done], *, undoable: bool = True) -> Said | NotIn:
    """The answer to several edits made together: what stands most in the way of them is said first.

    A protection that was set is not taken back by whoever set it.
    """
    for kind, answer in ((Protected, Said(Tone.NO, "protected")), (NotFit, Said(Tone.NO, "not_fit"))):
        if any(isinstance(one, kind) for one in done):
            return answer
    barred = next((one for one in done if isinstance(one, NotIn)), None)
    if barred is not None:
        return barred
    events = [one.event for one in done if isinstance(one, Edited)]
    if not events:
        return Said(Tone.HINT, "same")
    return Said(Tone.DONE, "changed", undo=Undo(f"families/undo/{'+'.join(events)}") if undoable else None)


def asked(done: Sequence[Asked | NotFit | NotIn]) -> Said | NotIn:
    barred = next((one for one in done if isinstance(one, NotIn)), None)
    if barred is not None:
        return barred
    good = done and all(isinstance(one, Asked) for one in done)
    return Said(Tone.DONE, "asked") if good else Said(Tone.NO, "not_fit")


def _written(behind: Behind, work: Callable[[Tx], str | NotFit | NotIn]) -> Said | NotIn:
    done = behind.in_one(work)
    if isinstance(done, NotIn):
        return done
    return Said(Tone.NO, "not_fit", "value") if isinstance(done, NotFit) else Said(Tone.DONE, "written")


def _values(name: str, wish: Wish, today: date) -> Mapping[str, Value] | None:
    """What the fields are to hold; None for what cannot be read."""
    if wish.form.get("now") in (True, False) and isinstance(wish.form.get("now"), bool):
        return {name: wish.flag("now")}
    typed = wish.text("now")
    if name == "born":
        read = born(typed, today)
        return {"born": read.day, "band": read.band} if read is not None else None
    if name in _DAYS and typed:
        known = day(typed, today)
        return {name: known.isoformat()} if known is not None else None
    return {name: typed} if typed in _CHOICES.get(name, (typed,)) else None
