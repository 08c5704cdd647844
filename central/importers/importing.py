"""One import: a file and its mapping against the catalogue."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from central import feed
from central.db import Tx, locks
from central.feed import Draft
from central.importers import areas, csvfile, geojson, hsds, mapping, offers, services
from central.importers.charset import Unusable
from central.importers.mapped import AreaMapping, Mapped, Offers, Services, properties
from central.importers.mapping import BadMapping
from central.importers.plan import KINDS_NEEDED, Plan, curated, plan
from central.importers.remarks import Remarks
from central.importers.report import KINDS, Report
from central.importers.rows import Hopeless, Records, Rows
from kiosk.domain.catalogue import Unreadable


@dataclass(frozen=True)
class Prepared:
    """A file read and understood, as far as that goes without the catalogue. `rows` is None when it is of no use."""

    report: Report
    rows: Rows | None = None


def run(tx: Tx, file: Path, mapping_file: Path, dry_run: bool = False, today: date = date.min) -> Report:
    """Import a file. With `dry_run` the report is the same and nothing is written.

    Rows that cannot be used are in the report; a file or mapping that cannot be used at all is its `failure`.
    """
    return write(tx, prepare(file, mapping_file, today), dry_run)


def prepare(file: Path, mapping_file: Path, today: date) -> Prepared:
    """All that needs no database, and takes its time: reading the file. What ended before `today` is over."""
    try:
        mapped = mapping.read(mapping_file)
    except BadMapping as problem:
        return Prepared(Report(file.name, failure=f"{mapping_file.name}: {problem}"))
    report = Report(file.name, mapped.dataset.id)
    try:
        found = _rows(file, mapped, today)
    except Hopeless as problem:
        found = Unusable(str(problem))
    if isinstance(found, Unusable):
        return Prepared(replace(report, failure=found.reason))
    report = replace(report, rows=found.count, bad=found.bad, omitted=found.omitted, notes=found.notes)
    if not any(found.records.values()):
        return Prepared(replace(report, failure=_no_row(found)))
    return Prepared(report, found)


def write(tx: Tx, prepared: Prepared, dry_run: bool = False) -> Report:
    """Compare with the catalogue, and bring it up to date."""
    found, report = prepared.rows, replace(prepared.report, dry_run=dry_run)
    if found is None:
        return report
    if not dry_run:
        locks.feed(tx)
    held = {kind: dict(feed.live(tx, kind)) for kind in KINDS_NEEDED}
    wanted = _with_curators_work(found.records, held)
    planned = plan(report.dataset, wanted, held, found.unsure)
    if not dry_run:
        _write(tx, planned)
    return replace(
        report,
        counts={kind: planned.counts[kind] for kind in KINDS if kind in planned.counts},
        unscored=_unscored(wanted, found),
        notes=(*found.notes, *_kept(planned, found)),
    )


def _rows(file: Path, mapped: Mapped, today: date) -> Rows | Unusable:
    match mapped.rows:
        case Services() as how:
            document = hsds.load(file)
            return document if isinstance(document, Unusable) else services.read(document, mapped, how, today)
        case Offers() if mapped.format == "csv":
            remarks = Remarks()
            opened = csvfile.load(file, mapped, remarks)
            if isinstance(opened, Unusable):
                return opened
            return offers.read(opened.rows, mapped, opened.offers, remarks)
        case Offers() | AreaMapping() as how:
            features = geojson.load(file)
            if isinstance(features, Unusable):
                return features
            remarks = Remarks()
            rows = geojson.literal(features, properties(how), remarks)
            if isinstance(how, Offers):
                return offers.read(rows, mapped, how, remarks)
            return areas.read(rows, mapped, how, remarks)


def _with_curators_work(wanted: Records, held: Records) -> Records:
    activities = wanted.get("activity")
    if activities is None:
        return wanted
    return {**wanted, "activity": {id_: curated(data, held["activity"].get(id_)) for id_, data in activities.items()}}


def _write(tx: Tx, planned: Plan) -> None:
    drafts = [Draft(kind, id_, data) for kind, id_, data in planned.publish]
    for draft, outcome in zip(drafts, feed.publish_all(tx, drafts), strict=True):
        if isinstance(outcome, Unreadable):
            raise ValueError(f"{draft.kind} {draft.id}: {outcome.field}")  # a bug: every row was checked
    for kind, id_ in planned.withdraw:
        feed.withdraw(tx, kind, id_)


def _unscored(wanted: Records, found: Rows) -> dict[str, int]:
    """How many activities nobody has scored, by category, the most frequent first."""
    activities = wanted.get("activity", {})
    times = Counter(found.labels[id_] for id_, data in activities.items() if not any(data["pillars"].values()))
    return dict(sorted(times.items(), key=lambda item: (-item[1], item[0])))


def _no_row(found: Rows) -> str:
    if not found.bad:
        return "holds no row that could be imported"
    first = found.bad[0]
    return f"none of its {len(found.bad)} rows can be used (row {first.row}: {first.reason})"


def _kept(planned: Plan, found: Rows) -> tuple[str, ...]:
    if not planned.kept:
        return ()
    why = "rows that were left out may have meant them" if found.unsure else "other records name them"
    return (f"{planned.kept} records no longer in the source were kept: {why}.",)
