"""What needs doing first, by whoever looks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.naming import short
from answerable_site.followup.presenters.parts import Act, act
from answerable_site.followup.presenters.powers import Powers
from answerable_site.followup.presenters.watching import trigger_of

if TYPE_CHECKING:
    from answerable_site.followup.models import Action, Commitment


def first_of_commitment(
    commitment: Commitment, powers: Powers, gaps: tuple[str, ...], *, on: date
) -> tuple[Act, ...]:
    """What waits for the viewer about a commitment, the most pressing first."""
    return (
        *_gone_up(commitment, powers),
        *_without_owner(commitment, powers, "assign_owner"),
        *(_in_work(commitment, powers, on) if commitment.closed_on is None else ()),
        *_to_agree(commitment, powers),
        *_for_the_office(commitment, powers, gaps, on),
    )


def first_of_action(action: Action, powers: Powers, *, on: date) -> tuple[Act, ...]:
    """What waits for the viewer about an action, the most pressing first."""
    is_open = rules.ActionState(action.state).is_open
    late = is_open and rules.timeliness(action.dates, on=on).is_late
    return (
        *_gone_up(action, powers),
        *(_without_owner(action, powers, "assign_action_owner") if is_open else ()),
        *(
            [act("It is late. Say how it goes, or that it is done", "update_action", action.pk)]
            if late and powers.works
            else ()
        ),
        *_to_agree(action, powers),
    )


def _gone_up(thing: Any, powers: Powers) -> Iterator[Act]:
    for row in thing.escalations.all():
        if row.acknowledged_at is None and row.settled_at is None and powers.can_acknowledge(row):
            text = f"It went up: {trigger_of(row)}. Say what is done about it"
            yield act(text, "acknowledge", row.pk)


def _without_owner(thing: Any, powers: Powers, route: str) -> Iterator[Act]:
    if thing.owner_id is None and powers.manages:
        yield act("Nobody owns it. Say who does", route, thing.pk)


def _in_work(commitment: Commitment, powers: Powers, on: date) -> Iterator[Act]:
    due = commitment.update_due_on
    if due is not None and on >= due and powers.works and commitment.done_on is None:
        text = f"A progress update was due on {date_in_words(due)}. Write it"
        yield act(text, "add_update", commitment.pk)
    for row in commitment.reviews.all():
        if row.held_on is None and on >= row.due_on and powers.manages:
            text = f"A review was due on {date_in_words(row.due_on)}. Say what came of it"
            yield act(text, "hold_review", row.pk)


def _to_agree(thing: Any, powers: Powers) -> Iterator[Act]:
    latest = list(thing.updates.all())[-1:]
    for row in latest:
        if row.agreed_at is None and powers.can_agree(row.by_id):
            yield Act("The latest update waits for your agreement", "#updates")


def _for_the_office(
    commitment: Commitment, powers: Powers, gaps: tuple[str, ...], on: date
) -> Iterator[Act]:
    latest = list(commitment.public_wordings.all())[-1:]
    if latest and latest[0].approved_at is None and powers.can_approve(latest[0].by_id):
        yield Act("Words for the public wait for your approval", "#public")
    if commitment.closed_on is not None:
        due = commitment.check_due_on
        if due is not None and on >= due and powers.tests:
            yield Act("Its closure is to be checked: did it last?", "#closing")
        return
    criteria = [one for one in commitment.criteria.all() if one.dropped_at is None]
    if not criteria and powers.judges:
        yield act("It has no criteria for closing. Write them", "write_criterion", commitment.pk)
    for piece in commitment.evidence.all():
        if not piece.judgements.all() and powers.can_test(piece.by_id):
            text = f"Evidence waits to be judged: {short(piece.title)}"
            yield act(text, "judge_evidence", piece.pk)
    for one in criteria:
        if not one.tests.all() and powers.tests and commitment.evidence.all():
            text = f"A criterion waits to be tested: {short(one.words)}"
            yield act(text, "judge_criterion", one.pk)
    if not gaps and powers.tests:
        yield act("Nothing stands in the way any more. Close it", "close", commitment.pk)
