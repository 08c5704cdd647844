"""One import: a file and its mapping against the catalogue."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from central import feed
from central.db import Tx
from central.feed import Draft
from central.importers import areas, geojson, mapping, offers
from central.importers.geojson import Unusable
from central.importers.mapping import BadMapping, Mapped, Offers
from central.importers.plan import KINDS_NEEDED, Plan, curated, plan
from central.importers.report import KINDS, Report
from central.importers.rows import Records, Rows
from kiosk.domain.catalogue import Unreadable


def run(tx: Tx, file: Path, mapping_file: Path, dry_run: bool = False) -> Report:
    """Import a GeoJSON file. With `dry_run` the report is the same and nothing is written.

    Rows that cannot be used are in the report; a file or mapping that cannot be used at all is its `failure`.
    """
    try:
        mapped = mapping.read(mapping_file)
    except BadMapping as problem:
        return Report(file.name, dry_run=dry_run, failure=f"{mapping_file.name}: {problem}")
    features = geojson.load(file)
    if isinstance(features, Unusable):
        return Report(file.name, mapped.dataset.id, dry_run, failure=features.reason)
    return _import(tx, Report(file.name, mapped.dataset.id, dry_run, rows=len(features)), features, mapped)


def _import(tx: Tx, report: Report, features: list[object], mapped: Mapped) -> Report:
    found = _rows(features, mapped)
    if not any(found.records.values()):
        return replace(report, failure=_no_row(found), bad=found.bad)
    held = {kind: dict(feed.live(tx, kind)) for kind in KINDS_NEEDED}
    wanted = _with_curators_work(found.records, held)
    planned = plan(mapped.dataset.id, wanted, held, found.unsure)
    if not report.dry_run:
        _write(tx, planned)
    return replace(
        report,
        counts={kind: planned.counts[kind] for kind in KINDS if kind in planned.counts},
        bad=found.bad,
        unscored=_unscored(wanted, found),
        notes=(*found.notes, *_kept(planned, found)),
    )


def _rows(features: list[object], mapped: Mapped) -> Rows:
    if isinstance(mapped.rows, Offers):
        return offers.read(features, mapped, mapped.rows)
    return areas.read(features, mapped, mapped.rows)


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
    first = found.bad[0]
    return f"none of its {len(found.bad)} rows can be used (row {first.row}: {first.reason})"


def _kept(planned: Plan, found: Rows) -> tuple[str, ...]:
    if not planned.kept:
        return ()
    why = "rows that were left out may have meant them" if found.unsure else "other records name them"
    return (f"{planned.kept} records no longer in the source were kept: {why}.",)
