"""What one office of the matrix has of loads: a source of its force, and a row that waits."""

from __future__ import annotations

from django.utils import timezone
from tests import factories, factories_links, factories_loads
from tests.factories_links import WHY
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable_site.intake import operations
from answerable_site.intake.models import Link
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
    for route in ("load", "undo", "rows", "difference", "difference_csv", "find_links"):
        records.arguments[f"intake:{route}"] = {"load_id": batch.pk}
    for route in ("shipped", "shipped_file"):
        records.arguments[f"intake:{route}"] = {"name": "larkspur-crimes"}
    for route in ("row", "give_up"):
        records.arguments[f"intake:{route}"] = {"row_id": batch.rows.get().pk}
    _add_links(records)
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


def _add_links(records: Records) -> None:
    """Links in three states, of references that the force itself wrote wrongly, to its own case."""
    force, mark = records.office.force, records.mark
    first = factories.viewer(seats.member(records.office, Role.SUPERVISOR), on=AT.date())
    other = factories.person(f"{mark} Other Supervisor", (force, Role.SUPERVISOR))
    second = factories.viewer(other, on=AT.date())
    version = operations.describe_source(
        by=first,
        at=AT,
        organisation=force,
        force=force,
        profile=factories_loads.later_source(columns__ref__pattern=""),
    )
    written = {"proposed": f"{mark}/1/25", "accepted": f"{mark}/2/26", "confirmed": f"{mark}/11/26"}
    with factories_loads.checked([{"ref": one} for one in written.values()], version.profile) as (
        outcome
    ):
        batch = operations.load_batch(
            by=first,
            at=AT,
            prepared=operations.Prepared.of(version, outcome, tell=lambda _: None),
            tell=lambda _: None,
        )
    factories_links.proposed(first, batch)
    made = dict(zip(written, Link.objects.filter(force=force).order_by("pk"), strict=True))
    operations.accept_link(by=second, at=AT, link=made["accepted"], why=WHY)
    operations.accept_link(by=first, at=AT, link=made["confirmed"], why=WHY)
    operations.confirm_link(by=second, at=AT, link=made["confirmed"], why=WHY)
    for route, state in (
        *(("link", "accepted"), ("confirm_link", "accepted")),
        *(("accept_link", "proposed"), ("refuse_link", "proposed")),
        *(("end_link", "confirmed"), ("offer_linked", "confirmed")),
    ):
        records.arguments[f"intake:{route}"] = {"link_id": made[state].pk}
