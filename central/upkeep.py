"""Commands of whoever keeps central: keys, TLS, revocations, restored databases, what may go."""

import json
from argparse import Namespace
from collections.abc import Mapping

from central import aging, deciding, files, leads, retaining, revoking, rotation, tidying, tls, witness
from central.db import Tx, standing, writing
from central.db import stations as station_store
from central.db.stations import Station
from central.deciding import NotDecided
from central.opening import opened
from central.periods import Rule
from central.settings import Settings
from kiosk.domain.erasure import Because
from kiosk.domain.keys import Purpose


def rotate(settings: Settings, asked: Namespace) -> int:
    purpose = Purpose(asked.purpose)
    with opened(settings) as central:
        now = rotation.rotate(central, settings.root_file(), purpose, revoke=asked.revoke)
    former = "is revoked" if asked.revoke else "only verifies"
    print(f"{purpose}: key {now.current(purpose).kid.hex()} signs, the one before {former}; list {now.listed().number}")
    return 0


def serve_by_tls(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central:
        root = rotation.root_of(settings.root_file(), central.keys)
        content = tls.server_certificate(root, asked.name, central.clock(), asked.days)
        files.replace(central.folder / tls.SERVER_FILE, content)
    print(f"{tls.SERVER_FILE} for {', '.join(asked.name)}, {asked.days} days")
    return 0


def revoke(settings: Settings, asked: Namespace) -> int:
    return _revoke_station(settings, asked.station) if asked.station else _revoke_card(settings, asked.serial)


def _revoke_card(settings: Settings, serial: int) -> int:
    if not 0 <= serial < 2**32:
        raise ValueError("no card has this serial")
    with opened(settings) as central, writing(central.engine) as tx:
        new = revoking.card(tx, central.journal, serial)
    print(f"card {serial} {'revoked' if new else 'was revoked before'}")
    return 0


def _revoke_station(settings: Settings, named: str) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        station = one(tx, named)
        new = station is not None and revoking.station(tx, central.journal, station.id, central.now())
    if station is None:
        return 1
    print(f"station {station.id} {'revoked' if new else 'was revoked before'}")
    return 0


def renew(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        station = one(tx, asked.station)
        if station is not None:
            standing.forgive(tx, station.id)
    if station is None:
        return 1
    print(f"station {station.id} may renew its certificate once more, should it have run out")
    return 0


def lead(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        station = one(tx, asked.station)
        if station is None:
            return 1
        if station.hub != asked.hub:
            print(f"station {station.id} is of {station.hub}")
            return 1
        done = leads.name(tx, station, central.now())
    print(f"station {station.id} is the lead of {asked.hub}" if done else f"station {station.id} is revoked")
    return 0 if done else 1


def restored(settings: Settings, _: Namespace) -> int:
    with opened(settings) as central:
        epoch = witness.begin_anew(central.engine, None, central.now())
    print(f"epoch {epoch}")
    return 0


def one(tx: Tx, named: str) -> Station | None:
    """The station with this id or this name; None, and said so, unless there is exactly one."""
    found = station_store.named(tx, named)
    if len(found) == 1:
        return found[0]
    print("no station has this id or name" if not found else "several stations have this name: give the id")
    return None


def tidy(settings: Settings, asked: Namespace) -> int:
    """Every night: what is past its time, and past its period; and nothing is left in the file of who was erased."""
    with opened(settings) as central:
        went = tidying.tidy(central, dry_run=asked.dry_run)
        rows = retaining.retain(central, dry_run=asked.dry_run)
        older = 0 if asked.dry_run else aging.bring_up_to_date(central)
        clean = asked.dry_run or tidying.leave_no_bytes(central)
    _say_went({**vars(went), **_by_name(rows)}, asked)
    if older:
        print(f"told anew of {older} whose band or way of leaving is another today")
    if not clean:
        print("the file could not be written anew, for somebody read it: do it again")
    return 0 if clean else 1


def retain(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central:
        rows = retaining.retain(central, dry_run=asked.dry_run)
    _say_went(_by_name(rows), asked)
    return 0


def _by_name(rows: Mapping[Rule, int]) -> dict[str, int]:
    return {rule.value: count for rule, count in rows.items()}


def _say_went(rows: Mapping[str, int], asked: Namespace) -> None:
    if asked.json:
        print(json.dumps(rows))
        return
    verb = "would go" if asked.dry_run else "went"
    for what, count in rows.items():
        print(f"{what.replace('_', ' ')}: {count} {verb}")


def erase(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        because = Because(asked.because)
        done = deciding.erase(tx, central.journal, asked.household, asked.person, asked.by, because, central.now())
    if isinstance(done, NotDecided):
        print(done)
        return 1
    print(f"erased: {done.id}, with {len(done.names)} names that no backup brings back")
    return 0
