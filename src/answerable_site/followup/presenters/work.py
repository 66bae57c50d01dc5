"""Actions, progress updates and public wordings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.dating import NO_DATE, timeliness_tag, times
from answerable_site.followup.presenters.naming import NOBODY, short
from answerable_site.followup.presenters.parts import (
    Act,
    Entry,
    Section,
    Tag,
    act,
    acts,
    newest_first,
    said,
)
from answerable_site.followup.presenters.powers import Powers
from answerable_site.followup.rules import Whose

if TYPE_CHECKING:
    from answerable_site.followup.models import Action, Commitment

RATINGS = {rules.Rating.GREEN: "green", rules.Rating.AMBER: "orange", rules.Rating.RED: "red"}
_STATES = {
    rules.ActionState.NOT_STARTED: "grey",
    rules.ActionState.IN_PROGRESS: "blue",
    rules.ActionState.DONE: "green",
    rules.ActionState.CANCELLED: "grey",
}


def actions_section(commitment: Commitment, powers: Powers, *, on: date) -> Section:
    """What is done, in the order in which it is due, each action followed by its tasks."""
    rows = list(commitment.actions.all())
    ordered = [
        one
        for action in rows
        if action.parent_id is None
        for one in (action, *(task for task in rows if task.parent_id == action.pk))
    ]
    return Section(
        "actions",
        "Actions",
        entries=tuple(listed_action(one, on=on) for one in ordered),
        empty="None yet.",
        acts=acts(act("Add an action", "add_action", commitment.pk) if powers.works_on else None),
    )


def listed_action(action: Action, *, on: date) -> Entry:
    """An action as an entry of a list."""
    kind = rules.ActionKind(action.kind)
    part = f"Task of “{short(action.parent.title)}”" if action.parent else kind.label
    waits = [row.needed for row in action.waits_for.all() if row.needed.done_on is None]
    return Entry(
        action.title,
        href=reverse("followup:action", args=[action.pk]),
        tags=(state_tag(action), timeliness_tag(action, on=on)),
        facts=(part, action.owner.full_name if action.owner else NOBODY, *due_facts(action)),
        notes=tuple(f"Waits for: {short(one.title)}" for one in waits),
    )


def state_tag(action: Action) -> Tag:
    """How far it has come."""
    state = rules.ActionState(action.state)
    return Tag(state.label, _STATES[state])


def due_facts(thing: Any) -> tuple[str, ...]:
    """The original date, and beside it the one worked to now."""
    if thing.original_on is None:
        return (NO_DATE,)
    first = f"Original date {date_in_words(thing.original_on)}"
    if not thing.revisions:
        return (first, Whose(thing.whose_date).label)
    now = f"now {date_in_words(thing.target_on)}, moved {times(thing.revisions)}"
    return (first, now, Whose(thing.whose_date).label)


def updates_section(thing: Any, powers: Powers, *, add: str) -> Section:
    """Progress as it was told, the latest in view.

    Args:
        add: the route of the form that adds one.
    """
    rows = newest_first(thing.updates.all())
    return Section(
        "updates",
        "Progress updates",
        intro=("For those who work on this. What the public may be told is apart.",),
        entries=tuple(_update(row, powers) for row in rows[:1]),
        empty="None yet.",
        acts=acts(act("Add a progress update", add, thing.pk) if powers.works_on else None),
        folded="Earlier updates" if len(rows) > 1 else "",
        earlier=tuple(_update(row, powers) for row in rows[1:]),
    )


def wordings_section(commitment: Commitment, powers: Powers) -> Section:
    """What may be told the public, proposed by one person and approved by another."""
    rows = newest_first(commitment.public_wordings.all())
    return Section(
        "public",
        "Words for the public",
        entries=tuple(_wording(row, powers) for row in rows[:1]),
        empty="None is proposed yet.",
        acts=acts(
            act("Propose words for the public", "propose_wording", commitment.pk)
            if powers.works
            else None,
            _tell_progress(commitment) if powers.decides else None,
        ),
        folded="Earlier proposals" if len(rows) > 1 else "",
        earlier=tuple(_wording(row, powers) for row in rows[1:]),
    )


def _tell_progress(commitment: Commitment) -> Act:
    """Putting forward how everything of the report stands, where the press is told of it."""
    report = commitment.recommendation.inspection_id
    return Act(
        "Tell the public what became of the recommendations of this report",
        reverse("responses:tell_progress", args=[report, commitment.body.slug]),
    )


def _update(row: Any, powers: Powers) -> Entry:
    rating = rules.Rating(row.rating)
    state = (rules.ActionState(row.state).label,) if row.state else ()
    agreed = row.agreed_by is not None
    return Entry(
        f"Update of {date_in_words(row.on)}",
        tags=(
            Tag(rating.label, RATINGS[rating]),
            Tag("Agreed", "green") if agreed else Tag("Waits for agreement", "yellow"),
        ),
        facts=(*state, said(row.by, row.at)),
        words=row.words,
        notes=(f"Agreed by {said(row.agreed_by, row.agreed_at)}",) if agreed else (),
        acts=acts(
            act("Agree", "agree_update", row.pk, about=f"with the update of {row.on}", at_once=True)
            if not agreed and powers.can_agree(row.by_id)
            else None
        ),
    )


def _wording(row: Any, powers: Powers) -> Entry:
    approved = row.approved_by is not None
    return Entry(
        "Approved words" if approved else "Proposed words",
        tags=(Tag("Approved", "green") if approved else Tag("Waits for approval", "yellow"),),
        facts=(f"Proposed by {said(row.by, row.at)}",),
        words=row.words,
        notes=(f"Approved by {said(row.approved_by, row.approved_at)}",) if approved else (),
        acts=acts(
            act("Approve", "approve_wording", row.pk, about="these words", at_once=True)
            if not approved and powers.can_approve(row.by_id)
            else None
        ),
    )
