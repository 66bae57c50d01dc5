"""What a load that corrects another told otherwise, event by event, as it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from django.db.models import QuerySet

from answerable.records.file import CaseFile
from answerable_site.casework import queries as casework
from answerable_site.casework.models import Case
from answerable_site.casework.rules import SEES_RESTRICTED
from answerable_site.intake.models import Batch, LoadedEvent, Source
from answerable_site.intake.queries.batches import load_seen_by
from answerable_site.intake.rules import Differing, differing
from answerable_site.people.rules import Viewer

_AT_ONCE: Final = 500


def sees_restricted(viewer: Viewer, source: Source) -> bool:
    """Whether a viewer reads characteristics whose disclosure may be a crime, in cases of which a
    source tells."""
    return viewer.holds_in(source.force_id, *SEES_RESTRICTED)


def cases_named(viewer: Viewer, found: Iterable[Differing]) -> list[Case]:
    """The cases of events that differ, of which the viewer may know."""
    return cases_of(viewer, {one.case for one in found if one.case is not None})


def cases_of(viewer: Viewer, numbers: Collection[int]) -> list[Case]:
    """Those of some cases of which the viewer may know."""
    within, wanted = casework.cases_within_reach(viewer), sorted(numbers)
    return [
        case
        for start in range(0, len(wanted), _AT_ONCE)
        for case in within.filter(pk__in=wanted[start : start + _AT_ONCE])
    ]


def correcting_load(viewer: Viewer, load_id: int) -> Batch | None:
    """A load that the viewer sees, that corrects another and stands; None for any other."""
    found = load_seen_by(viewer, load_id)
    stands = found is not None and found.supersedes_id is not None and found.undone_at is None
    return found if stands else None


def differing_events(viewer: Viewer, batch: Batch) -> QuerySet[LoadedEvent]:
    """What a load brought in cases of which the viewer may know, case by case."""
    within = casework.cases_within_reach(viewer).order_by().values("pk")
    return LoadedEvent.objects.filter(batch=batch, case__in=within).order_by("case_id", "number")


def differing_of(events: Iterable[LoadedEvent]) -> list[Differing]:
    """What each of these tells otherwise."""
    wanted = list(events)
    cases = Case.objects.filter(pk__in={one.case_id for one in wanted})
    files = {case.pk: file for case, file in casework.case_files(cases)}
    return [_differing(files[one.case_id], one.number) for one in wanted]


def _differing(file: CaseFile, number: int) -> Differing:
    by_number = {one.number: one for one in file.recorded}
    told = by_number[number]
    before = None if told.replaces is None else by_number[told.replaces].event
    after = None if told.event.LEAVES_NOTHING else told.event
    return differing(file, case=file.case, before=before, after=after)
