"""What nobody settled or confirmed in time goes, as the days of `rules.retention` say."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.intake import queries
from answerable_site.intake.operations.keeping import FOLDER
from answerable_site.intake.operations.settling import _settle
from answerable_site.intake.rules import ROWS_SET_ASIDE, RowState
from answerable_site.people.rules import Viewer


@transaction.atomic
def erase_unsettled(*, by: Viewer, at: datetime) -> int:
    """Erase what rows hold that were set aside and that nobody settled in time; how many. That they
    were there, and why, stays. An entry is left where there were any.

    Section 39 of the Data Protection Act 2018.
    """
    due = queries.rows_to_erase(at)
    loads = sorted(set(due.order_by().values_list("batch", flat=True)))
    count = _settle(due, state=RowState.ERASED, settled_at=at)
    if count:
        record(
            by=by,
            at=at,
            act="intake.erase_unsettled",
            kind=Processing.ERASURE,
            subject="intake.setasiderow",
            reason=f"Nobody settled them in {ROWS_SET_ASIDE.days} days: {ROWS_SET_ASIDE.citation}.",
            details={"rows": count, "loads": loads},
        )
    return count


@transaction.atomic
def forget_extracts(*, by: Viewer, at: datetime) -> int:
    """Delete files that were sent and that nobody confirmed in time, with all that is kept beside
    them; how many extracts. An entry is left where there were any."""
    forgotten = queries.forgotten_extracts(FOLDER, at=at)
    for names in forgotten.values():
        for name in names:
            transaction.on_commit(partial(default_storage.delete, name))
    if forgotten:
        record(
            by=by,
            at=at,
            act="intake.forget_extracts",
            kind=Processing.ERASURE,
            subject="intake.extract",
            details={"extracts": len(forgotten)},
        )
    return len(forgotten)
