"""The command line of central."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from central import commands, money, staff, upkeep
from central.enrolments import ROLES
from central.keyfiles import KeysUnreadable
from central.keys import PURPOSES
from central.opening import WrongKeys
from central.settings import Settings, default_database
from central.tls import HOLDS
from kiosk.domain.erasure import Because
from kiosk.domain.workers import Role

Command = Callable[[Settings, argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 done, 1 refused by the rules, 2 asked wrongly, 3 the keys are not this database's."""
    asked = _parser().parse_args(arguments)
    run: Command = asked.run
    try:
        return run(Settings(asked.database, getattr(asked, "root_key", None), keeps=asked.folder), asked)
    except (KeysUnreadable, WrongKeys) as problem:
        print(f"wishmi-central: the keys in {problem} are not those of this database", file=sys.stderr)
        return 3
    except (ValueError, OSError) as problem:
        print(f"wishmi-central: {problem}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wishmi-central", description="The server side of the community hubs.")
    each = parser.add_subparsers(required=True, metavar="COMMAND")
    _service(each)
    _stations(each)
    _upkeep(each)
    _lists(each)
    _workers(each)
    _cases(each)
    _families(each)
    _catalogue(each)
    _money(each)
    return parser


_Subparsers = argparse._SubParsersAction  # argparse has no public name for it


def _service(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    init = _command(each, "init", commands.init, "make database and keys; print the root's fingerprint")
    init.add_argument("--root-key", type=Path, metavar="FILE", help="beside the database by default")
    serve = _command(each, "serve", commands.serve, "listen until SIGTERM or SIGINT")
    serve.add_argument("--plain", action="store_true", help="no TLS, even where there is a certificate")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8700, help="0 lets the system choose")


def _upkeep(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    rotate = _command(each, "rotate", upkeep.rotate, "take up the next key of a purpose; needs the root key")
    rotate.add_argument("purpose", choices=[str(purpose) for purpose in PURPOSES])
    rotate.add_argument("--revoke", action="store_true", help="the old key is in wrong hands: nobody is to trust it")
    rotate.add_argument("--root-key", type=Path, metavar="FILE", help="beside the database by default")
    tls = _command(each, "tls", upkeep.serve_by_tls, "a certificate for central's names; needs the root key")
    tls.add_argument("--name", action="append", required=True, help="a host name or an address; more than one will do")
    tls.add_argument("--days", type=int, default=HOLDS, help="default: %(default)s")
    tls.add_argument("--root-key", type=Path, metavar="FILE", help="beside the database by default")
    _command(each, "restored", upkeep.restored, "the database was restored from a backup: begin another epoch")
    tidy = _command(each, "tidy", upkeep.tidy, "every night: remove what is past its time or its period", json=True)
    retain = _command(each, "retain", upkeep.retain, "let go what is past its period, as tidy does", json=True)
    for command in (tidy, retain):
        command.add_argument("--dry-run", action="store_true", help="say what would go, remove nothing")


def _stations(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    enrolment = _command(each, "enrolment", commands.enrolment, "a one-time code that makes a station", json=True)
    enrolment.add_argument("--hub", required=True)
    enrolment.add_argument("--role", required=True, choices=ROLES)
    enrolment.add_argument("--name", required=True)
    enrolment.add_argument("--lead", action="store_true", help="it is to be its hub's lead; else the first desk is")
    lead = _command(each, "lead", upkeep.lead, "which station of a hub gives out places and edits the calendar")
    lead.add_argument("hub")
    lead.add_argument("station", help="its id, or its name if no other has it")
    blanks = _command(each, "blanks", commands.blanks, "sign blank cards for a station", json=True)
    blanks.add_argument("--station", required=True, help="its id, or its name if no other has it")
    blanks.add_argument("--count", type=int, required=True)
    revoke = _command(each, "revoke", upkeep.revoke, "revoke a card everywhere, or a station")
    which = revoke.add_mutually_exclusive_group(required=True)
    which.add_argument("--serial", type=int, help="of a card")
    which.add_argument("--station", help="its id, or its name if no other has it")
    renew = _command(each, "renew", upkeep.renew, "let a station renew a certificate that has run out")
    renew.add_argument("station", help="its id, or its name if no other has it")


def _workers(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    worker = _command(each, "worker", staff.worker, "who may act at a hub's desk; a PIN is read from stdin", json=True)
    what = worker.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="NAME", help="a new worker: makes an account and a card")
    what.add_argument("--pin", metavar="WORKER", help="set another PIN")
    what.add_argument("--card", metavar="WORKER", help="sign another card; the one before dies")
    what.add_argument("--revoke", metavar="WORKER", help="account and card, everywhere")
    what.add_argument("--list", action="store_true", help="list the workers")
    worker.add_argument("--hub", help="of a new worker")
    worker.add_argument(
        "--role", action="append", default=[], choices=[role.value for role in Role], help="one or more"
    )
    worker.add_argument("--desk-only", action="store_true", help="no touchscreen knows of a new worker")


def _lists(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    _command(each, "stations", commands.stations, "list the stations", json=True)
    _command(each, "events", commands.events, "count the events by type and verdict", json=True)
    _command(each, "cases", commands.cases, "list what a person has to look at", json=True)
    _command(each, "decisions", commands.decisions, "list who closed which case, when and why", json=True)


def _cases(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    close = _command(each, "close", commands.close, "close a case: a person has looked at it")
    skip = _command(each, "skip", commands.skip, "close a case of a broken event, and take in what waits behind it")
    agree = _command(each, "agree", commands.agree, "a second worker of safeguarding agrees to take a protection away")
    for command in (close, skip, agree):
        command.add_argument("case", type=int, metavar="CASE", help="its number in the list of cases")
        command.add_argument("--by", required=True, metavar="NAME", help="who decides it")
        command.add_argument("--because", required=True, metavar="REASON")


def _families(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    erase = _command(each, "erase", upkeep.erase, "erase a family everywhere, for good; no backup brings it back")
    erase.add_argument("household", metavar="HOUSEHOLD", help="its id")
    erase.add_argument("--person", default="", metavar="PERSON", help="of one person of it alone: the id")
    erase.add_argument("--by", "--who", required=True, metavar="NAME", help="who decides it")
    erase.add_argument("--because", "--why", required=True, choices=[because.value for because in Because])


def _catalogue(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    imports = _command(each, "import", commands.import_, "import a catalogue file")
    imports.add_argument("file", type=Path, metavar="FILE")
    imports.add_argument("--mapping", type=Path, required=True, metavar="FILE.toml")
    imports.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
    find = _command(each, "find", commands.find, "find activities by title or place, scored or not", json=True)
    find.add_argument("text", metavar="TEXT")
    _command(each, "demo", commands.demo, "load a demonstration city and show the codes of its cards", json=True)


def _money(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    _programmes(_group(each, "programmes", "programmes of vouchers"))
    _vouchers(_group(each, "vouchers", "award, stop, extend and reclaim vouchers"))
    _funds(_group(each, "funds", "what the city pays in, and what stands behind the stations"))
    statement = _command(each, "statement", money.statement, "what a provider is paid for a period, as CSV")
    statement.add_argument("provider", metavar="PROVIDER", help="its id")
    statement.add_argument("--since", required=True, metavar="DAY", help="the first")
    statement.add_argument("--until", required=True, metavar="DAY", help="the last")
    statement.add_argument("--turn", choices=["confirmed", "paid"], help="say that it is so, in place of writing it")
    statement.add_argument("--by", default="", metavar="NAME", help="who says so; of paid another than of confirmed")
    statement.add_argument(
        "--because", default="", metavar="REASON", help="how that is known: the number of an invoice"
    )
    _command(each, "grants", money.grants, "every night: what stations may give out without asking", json=True)
    lost = _command(each, "declare-lost", money.declare_lost, "a station that will not answer; takes two people")
    lost.add_argument("station", help="its id, or its name if no other has it")
    lost.add_argument("--former", action="store_true", help="not the store it has now, but those before it")
    _by(lost)


def _programmes(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    imports = _command(each, "import", money.import_programmes, "programmes as a file of tables has them")
    imports.add_argument("file", type=Path, metavar="FILE.toml")
    imports.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")


def _vouchers(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    issue = _command(each, "issue", money.issue, "award vouchers; the same file twice issues nothing new", json=True)
    issue.add_argument("file", type=Path, metavar="FILE.csv")
    issue.add_argument("--ranking", action="store_true", help="in this order, as far as there is money")
    reclaim = _command(each, "reclaim", money.reclaim, "take back what expired vouchers have left", json=True)
    for command in (issue, reclaim):
        command.add_argument("--dry-run", action="store_true", help="say what would be done, do nothing")
    suspend = _command(each, "suspend", money.suspend, "a voucher pays nothing until it is resumed")
    resume = _command(each, "resume", money.resume, "a suspended voucher pays again")
    extend = _command(each, "extend", money.extend, "a voucher pays until the end of another day")
    for command in (suspend, resume, extend):
        command.add_argument("voucher", metavar="VOUCHER", help="its id")
        _by(command)
    extend.add_argument("--until", required=True, metavar="DAY", help="2027-07-31")


def _funds(each: "_Subparsers[argparse.ArgumentParser]") -> None:
    pay = _command(each, "pay", money.pay, "the city pays into a fund; one reference counts once")
    aside = _command(each, "set-aside", money.set_aside, "part of a fund for purses, or as contingency")
    aside.add_argument("what", choices=sorted(money.ASIDE))
    for command in (pay, aside):
        command.add_argument("fund", metavar="FUND")
        command.add_argument("euro", metavar="EURO", help="200 or 200,00")
        command.add_argument("--reference", required=True)
    _command(each, "list", money.funds, "what there is and where", json=True)


def _group(
    each: "_Subparsers[argparse.ArgumentParser]", name: str, help_: str
) -> "_Subparsers[argparse.ArgumentParser]":
    return each.add_parser(name, help=help_, description=help_).add_subparsers(required=True, metavar="COMMAND")


def _by(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", required=True, metavar="NAME", help="who decides it")
    command.add_argument("--because", required=True, metavar="REASON")


def _command(
    each: "_Subparsers[argparse.ArgumentParser]",
    name: str,
    run: Command,
    help_: str,
    *,
    json: bool = False,
) -> argparse.ArgumentParser:
    command = each.add_parser(name, help=help_, description=help_)
    command.add_argument("--database", default=default_database(), metavar="URL", help="default: %(default)s")
    command.add_argument("--folder", type=Path, help="of keys, snapshots and journal; default: beside the SQLite file")
    if json:
        command.add_argument("--json", action="store_true")
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
