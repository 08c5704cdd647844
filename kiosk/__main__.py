"""The command line of a station: `wishmi-kiosk run | enrol | sync | status | audit`."""

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from kiosk.settings import BadSettings, Settings, load

OK, FAILED, USAGE, IN_USE = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    logging.basicConfig(
        level=logging.INFO if arguments.verbose else logging.WARNING, format="%(levelname)s %(message)s"
    )
    try:
        settings = load(arguments.settings)
    except BadSettings as error:
        return _say(str(error), USAGE)
    if arguments.data:
        settings = replace(settings, data=arguments.data)
    command: Callable[[Settings, argparse.Namespace], int] = arguments.command
    return command(settings, arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wishmi-kiosk", description="A station of a community hub.")
    parser.add_argument("--settings", type=Path, help="a TOML file")
    parser.add_argument("--data", type=Path, help="the folder of the store and its key")
    parser.add_argument("--verbose", action="store_true")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="open the touch face, the desk, or both")
    run.add_argument("--face", choices=("touch", "desk", "both"), default="touch")
    run.add_argument("--window", action="store_true", help="in a window, not the whole screen")
    run.set_defaults(command=_run)
    enrol = commands.add_parser("enrol", help="make this machine a station")
    enrol.add_argument("--central", required=True, metavar="URL")
    enrol.add_argument("--code", required=True, help="the one-time code, from `wishmi-central enrolment`")
    enrol.add_argument("--root", required=True, help="the root key's fingerprint, brought by another way")
    enrol.set_defaults(command=_enrol)
    sync = commands.add_parser("sync", help="exchange with central now")
    sync.add_argument("--once", action="store_true", required=True)
    sync.add_argument("--json", action="store_true")
    sync.set_defaults(command=_sync)
    status = commands.add_parser("status", help="how this station stands with central")
    status.add_argument("--json", action="store_true")
    status.set_defaults(command=_status)
    audit = commands.add_parser("audit", help="check the event chain")
    audit.add_argument("--verify", action="store_true", required=True)
    audit.add_argument("--json", action="store_true")
    audit.set_defaults(command=_audit)
    retain = commands.add_parser("retain", help="let go what is past its period; a running kiosk does so each night")
    retain.add_argument("--dry-run", action="store_true", help="say how much would go, change nothing")
    retain.add_argument("--json", action="store_true")
    retain.set_defaults(command=_retain)
    return parser


def _say(text: str, code: int) -> int:
    print(text, file=sys.stdout if code == OK else sys.stderr)
    return code


def _run(settings: Settings, arguments: argparse.Namespace) -> int:
    from kiosk.app import run_station
    from kiosk.domain.workers import Face

    faces = tuple(Face) if arguments.face == "both" else (Face(arguments.face),)
    return run_station(settings, window=arguments.window, faces=faces)


def _with_store(settings: Settings, work: Callable[[], int]) -> int:
    """Run a command that needs a station's store, and put its troubles into words."""
    if not settings.store.exists():
        return _say("this machine is not enrolled", FAILED)
    return _in_own_words(work)


def _in_own_words(work: Callable[[], int]) -> int:
    from kiosk.db.store import StoreUnavailable, Trouble

    words = {
        Trouble.IN_USE: "the station is running and owns the store; it syncs by itself",
        Trouble.WRONG_KEY: "the key file does not open this store",
        Trouble.NEWER: "a newer release wrote this store: install that release again",
        Trouble.DISK_FULL: "the disk is full",
        Trouble.BUSY: "another program holds the store for a moment: try again",
        Trouble.BROKEN: "the store cannot be read or written",
    }
    try:
        return work()
    except StoreUnavailable as error:
        return _say(words[error.trouble], IN_USE if error.trouble is Trouble.IN_USE else FAILED)


def _enrol(settings: Settings, arguments: argparse.Namespace) -> int:
    return _in_own_words(lambda: _enrol_here(settings, arguments))


def _enrol_here(settings: Settings, arguments: argparse.Namespace) -> int:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from kiosk.clock import Clock
    from kiosk.domain.wire import Enrolment, EnrolmentAsk, NotTheWire
    from kiosk.field import enrol
    from kiosk.sync import central

    asked, clock = enrol.Asked(arguments.central, arguments.code, arguments.root), Clock()

    def ask(wish: EnrolmentAsk, key: Ed25519PrivateKey) -> tuple[Enrolment, str]:
        return central.enrol(asked.central_url, wish, key, asked.root_fingerprint, clock)

    store = enrol.open_or_make(settings)
    try:
        station = enrol.become_station(store, asked, clock, ask)
        return _say(f"enrolled: station {station.id} of hub {station.hub}", OK)
    except enrol.NotEnrolled as error:
        return _say(str(error), FAILED)
    except (central.CentralUnreachable, NotTheWire) as error:
        return _say(f"central did not enrol this machine: {error}", FAILED)
    finally:
        store.close()


def _sync(settings: Settings, arguments: argparse.Namespace) -> int:
    from kiosk.field.ask_owner import ask

    asked = ask(settings.doorbell, "sync")  # a running kiosk owns the store, and does the round for us
    if asked is not None:
        return _told(json.loads(asked), arguments.json)
    return _with_store(settings, lambda: _sync_here(settings, arguments.json))


def _sync_here(settings: Settings, as_json: bool) -> int:
    from kiosk.clock import Clock
    from kiosk.storeroom import Storeroom

    room = Storeroom(settings, Clock())
    try:
        if room.open() is None:
            return _say("not enrolled", FAILED)
        done = room.exchange(lambda progress: None)
    finally:
        room.close()
    return _told(asdict(done), as_json)


def _told(done: dict[str, object], as_json: bool) -> int:
    print(json.dumps(done) if as_json else _in_words(done))
    return FAILED if done.get("trouble", "no answer") else OK


def _status(settings: Settings, arguments: argparse.Namespace) -> int:
    from kiosk.health import status

    return _about_store(settings, arguments.json, lambda tx: (status.read(tx), True))


def _audit(settings: Settings, arguments: argparse.Namespace) -> int:
    from kiosk.field import audit

    def look(tx: object) -> tuple[object, bool]:
        found = audit.verify(tx)  # type: ignore[arg-type]
        return found, found.holds()

    return _about_store(settings, arguments.json, look)


def _retain(settings: Settings, arguments: argparse.Namespace) -> int:
    return _with_store(settings, lambda: _retain_here(settings, arguments))


def _retain_here(settings: Settings, arguments: argparse.Namespace) -> int:
    from kiosk.clock import Clock
    from kiosk.storeroom import Storeroom

    room = Storeroom(settings, Clock())
    try:
        if room.open() is None:
            return _say("not enrolled", FAILED)
        if not room.knows_the_time():
            return _say("what day it is is not known: nothing goes before central has said so", FAILED)
        rows = room.retain(dry_run=arguments.dry_run)
    finally:
        room.close()
    print(json.dumps(rows) if arguments.json else _in_words(dict(rows)))
    return OK


def _about_store(settings: Settings, as_json: bool, look: Callable[..., tuple[object, bool]]) -> int:
    from kiosk.db.store import open_store, read_key

    def work() -> int:
        store = open_store(settings.store, read_key(settings.key_file))
        try:
            with store.begin() as tx:
                found, good = look(tx)
        finally:
            store.close()
        if found is None:
            return _say("not enrolled", FAILED)
        values = asdict(found)  # type: ignore[call-overload]
        print(json.dumps(values) if as_json else _in_words(values))
        return OK if good else FAILED

    return _with_store(settings, work)


def _in_words(values: dict[str, object]) -> str:
    return "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in values.items())


if __name__ == "__main__":
    sys.exit(main())
