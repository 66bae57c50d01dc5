"""Supervisors review an investigation at intervals until it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, earliest, last_day_under
from answerable.records.rules.ending import investigated_until
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits

REVIEW = Rule(
    code="supervisor_review",
    asks=(
        "A supervisor reviews the investigation by the day set, and within the organisation’s own "
        "limit"
    ),
    citation="recommendation 4 of the joint inspection of July 2021",
    confidence=Confidence.REASONED,
    recommendation=4,
    limit="supervisor_review",
)


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Reviews that are late, came late, or were not held before the investigation ended."""
    yield from asked.breaches(_asked(file, limits), limits, on)


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """The next review."""
    yield from asked.dues(_asked(file, limits), limits)


def _asked(file: CaseFile, limits: Limits) -> Iterator[Asked]:
    """Each review after the first plan and after each review, until the next or the end.

    A day that a review or a plan sets counts where it is earlier than the limit: neither a longer
    interval nor a new plan puts a review off.
    """
    plans = [one for _, one in file.of(InvestigationPlanned)]
    ended = investigated_until(file)
    starts = list(_starts(file))
    for (number, this), until in zip(starts, _next_days(starts), strict=True):
        set_by_plans = (
            one.review_on
            for one in plans
            if this.on <= one.on and (until is None or one.on < until)
        )
        due_on = earliest(
            last_day_under(limits, REVIEW.limit, this.on), this.review_on, *set_by_plans
        )
        if due_on:
            yield Asked(
                rule=REVIEW,
                to_do="Review the investigation as its supervisor",
                side=Side.POLICE,
                since=this.on,
                done_on=earliest(until, ended),
                about=About(event=number),
                due_on=due_on,
            )


def _next_days(
    starts: list[tuple[int, InvestigationPlanned | SupervisorReviewed]],
) -> list[date | None]:
    """For each start the day of the next; None for the last."""
    return [*(one.on for _, one in starts[1:]), *([None] if starts else [])]


def _starts(file: CaseFile) -> Iterator[tuple[int, InvestigationPlanned | SupervisorReviewed]]:
    """The first plan, unless a review came before it, and every review."""
    reviews = list(file.of(SupervisorReviewed))
    for number, plan in file.of(InvestigationPlanned):
        if all(plan.on < review.on for _, review in reviews):
            yield number, plan
        break
    yield from reviews


RULES = (REVIEW,)
