"""Figures of the invented force: worked out, protected, released by another person, handed over."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.stories import Story
from answerable_site.figures import operations, queries, tasks
from answerable_site.figures.models import DataCut, ProtectedFigures, ReleasedFigures, Results
from answerable_site.followup import operations as followup
from answerable_site.followup.models import Commitment
from answerable_site.home.presenters import figure_as_evidence
from answerable_site.people.models import User

ASKED = (("investigators_qualified", ()), ("investigators_qualified", ("financial_year",)))
"""By month so few investigators would all be hidden. All together comes first, so that it is shown
and years are hidden for its sake."""
PROFILE = "public"


class FiguresNotMade(RuntimeError):
    """Figures of the demonstration were refused; the message says why."""


def release(county: InventedCounty, cut: DataCut, made_on: date) -> Story:
    """One measure of a cut, for everybody: by the analyst, and by the checker in the afternoon."""
    asks, protects = Act(county.analyst, made_on, 11), Act(county.analyst, made_on, 12)
    checks = Act(county.checker, made_on, 14)
    yield asks.at
    results = operations.ask_results(**asks.alone, cut=cut, asked=ASKED)
    tasks.work_out_waiting(results.pk, now=lambda: asks.at)
    yield protects.at
    figures = operations.ask_protection(
        **protects.alone, results=Results.objects.get(pk=results.pk), profile=PROFILE
    )
    tasks.protect_waiting(figures.pk, now=lambda: protects.at)
    yield checks.at
    prepared = ProtectedFigures.objects.get(pk=figures.pk)
    if prepared.content is None:
        raise FiguresNotMade(prepared.refusal)
    operations.release_figures(
        **checks.alone, figures=prepared, digest=queries.release_of(prepared).digest
    )


def hand_over(liaison: User, promised: str, on: date) -> Story:
    """The liaison officer hands the latest figure to follow-up, as evidence of a commitment.

    Args:
        promised: what the commitment says.
    """
    hands = Act(liaison, on, 16)
    yield hands.at
    released = ReleasedFigures.objects.select_related("force").latest("released_at")
    followup.add_evidence(
        **hands.alone,
        today=on,
        commitment=Commitment.objects.get(summary=promised),
        evidence=figure_as_evidence(released, released.figures[0], site=settings.PUBLIC_ADDRESS),
    )
