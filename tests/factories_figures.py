"""Figures of an invented force at every step on their way to a reader, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests import factories_cuts
from tests.factories_cuts import AT, viewer
from tests.library.release.answering import AS_OF, answer, months, result, results

from answerable.release.results import Results as Answers
from answerable.release.results import written
from answerable_site.figures import operations, queries, tasks
from answerable_site.figures.models import DataCut, ProtectedFigures, ReleasedFigures, Results
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT, Role, Viewer

WHY = "The number of letters was counted twice in March."
BY_DECISION = {"charge": (36, 44), "nfa": (58, 90), "stopped": (3, 21)}
"""Met and asked of each decision; the last is small."""


def answers(counts=None, *, as_of: date = AS_OF) -> Answers:
    """Of one measure, by the decision that victims were told of."""
    each = [
        answer("victims_told", *figures, made=name)
        for name, figures in (counts or BY_DECISION).items()
    ]
    return _as_of(as_of, results(result("victims_told", *each, by=["made"])))


def by_month(counts, *, first=(2025, 4)) -> Answers:
    """Of the same measure by month, from the first month on."""
    return results(result("victims_told", *months(first, counts), by=["month"]))


def _as_of(as_of: date, found: Answers) -> Answers:
    each = tuple(
        replace(one, answers=tuple(replace(answer, as_of=as_of) for answer in one.answers))
        for one in found.each
    )
    return replace(found, as_of=as_of, each=each)


def asked(cut: DataCut, *, by: Viewer | None = None, at: datetime = AT) -> Results:
    """Results that an analyst of the force asked for."""
    question = ("victims_told", ("made",))
    return operations.ask_results(by=by or viewer(cut.force), at=at, cut=cut, asked=[question])


def answered(
    force: Organisation,
    counts=None,
    *,
    by: Viewer | None = None,
    at: datetime = AT,
    found: Answers | None = None,
) -> Results:
    """Results that are there, of a cut without files.

    Args:
        found: what was answered, instead of counts by decision.
    """
    cut = factories_cuts.without_files(by=by or viewer(force), at=at, force=force)
    begun = operations.begin_work(by=PRODUCT, at=at, work=asked(cut, by=by, at=at), step="Asking")
    content = written(found or answers(counts))
    return operations.keep_results(by=PRODUCT, at=at, results=begun, content=content)


def protected(
    made: Results, *, profile="public", by: Viewer | None = None, at: datetime = AT, **options
) -> ProtectedFigures:
    """Figures that an analyst of the force had protected, to be checked."""
    figures = operations.ask_protection(
        by=by or viewer(made.force), at=at, results=made, profile=profile, **options
    )
    tasks.protect_waiting(figures.pk, now=lambda: at)
    found = ProtectedFigures.objects.get(pk=figures.pk)
    assert found.state == "made", found.refusal
    return found


def released(
    figures: ProtectedFigures, *, by: Viewer | None = None, at: datetime = AT
) -> ReleasedFigures:
    """Figures that a figure checker of the force released."""
    return operations.release_figures(
        by=by or viewer(figures.force, Role.FIGURE_CHECKER),
        at=at,
        figures=figures,
        digest=queries.release_of(figures).digest,
    )
