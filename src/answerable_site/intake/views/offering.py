"""Rows that were set aside go through the same checks again, as one load."""

from __future__ import annotations

from datetime import datetime

from answerable.mappings import check_file
from answerable_site.intake import operations, queries
from answerable_site.intake.rules import as_file
from answerable_site.people.rules import Viewer


def load_again(viewer: Viewer, at: datetime, opened: operations.OpenedRows) -> None:
    """Load rows that wait, with their cells as they are or as somebody corrected them: all of them
    or none.

    Raises:
        operations.StillDoubtful: one of them would be set aside again; the message says why.
        Unreadable, NotThisSource: the profile reads such rows no more.
    """
    version = queries.latest_profile(opened.batch.source)
    file = as_file(version.profile, opened.cells)
    with check_file(file, version.profile, as_at=opened.batch.as_at) as outcome:
        operations.load_batch(
            by=viewer,
            at=at,
            prepared=operations.Prepared.of(version, outcome, tell=lambda _: None),
            tell=lambda _: None,
            takes=opened.rows,
        )
