"""The two published figures of an organisation, reckoned from the record of now, and as stated."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.training.access import kept_by
from answerable_site.training.models import StatedFigure
from answerable_site.training.queries.facts import counted_duty, countings_of, people_of
from answerable_site.training.rules import (
    Attendance,
    FigureKind,
    FinancialYear,
    Qualified,
    attendance_in,
    qualified_on,
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Both figures of one financial year."""

    attendance: Attendance
    qualified: Qualified

    def reckoned(self, kind: FigureKind) -> tuple[int, dict[str, int]]:
        """A figure, and how many places or records are what."""
        if kind is FigureKind.ATTENDANCE:
            counts = {place.value: n for place, n in self.attendance.counts.items()}
            return self.attendance.value, counts
        counts = {presence.value: n for presence, n in self.qualified.counts.items()}
        return self.qualified.value, counts


def figures_of(organisation: Organisation, year: FinancialYear) -> Figures:
    """Both figures of an organisation by the record of now."""
    people, every = people_of(organisation.pk), countings_of(organisation.pk)
    return Figures(
        attendance_in(year, people, every),
        qualified_on(year.last_day, people, every, counted_duty(organisation)),
    )


def stated_figures_visible_to(viewer: Viewer) -> QuerySet[StatedFigure]:
    """Figures that were stated for the organisations whose training a viewer keeps."""
    return StatedFigure.objects.filter(organisation__in=kept_by(viewer)).select_related("stated_by")
