"""Reading, dry run and loading of a tracker, as the pages do it; and what it leaves."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.trackers.making import AT, TODAY


@dataclass
class Loaded:
    """What a run cost, and what came of its rows."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Of the processor, of this process and of the child that reads the file."""
    counts: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    """That were sent to the database while loading."""

    def count(self, execute: Any, *sent: Any) -> Any:
        """Count a statement on its way."""
        self.statements += 1
        return execute(*sent)


def load(case: Any, content: bytes, *, mapping: Any) -> Loaded:
    """Load a tracker through every step of the pages: it is read and checked twice."""
    from django.db import connection
    from tests import factories

    from answerable.documents.tables import read_table
    from answerable_site.followup import operations, queries
    from answerable_site.followup.rules import tracker
    from answerable_site.register.operations import KeptList

    by, body = factories.viewer(case.office.officer, on=TODAY), case.office.body
    told, loaded = tracker.Mapping.from_json(mapping.told), Loaded()

    def rows() -> tuple[Any, ...]:
        table = read_table(content)
        columns = tracker.columns_of(table.rows, told)
        return tuple(tracker.rows_of(table.rows, columns, told, today=TODAY))

    started = processor()
    known = queries.known_to_trackers(by, body, on=TODAY)
    plan = tracker.planned(rows(), known, told, as_at=TODAY)
    digest = plan.digest
    loaded.seconds["dry run"] = processor() - started
    loaded.counts.update(row.outcome.value for row in plan.rows)
    if not plan.may_be_loaded:
        return loaded
    started = processor()
    with connection.execute_wrapper(loaded.count):
        operations.load_tracker(
            by=by,
            at=AT,
            on=TODAY,
            as_at=TODAY,
            body=body,
            kept=KeptList("tracker.csv", hashlib.sha256(content).hexdigest(), "trackers/none"),
            mapping=mapping,
            rows=rows(),
            digest=digest,
        )
    loaded.seconds["loading"] = processor() - started
    return loaded


def processor() -> float:
    """Seconds of the processor that this process and its finished children used."""
    return sum(os.times()[:4])


def held(case: Any) -> dict[str, int]:
    """Rows in every table that loading writes to, of one body."""
    from answerable_site.audit.models import AuditEntry
    from answerable_site.followup import models

    body, found = case.office.body, {}
    for table in _of_commitments(models):
        found[table.__name__] = table.objects.filter(commitment__body=body).count()
    for table in _of_actions(models):
        served = table.objects.filter(action__commitments__body=body)
        found[f"{table.__name__} of actions"] = served.distinct().count()
    found["commitments"] = models.Commitment.objects.filter(body=body).count()
    organisations = [body.pk, body.force_id]
    found["actions"] = models.Action.objects.filter(organisation__in=organisations).count()
    serving = models.Action.commitments.through
    found["links"] = serving.objects.filter(commitment__body=body).count()
    imports = models.TrackerImport.objects.filter(body=body)
    found["imports"] = imports.count()
    subjects = [f"followup.trackerimport:{pk}" for pk in imports.values_list("pk", flat=True)]
    found["entries"] = AuditEntry.objects.filter(subject__in=subjects).count()
    return found


def forget(case: Any) -> None:
    """Delete what was loaded, so that it can be loaded again."""
    from answerable_site.followup import models

    body = case.office.body
    models.TrackerImport.objects.filter(body=body).delete()
    models.Action.objects.filter(organisation__in=[body.pk, body.force_id]).delete()
    models.Commitment.objects.filter(body=body).delete()


def _of_commitments(models: Any) -> tuple[Any, ...]:
    stated = (models.OwnStatement, models.InspectorateStatement)
    return (models.TargetDate, models.Ownership, models.ProgressUpdate, *stated)


def _of_actions(models: Any) -> tuple[Any, ...]:
    return (models.TargetDate, models.Ownership, models.ProgressUpdate)
