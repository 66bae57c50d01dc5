"""What one office of the matrix has of loads: a source of its force, and a row that waits."""

from __future__ import annotations

from django.utils import timezone
from tests import factories, factories_loads
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable_site.intake import operations
from answerable_site.people.rules import Role


def add_loads(records: Records) -> None:
    """Two loads of which nothing went on, so that no case of the matrix is another one’s."""
    force = records.office.force
    by = factories.viewer(seats.member(records.office, Role.SUPERVISOR), on=AT.date())
    version = operations.describe_source(
        by=by, at=AT, organisation=force, force=force, profile=factories_loads.profile()
    )
    rows = [{**factories_loads.REPORTED, "ref": f"of {records.mark}"}]
    batch = None
    # On a site that runs, rows that wait since long ago would be erased while somebody looks.
    at = timezone.now()
    # The second corrects the first, and its row waits in place of the other.
    for _ in range(2):
        with factories_loads.checked(rows, version.profile) as outcome:
            batch = operations.load_batch(
                by=by,
                at=at,
                prepared=operations.Prepared.of(version, outcome, tell=lambda _: None),
                tell=lambda _: None,
                supersedes=batch,
            )
    for route in ("load", "undo", "rows", "difference", "difference_csv"):
        records.arguments[f"intake:{route}"] = {"load_id": batch.pk}
    for route in ("shipped", "shipped_file"):
        records.arguments[f"intake:{route}"] = {"name": "larkspur-crimes"}
    for route in ("row", "give_up"):
        records.arguments[f"intake:{route}"] = {"row_id": batch.rows.get().pk}
    queued = operations.queue_load(
        by=by,
        at=AT,
        source=version.source,
        stored_as=f"extracts/of-{records.mark}",
        sha256="0" * 64,
        as_at=AT.date(),
    )
    for route in ("queued", "queued_progress", "cancel"):
        records.arguments[f"intake:{route}"] = {"queued_id": queued.pk}
