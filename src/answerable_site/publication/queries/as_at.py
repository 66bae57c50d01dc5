"""The public register as it stood at the end of a past day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Prefetch

from answerable.statute import LONDON, civil_date
from answerable_site.publication.models import (
    EntryCorrection,
    EntryCorrectionQuerySet,
    PublicInspection,
)
from answerable_site.publication.queries.entries import Wanted, versions
from answerable_site.publication.rules import PublicFacts


def entries_as_at(day: date, wanted: Wanted | None = None) -> list[PublicInspection]:
    """Entries as they stood at the end of a civil date, the newest report first.

    Nothing that was released, published, corrected or withdrawn later is among them. They are not
    to be saved. A state that is wanted is not looked at: it follows from what stands in an entry.

    Args:
        day: the civil date (Europe/London).
        wanted: body and year, as the list is asked for them.
    """
    after = _midnight_after(day)
    found = (
        PublicInspection.objects.released()
        .filter(released_at__lt=after)
        .select_related("body")
        .defer("body__logo")
        .prefetch_related(
            versions(published_on__lte=day),
            Prefetch("corrections", _corrections(released_at__lt=after).order_by("-released_at")),
            Prefetch(
                "corrections",
                _corrections(released_at__gte=after).order_by("released_at"),
                to_attr="later_corrections",
            ),
        )
    )
    if wanted and wanted.body:
        found = found.filter(body_slug=wanted.body)
    entries = [_as_it_was(entry, day) for entry in found]
    year = wanted.year if wanted else None
    return [entry for entry in entries if year is None or entry.published_on.year == year]


def _as_it_was(entry: PublicInspection, day: date) -> PublicInspection:
    later: list[EntryCorrection] = entry.later_corrections  # type: ignore[attr-defined]
    if later:
        entry.take(PublicFacts.from_json(later[0].before))
    if entry.passed_on is not None and entry.passed_on > day:
        entry.passed_to, entry.passed_to_name, entry.passed_on = None, "", None
    for version in entry.responses.all():
        if version.withdrawn_at is not None and civil_date(version.withdrawn_at) > day:
            version.withdrawn_at, version.withdrawn_because = None, ""
    return entry


def _corrections(**when: datetime) -> EntryCorrectionQuerySet:
    return EntryCorrection.objects.released().filter(**when)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(0), tzinfo=LONDON)
