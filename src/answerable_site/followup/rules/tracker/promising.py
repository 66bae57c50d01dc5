"""What rows make of one commitment."""

from __future__ import annotations

from datetime import date
from typing import Final

from answerable_site.followup.rules.closing import CLOSED
from answerable_site.followup.rules.states import OwnView
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.finding import NewRecommendation
from answerable_site.followup.rules.tracker.known import KnownCommitment, KnownRecommendation
from answerable_site.followup.rules.tracker.moving import (
    OF_COMMITMENT,
    Change,
    Setting,
    changed_text,
    moves,
)
from answerable_site.followup.rules.tracker.plan import OwnSaid, PlannedCommitment
from answerable_site.followup.rules.tracker.rows import Problem, Told
from answerable_site.register.rules.lists import day_in_words

LONGEST_LINE: Final = 300


def in_a_line(text: str) -> str:
    """A text as a title; where it is longer than one, its beginning: the whole is kept beside."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_LINE:
        return line
    return f"{line[: LONGEST_LINE - 1].rstrip()}…"


def planned_commitment(
    told: Told,
    recommendation: KnownRecommendation | NewRecommendation,
    known: KnownCommitment | None,
    *,
    limb_id: int | None,
    organisation_id: int,
    setting: Setting,
) -> PlannedCommitment:
    """What rows begin or change about a commitment.

    Args:
        told: by all rows about it together.
        known: None where it is new.
    """
    due_on = recommendation.due_on if isinstance(recommendation, KnownRecommendation) else None
    plan = PlannedCommitment(
        recommendation=recommendation,
        limb_id=limb_id,
        organisation_id=organisation_id,
        known=known,
        moves=moves(
            told,
            OF_COMMITMENT,
            known.facts if known else None,
            organisation_id=organisation_id,
            default=due_on,
            setting=setting,
        ),
    )
    if known is not None and known.is_closed:
        _refuse_moves(plan)
    _texts(plan, told)
    _own_view(plan, told, setting.as_at)
    _inspectorate(plan, told)
    return plan


def _refuse_moves(plan: PlannedCommitment) -> None:
    if plan.moves.targets:
        plan.moves.problems.append(Problem(CLOSED, OF_COMMITMENT.revised))
    if plan.moves.updates:
        plan.moves.problems.append(Problem(CLOSED, OF_COMMITMENT.update))


def _texts(plan: PlannedCommitment, told: Told) -> None:
    reference, summary = told.get(Column.REFERENCE), told.get(Column.SUMMARY)
    promise = told.get(Column.PROMISE)
    if summary is not None and len(summary) > LONGEST_LINE:
        promise = summary if promise is None else f"{summary}\n\n{promise}"
        plan.moves.notes.append("The commitment is longer than a line: it is kept whole below it.")
    if plan.known is None:
        plan.texts = {
            "reference": reference or "",
            "summary": in_a_line(summary or promise or plan.recommendation.text),
            "promise": promise or "",
        }
        return
    line = in_a_line(summary) if summary is not None else None
    for name, label, held, wanted in (
        ("reference", "Reference", plan.known.reference, reference),
        ("summary", "Commitment", plan.known.summary, line),
        ("promise", "Commitment in full", plan.known.promise, promise),
    ):
        for change in changed_text(label, held, wanted):
            plan.moves.changes.append(change)
            plan.texts[name] = wanted or ""


def _own_view(plan: PlannedCommitment, told: Told, as_at: date) -> None:
    view, done_on = told.get(Column.OWN_VIEW), told.get(Column.DONE_ON)
    known = plan.known
    if view is None and done_on is not None:
        view = OwnView.COMPLETE
        plan.moves.notes.append("A day of completion is told: taken as complete, in its own view.")
    if view is None:
        return
    if done_on is not None and view is not OwnView.COMPLETE:
        plan.moves.problems.append(
            Problem(
                f"It was completed on {day_in_words(done_on)}, and is said to be “{view.label}”. "
                "Correct one of the two.",
                Column.OWN_VIEW,
            )
        )
        return
    held_on = known.facts.done_on if known else None
    corrects = done_on is not None and done_on != held_on
    if known is not None and known.own_view == view and not corrects:
        return
    if known is not None and known.is_closed:
        plan.moves.problems.append(Problem(CLOSED, Column.OWN_VIEW))
        return
    if view is OwnView.COMPLETE and done_on is None:
        plan.moves.notes.append(
            f"No day of completion is told: counted as complete since {day_in_words(as_at)}."
        )
    plan.own = OwnSaid(view, done_on or told.get(Column.UPDATED_ON) or as_at)
    if known is not None:
        before = OwnView(known.own_view).label if known.own_view else "none"
        plan.moves.changes.append(Change("Own view", before, view.label))


def _inspectorate(plan: PlannedCommitment, told: Told) -> None:
    status = told.get(Column.INSPECTORATE)
    if status is None or (plan.known is not None and plan.known.inspectorate == status):
        return
    plan.inspectorate = status
    if plan.known is not None:
        plan.moves.changes.append(
            Change("Inspectorate status", plan.known.inspectorate or "none", status.label)
        )
