"""What the commands do. Each gives an exit code: 0 done, 1 refused by the rules."""

import json
import logging
import signal
import threading
from argparse import Namespace
from collections.abc import Callable
from types import FrameType

from central import agreeing, deciding, enrolments, granting, leads, search
from central.clock import city_day
from central.db import Tx, reading, writing
from central.db import cases as case_store
from central.db import decisions as decision_store
from central.db import events as event_store
from central.db import stations as station_store
from central.db.cases import Case
from central.db.stations import Station
from central.deciding import NotDecided
from central.opening import opened
from central.settings import Settings
from central.upkeep import one

Decide = Callable[[Tx, int, str, str, str], Case | NotDecided]


def init(settings: Settings, _: Namespace) -> int:
    with opened(settings) as central:
        print(f"root {central.keys.fingerprint()}")
    return 0


def serve(settings: Settings, asked: Namespace) -> int:
    from central.server import Server  # FastAPI takes its time; no other command needs it

    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s", level=logging.WARNING)
    told_to_stop = threading.Event()

    def stop(_: int, __: FrameType | None) -> None:
        told_to_stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    server = Server(settings, asked.host, asked.port, plain=asked.plain)
    print(f"listening on {server.start()}", flush=True)
    told_to_stop.wait()
    server.stop()
    return 0


def enrolment(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central:
        with writing(central.engine) as tx:
            code = enrolments.invite(
                tx, central.keys, asked.hub, asked.role, asked.name, central.clock(), lead=asked.lead
            )
        root = central.keys.fingerprint()
    print(json.dumps({"code": code, "root": root}) if asked.json else f"code {code}\nroot {root}")
    return 0


def blanks(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        station = one(tx, asked.station)
        if station is None:
            return 1
        today = city_day(central.clock())
        signed = granting.blanks(tx, central.keys, central.journal, station.id, asked.count, today)
    if asked.json:
        print(json.dumps({"station": station.id, "codes": [[blank.serial, blank.code] for blank in signed]}))
    else:
        print(f"{len(signed)} blanks for {station.name}, serials {signed[0].serial} to {signed[-1].serial}")
    return 0


def stations(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, reading(central.engine) as tx:
        every, led = station_store.every(tx), leads.stations(tx)
    if asked.json:
        print(json.dumps([{**_row(station), "lead": station.id in led} for station in every]))
    else:
        for station in every:
            stands = f"revoked {station.revoked_at}" if station.revoked_at else f"seen {station.seen_at or 'never'}"
            mark = "  lead" if station.id in led else ""
            print(f"{station.id}  {station.hub}  {station.role:5}  {station.name}  {stands}{mark}")
    return 0


def _row(station: Station) -> dict[str, object]:
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in vars(station).items()}


def events(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, reading(central.engine) as tx:
        counts, cases_open = event_store.counts(tx), case_store.count_open(tx)
    by_type: dict[str, dict[str, int]] = {}
    for (type_, verdict), count in counts.by_type.items():
        by_type.setdefault(type_, {})[verdict] = count
    totals = {"total": counts.total, "distinct": counts.distinct, "visits": counts.visits, "cases": cases_open}
    if asked.json:
        print(json.dumps({**totals, "by_type": by_type}))
        return 0
    for type_, verdicts in by_type.items():
        print(f"{type_}: " + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items()))
    print(", ".join(f"{name} {count}" for name, count in totals.items()))
    return 0


def cases(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, reading(central.engine) as tx:
        waiting = case_store.still_open(tx)
    if asked.json:
        print(json.dumps([vars(case) for case in waiting]))
    else:
        for case in waiting:
            print(f"{case.number}  {case.opened_at}  {case.kind}  station {case.station}  {case.subject}")
    return 0


def close(settings: Settings, asked: Namespace) -> int:
    return _decide(settings, asked, deciding.close, "closed")


def skip(settings: Settings, asked: Namespace) -> int:
    return _decide(settings, asked, deciding.skip, "closed, its event is skipped when it comes again")


def agree(settings: Settings, asked: Namespace) -> int:
    return _decide(settings, asked, agreeing.agree, "closed, the protection is taken away")


def _decide(settings: Settings, asked: Namespace, decide: Decide, done: str) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        decided = decide(tx, asked.case, asked.by, asked.because, central.now())
    if isinstance(decided, NotDecided):
        print(decided)
        return 1
    print(f"case {decided.number} {done}")
    return 0


def decisions(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, reading(central.engine) as tx:
        trail = decision_store.every(tx)
    if asked.json:
        print(json.dumps([vars(decision) for decision in trail], ensure_ascii=False))
    else:
        for each in trail:
            print(
                f"{each.at}  {each.who}  {each.what}  {each.kind}  station {each.station}  {each.subject}: {each.why}"
            )
    return 0


def import_(settings: Settings, asked: Namespace) -> int:
    from central import importers

    with opened(settings) as central:
        prepared = importers.prepare(asked.file, asked.mapping, city_day(central.clock()))
        with (reading if asked.dry_run else writing)(central.engine) as tx:
            report = importers.write(tx, prepared, asked.dry_run)
    for line in report.lines():
        print(line)
    return 0 if report.ok else 1


def find(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, reading(central.engine) as tx:
        found = list(search.find(tx, asked.text))
    if asked.json:
        print(json.dumps([vars(activity) for activity in found], ensure_ascii=False))
    else:
        for activity in found:
            mark = "" if activity.scored else "  (for a curator)"
            print(f"{activity.id}  {activity.title} - {activity.place}{mark}")
    return 0


def demo(settings: Settings, asked: Namespace) -> int:
    from central import demo as demonstration

    with opened(settings) as central:
        with writing(central.engine) as tx:
            loaded = demonstration.load(tx, central.keys, city_day(central.clock()))
        cards = demonstration.cards(central.keys)
        staff = demonstration.staff_cards(central.keys)
    if asked.json:
        rows = [{"serial": serial, "code": code, "person": person} for serial, code, person in cards]
        workers = [{"serial": serial, "code": code, "worker": worker} for serial, code, worker in staff]
        print(json.dumps({**vars(loaded), "cards": rows, "workers": workers, "pin": demonstration.pin()}))
    else:
        print(f"the demonstration city: {loaded.new} new, {loaded.changed} changed, {loaded.same} as before")
        for serial, code, whose in [*cards, *staff]:
            print(f"{serial}  {whose}  {code}")
        print(f"the PIN of each of its workers: {demonstration.pin()}")
    return 0
