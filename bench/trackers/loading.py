"""Reading, dry run and loading of a tracker, as the pages do it."""

from __future__ import annotations

import hashlib
import os
from typing import Any

from bench.trackers.making import AT, TODAY


def cpu() -> float:
    """Seconds of the processor that this process and its finished children used."""
    return sum(os.times()[:4])


def load(case: Any, content: bytes, *, mapping: Any, times: dict[str, float]) -> Any:
    """Load a tracker through every step of the pages; how long each took goes into `times`."""
    from tests import factories

    from answerable.documents.tables import read_table
    from answerable_site.followup import operations, queries
    from answerable_site.followup.rules import tracker
    from answerable_site.register.operations import KeptList

    by, body = factories.viewer(case.office.officer, on=TODAY), case.office.body
    told = tracker.Mapping.from_json(mapping.told)

    def read() -> tuple[Any, ...]:
        table = read_table(content)
        columns = tracker.columns_of(table.rows, told)
        return tuple(tracker.rows_of(table.rows, columns, told, today=TODAY))

    started = cpu()
    rows = read()
    times["reading"] = cpu() - started
    plan = tracker.planned(
        rows, queries.known_to_trackers(by, body, on=TODAY), told, as_at=TODAY
    )
    digest = plan.digest
    times["dry run"] = cpu() - started
    if not plan.may_be_loaded:
        return plan
    started = cpu()
    operations.load_tracker(
        by=by,
        at=AT,
        on=TODAY,
        as_at=TODAY,
        body=body,
        kept=KeptList("tracker.csv", hashlib.sha256(content).hexdigest(), "trackers/none"),
        mapping=mapping,
        rows=read(),
        digest=digest,
    )
    times["loading, read and checked anew"] = cpu() - started
    return plan
