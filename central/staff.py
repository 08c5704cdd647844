"""The command about workers: who may act at a hub's desk."""

import json
import sys
from argparse import Namespace
from getpass import getpass

from central import workers
from central.clock import city_day
from central.db import Tx, reading, writing
from central.opening import Central, opened
from central.settings import Settings
from central.workers import Card, NotDone
from kiosk.domain.workers import Role


def worker(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central:
        if asked.list:
            return _list(central, asked)
        pin = _pin() if asked.add or asked.pin else ""
        with writing(central.engine) as tx:
            done = _do(tx, central, asked, pin)
    if isinstance(done, NotDone):
        print(done)
        return 1
    _say(done, asked)
    return 0


def _do(tx: Tx, central: Central, asked: Namespace, pin: str) -> Card | str | NotDone:
    today = city_day(central.clock())
    if asked.add:
        if not asked.hub:
            raise ValueError("a new worker has a --hub")
        roles = {Role(role) for role in asked.role}
        return workers.add(tx, central.keys, asked.add, asked.hub, roles, pin, today, desk_only=asked.desk_only)
    if asked.card:
        return workers.new_card(tx, central.keys, central.journal, asked.card, today)
    if asked.pin:
        return workers.set_pin(tx, asked.pin, pin) or "has a new PIN"
    return workers.revoke(tx, central.journal, asked.revoke) or "is revoked"


def _pin() -> str:
    """Never on the command line, where others could read it."""
    return getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()


def _say(done: Card | str, asked: Namespace) -> None:
    if isinstance(done, Card):
        print(json.dumps(vars(done)) if asked.json else f"worker {done.worker}, card {done.serial}\n{done.code}")
    else:
        print(f"worker {asked.pin or asked.revoke} {done}")


def _list(central: Central, asked: Namespace) -> int:
    with reading(central.engine) as tx:
        every = [{name: row[name] for name in workers.SHOWN} for row in workers.every(tx)]
    if asked.json:
        print(json.dumps(every, ensure_ascii=False))
    else:
        for row in every:
            stands = "revoked" if row["revoked"] else f"card {row['serial']}"
            print(f"{row['id']}  {row['scope']}  {', '.join(row['roles'])}  {row['name']}  {stands}")
    return 0
