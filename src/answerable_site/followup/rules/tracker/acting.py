"""What rows make of one action."""

from __future__ import annotations

from datetime import date

from answerable_site.followup.rules.states import ActionKind, ActionState
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.known import KnownAction
from answerable_site.followup.rules.tracker.moving import (
    OF_ACTION,
    Change,
    Setting,
    Update,
    changed_text,
    moves,
)
from answerable_site.followup.rules.tracker.plan import PlannedAction
from answerable_site.followup.rules.tracker.promising import LONGEST_LINE, in_a_line
from answerable_site.followup.rules.tracker.rows import Problem, Told
from answerable_site.register.rules.lists import day_in_words


def planned_action(
    told: Told, known: KnownAction | None, *, organisation_id: int, setting: Setting
) -> PlannedAction:
    """What rows begin or change about an action.

    Args:
        told: by all rows about it together.
        known: None where it is new.
    """
    plan = PlannedAction(
        organisation_id=organisation_id,
        known=known,
        moves=moves(
            told,
            OF_ACTION,
            known.facts if known else None,
            organisation_id=organisation_id,
            default=None,
            setting=setting,
        ),
        serves=[],
    )
    _texts(plan, told)
    _state(plan, told, setting.as_at)
    return plan


def _texts(plan: PlannedAction, told: Told) -> None:
    title, details = told.get(Column.ACTION), told.get(Column.ACTION_DETAILS)
    if title is not None and len(title) > LONGEST_LINE:
        details = title if details is None else f"{title}\n\n{details}"
        plan.moves.notes.append("The action is longer than a line: it is kept whole below it.")
    line = in_a_line(title) if title is not None else None
    kind: ActionKind | None = told.get(Column.ACTION_KIND)
    reference = told.get(Column.ACTION_REFERENCE)
    if plan.known is None:
        if line is None:
            plan.moves.problems.append(
                Problem("The action is new, and has no title.", Column.ACTION)
            )
        plan.texts = {
            "reference": reference or "",
            "title": line or "",
            "words": details or "",
            "kind": kind or ActionKind.ACTION,
        }
        return
    for name, label, held, wanted in (
        ("reference", "Reference of the action", plan.known.reference, reference),
        ("title", "Action", plan.known.title, line),
        ("words", "Details of the action", plan.known.words, details),
    ):
        for change in changed_text(label, held, wanted):
            plan.moves.changes.append(change)
            plan.texts[name] = wanted or ""
    if kind is not None and kind != plan.known.kind:
        before = ActionKind(plan.known.kind).label
        plan.moves.changes.append(Change("Kind of action", before, kind.label))
        plan.texts["kind"] = kind


def _state(plan: PlannedAction, told: Told, as_at: date) -> None:
    state, done_on = told.get(Column.ACTION_STATE), told.get(Column.ACTION_DONE_ON)
    known = plan.known
    if state is None and done_on is not None:
        state = ActionState.DONE
        plan.moves.notes.append("A day of completion is told: taken as done.")
    if state is None:
        return
    if done_on is not None and state is not ActionState.DONE:
        plan.moves.problems.append(
            Problem(
                f"It was completed on {day_in_words(done_on)}, and is said to be “{state.label}”. "
                "Correct one of the two.",
                Column.ACTION_STATE,
            )
        )
        return
    held = known.state if known else ActionState.NOT_STARTED
    corrects = done_on is not None and known is not None and done_on != known.facts.done_on
    if held == state and not corrects:
        return
    plan.state = state
    if state is ActionState.DONE:
        plan.done_on = done_on or as_at
        if done_on is None:
            plan.moves.notes.append(
                f"No day of completion is told: counted as done on {day_in_words(as_at)}."
            )
    if known is not None:
        plan.moves.changes.append(Change("State", ActionState(known.state).label, state.label))
    _say_state(plan, state, told.get(Column.ACTION_UPDATED_ON) or as_at)


def _say_state(plan: PlannedAction, state: ActionState, on: date) -> None:
    """The state goes with the update that the row tells, else with one of its own."""
    updates = plan.moves.updates
    if updates:
        last = updates[-1]
        updates[-1] = Update(last.on, last.rating, last.words, state)
    else:
        updates.append(Update(on, None, f"State in the tracker: {state.label}", state))
