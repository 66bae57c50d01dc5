"""Stating a figure, and taking attendance away as a file."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.training import access, queries
from answerable_site.training.models import StatedFigure
from answerable_site.training.rules import FigureKind, FinancialYear


class FigureChanged(ValueError):
    """The figure is another than the one that was shown."""


class YearRuns(ValueError):
    """The reference date lies ahead."""


@transaction.atomic
def state_figure(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    kind: FigureKind,
    year: FinancialYear,
    shown: int,
) -> StatedFigure:
    """Keep a figure with its working as it stands now, for whoever publishes it.

    Args:
        at: when; its day lies after the last of the year.
        shown: the figure that the viewer saw.

    Raises:
        access.Refused: the viewer keeps no training there.
        YearRuns: the year is not over.
        FigureChanged: it is another by now.
    """
    access.check_can_keep(by, organisation.pk)
    if timezone.localdate(at) <= year.last_day:
        raise YearRuns("This year is not over yet. State its figures after 31 March.")
    figures = queries.figures_of(organisation, year)
    value, working = figures.reckoned(kind)
    if value != shown:
        raise FigureChanged("The record has changed since. Look at the figure again.")
    stated = StatedFigure.objects.create(
        organisation=organisation,
        kind=kind,
        reference_on=year.last_day,
        value=value,
        working=working,
        stated_at=at,
        stated_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="training.state_figure",
        subject=f"people.organisation:{organisation.pk}",
        details={"kind": kind, "reference_on": year.last_day.isoformat(), "value": value},
    )
    return stated


@transaction.atomic
def note_taken_away(*, by: Viewer, at: datetime, organisation: Organisation, rows: int) -> None:
    """Leave an entry that the list of attendance with its names was taken away as a file.

    Raises:
        access.Refused: the viewer keeps no training there.
    """
    access.check_can_keep(by, organisation.pk)
    record(
        by=by,
        at=at,
        act="training.note_taken_away",
        subject=f"people.organisation:{organisation.pk}",
        recipients=[by.name],
        details={"rows": rows},
    )
