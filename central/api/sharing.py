"""Requests that share a transaction with those that come at the same time; each is answered as if it were alone."""

from asyncio import wrap_future
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, TypeVar

from fastapi import Depends
from starlette.exceptions import HTTPException

from central.api import signed
from central.api.signed import Asked, Asker, Held, Signed, Signer
from central.db import Tx
from central.db.stations import Station
from central.db.together import Together
from central.hearing import Unheard
from central.opening import Central

Read = TypeVar("Read")
Said = TypeVar("Said")
Do = Callable[[Tx, Sequence[tuple[Station, Read]]], Iterable[Said]]


async def answered(together: Together, asked: Asked, read: Callable[[Held], Read], do: "Do[Read, Said]") -> Said:
    """What `do` says of it, which is given the stations that are heard, in their order, and what each asks; `read` says
    what that is. Raises what `read` raises for it, 401 and 403."""

    def both(some: Sequence[Asked]) -> list[Said | HTTPException]:
        return _answers(some, read, do)

    said = await wrap_future(together.ask(asked, both))
    if isinstance(said, HTTPException):
        raise said
    return said


def spent(central: Central, asker: Asker) -> Signer:
    """The dependency for what is only to be read: the nonce is used at once."""

    async def signed(asked: Annotated[Asked, Depends(asker)]) -> Signed:
        return await answered(central.looks, asked, lambda held: held, _heard)

    return signed


def _heard(_: Tx, heard: Sequence[tuple[Station, Held]]) -> list[Signed]:
    return [Signed(station, held.body, held.encoding) for station, held in heard]


def _answers(some: Sequence[Asked], read: Callable[[Held], Read], do: "Do[Read, Said]") -> list[Said | HTTPException]:
    found = [_read(one, read) for one in some]
    held = [one for one in found if not isinstance(one, HTTPException)]
    said = iter(_done(held, do) if held else ())
    return [one if isinstance(one, HTTPException) else next(said) for one in found]


def _read(asked: Asked, read: Callable[[Held], Read]) -> tuple[Held, Read] | HTTPException:
    try:
        held = asked.held()
        return held, read(held)
    except HTTPException as refused:
        return refused


def _done(asks: Sequence[tuple[Held, Read]], do: "Do[Read, Said]") -> list[Said | HTTPException]:
    with signed.doing(asks[0][0].central, [held.call for held, _ in asks]) as (tx, stations):
        heard = [(one, what) for one, (_, what) in zip(stations, asks, strict=True) if isinstance(one, Station)]
        said = iter(do(tx, heard) if heard else ())
    return [signed.refused(one) if isinstance(one, Unheard) else next(said) for one in stations]
