"""Blanks that were bound to a person."""

from dataclasses import replace

from central.judge import bodies
from central.judge.values import Card, Effect, Facts, Judged, OpenCase, PutCard, accepted, later, refused
from kiosk.domain.casework import MADE_APART
from kiosk.domain.events import Header, JsonBody


def card_bound(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """A blank of the station's own stock becomes a person's card; their older cards of this household die.

    A central that was restored may have forgotten a grant: what it cannot know is believed, and shown to a person.
    """
    read = bodies.card_bound(body)
    if read is None:
        return later("unreadable")
    if read.serial not in facts.stock | facts.forgotten:
        return refused("not_your_blank")
    held = facts.cards.get(read.serial)
    if held is not None:
        same = (held.person, held.household) == (read.person, read.household)
        return accepted() if same else refused("already_bound")
    bound = PutCard(Card(read.serial, read.person, read.household, True, facts.hub))
    if read.serial not in facts.stock:  # it was handed out: nobody takes it back, a person looks at it
        return accepted(bound, *_deaths(read, facts), OpenCase("blank_forgotten"), reason="blank_forgotten")
    return accepted(bound, *_deaths(read, facts))


def _deaths(bound: bodies.CardBound, facts: Facts) -> tuple[Effect, ...]:
    """The end of the older cards; a person looks when another hub's stations gave one of them out.

    Of two that were made apart neither dies, for nobody meant it to: a person looks, and gives another or revokes one.
    """
    older = [
        card
        for card in facts.cards.values()
        if card.live and card.household == bound.household
        if card.person == bound.person or card.serial in bound.replaces
    ]
    meant = [card for card in older if bound.knew is None or card.serial in bound.knew | bound.replaces]
    cases = {"cards_of_two_hubs": any(card.hub != facts.hub for card in meant), MADE_APART: len(meant) < len(older)}
    deaths = (PutCard(replace(card, live=False)) for card in meant)
    return (*deaths, *(OpenCase(kind) for kind, opens in cases.items() if opens))
