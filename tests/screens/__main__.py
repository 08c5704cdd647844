"""``python -m tests.screens``: looks at every screen; prints what it found; 1 on any finding, 0 when clean."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

from tests.screens.cases import device_views, views
from tests.screens.desk import views as desk
from tests.screens.desk.views import DeskView
from tests.screens.finding import Finding
from tests.screens.gallery import write_index
from tests.screens.run import AnyView, Result, files, run
from tests.screens.stage import ROOT

FOLDER = ROOT / "build" / "screens"
_SHOWN_CASES = 4  # labels printed for each fault


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    wanted = [view for view in _views(asked.devices) if fnmatch(_name(view), asked.only)]
    if not wanted:
        print(f"No state is called {asked.only}.")
        return 2
    folder = None if asked.no_pictures else FOLDER
    began = time.monotonic()
    results = run(wanted, jobs=asked.jobs, folder=folder, tell=lambda done: _progress(done, len(wanted)))
    general = list(files())
    _report(general, results)
    if folder is not None:
        print(f"Pictures: {write_index(results, general, folder)}")
    count = len(general) + sum(len(result.findings) for result in results)
    print(f"{len(results)} screens in {time.monotonic() - began:.0f} s, {count} findings.")
    return 1 if count else 0


def _views(devices: bool) -> Iterator[AnyView]:
    if devices:
        yield from device_views()
    else:
        yield from views()
        yield from desk.views()


def _name(view: AnyView) -> str:
    return f"desk-{view.state}" if isinstance(view, DeskView) else view.state


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev screens", description="Look at every screen and state.")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="states to look at, as in home-* (default: all)")
    parser.add_argument("--no-pictures", action="store_true", help="check without saving pictures")
    parser.add_argument("--devices", action="store_true", help="look at 10 and 32 inch screens instead of 21.5")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    return parser


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{total} ", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _report(general: Sequence[Finding], results: Sequence[Result]) -> None:
    """One line for each fault at one place, however many cases show it."""
    places: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for finding in general:
        places[finding.check, finding.where].append(("", finding.what))
    for result in results:
        for finding in result.findings:
            places[finding.check, finding.where].append((result.label, finding.what))
    checks: dict[str, int] = defaultdict(int)
    for (check, where), seen in sorted(places.items(), key=lambda entry: (entry[0][0], -len(entry[1]))):
        checks[check] += len(seen)
        labels = [label for label in dict.fromkeys(label for label, _ in seen) if label]
        more = f" and {len(labels) - _SHOWN_CASES} more" if len(labels) > _SHOWN_CASES else ""
        print(f"{check:11} x{len(seen):<4} {where}\n    {seen[0][1]}\n    {', '.join(labels[:_SHOWN_CASES])}{more}")
    for check, count in sorted(checks.items()):
        print(f"{check:11} {count}")


if __name__ == "__main__":
    sys.exit(main())
