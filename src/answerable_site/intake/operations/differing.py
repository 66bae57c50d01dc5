"""What a file tells otherwise is read, or taken away as a list."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import Case
from answerable_site.casework.subjects import subjects_of
from answerable_site.intake import access
from answerable_site.intake.models import Batch, Source
from answerable_site.people.rules import Viewer


@transaction.atomic
def note_difference_read(
    *, by: Viewer, at: datetime, source: Source, cases: Collection[Case], batch: Batch | None = None
) -> None:
    """Leave an entry that names every case of which a page says what differs; none where of none.

    Args:
        source: that of the file.
        batch: its load; None while it only waits.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
    """
    access.check_can_load(by, source.organisation)
    if not cases:
        return
    record(
        by=by,
        at=at,
        act="intake.note_difference_read",
        kind=Processing.CONSULTATION,
        subject=_subject(source, batch),
        records=subjects_of(cases),
    )


@transaction.atomic
def note_difference_taken(
    *, by: Viewer, at: datetime, source: Source, cases: Collection[Case], batch: Batch | None = None
) -> None:
    """Leave an entry that somebody takes the list away, with every case that it names.

    Args:
        source, batch: as `note_difference_read` takes them.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
    """
    access.check_can_load(by, source.organisation)
    record(
        by=by,
        at=at,
        act="intake.note_difference_taken",
        kind=Processing.DISCLOSURE,
        subject=_subject(source, batch),
        details={"cases": len(cases)},
        records=subjects_of(cases),
        recipients=[by.name],
    )


def _subject(source: Source, batch: Batch | None) -> str:
    return f"intake.batch:{batch.pk}" if batch else f"intake.source:{source.pk}"
