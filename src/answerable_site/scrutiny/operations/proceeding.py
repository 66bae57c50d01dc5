"""What is asked, answered and decided, and the minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import operations as followup
from answerable_site.followup.models import Action, Commitment
from answerable_site.followup.rules import Target, Whose
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import access, rules
from answerable_site.scrutiny.models import (
    AgendaItem,
    Answer,
    Decision,
    Meeting,
    Minutes,
    Question,
)
from answerable_site.scrutiny.operations.held import BEFORE_AGREED, Held
from answerable_site.scrutiny.rules import DecisionKind, MeetingState

_HELD = frozenset({MeetingState.HELD})


class ItemMissing(ValueError):
    """An action and a new date need the commitment that they are about."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a meeting decided."""

    kind: DecisionKind
    words: str
    item: AgendaItem | None = None
    title: str = ""
    """Of an action, in a line."""
    owner: User | None = None
    """Of an action; None while nobody is named."""
    due_on: date | None = None
    """By when the action is to be done, or the new date of the commitment."""
    is_public: bool = True


@transaction.atomic
def ask(
    *,
    by: Viewer,
    at: datetime,
    meeting: Meeting,
    words: str,
    asked_by: str,
    put_to: Organisation,
    item: AgendaItem | None = None,
    answer_due_on: date | None = None,
    is_public: bool = True,
) -> Question:
    """Put a question, at the meeting or in writing before it.

    Args:
        asked_by: who asks, as the minutes call them.
        answer_due_on: the civil date by which an answer in writing is promised; None where it is
            given at the meeting.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the pack is not frozen, or the minutes are agreed.
        NothingSaid: there are no words.
    """
    held = Held.kept(
        by, meeting, BEFORE_AGREED, "Questions are put from the freeze until minutes are agreed."
    )
    question = Question.objects.create(
        meeting=held,
        item=item,
        words=rules.words_in(words, "Write what is asked"),
        asked_by=asked_by,
        put_to=put_to,
        answer_due_on=answer_due_on,
        is_public=is_public,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.ask",
        subject=held.subject,
        details={"question": question.pk, "put_to": put_to.pk},
    )
    return question


@transaction.atomic
def answer(
    *,
    by: Viewer,
    at: datetime,
    on: date,
    question: Question,
    words: str,
    answered_by: str,
    in_writing: bool,
) -> Answer:
    """Write down an answer; one may follow another.

    Args:
        on: the civil date of the answer.
        answered_by: who answers, as the minutes call them.

    Raises:
        access.Refused: the viewer is neither of the office nor of those who were asked.
        NothingSaid: there are no words.
    """
    held = Held.locked(question.meeting)
    asked = held.questions.get(pk=question.pk)
    access.check_can_answer(by, asked)
    given = Answer.objects.create(
        question=asked,
        on=on,
        answered_by=answered_by,
        words=rules.words_in(words, "Write the answer"),
        in_writing=in_writing,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.answer",
        subject=held.subject,
        details={"question": question.pk, "answer": given.pk},
    )
    return given


@transaction.atomic
def decide(*, by: Viewer, at: datetime, meeting: Meeting, decided: Decided) -> Decision:
    """Write down what a meeting decided; an action or a new date goes into follow-up with it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the meeting was not held, or its minutes are agreed.
        ItemMissing: an action or a new date without the commitment, title or day that it needs.
        NothingSaid: there are no words.
        followup.rules.DateRefused: the date cannot be set so.
        followup.operations.OwnerRefused: the owner has no role in the organisation that acts.
    """
    held = Held.kept(by, meeting, _HELD, "Decisions are written once the meeting is held.")
    words = rules.words_in(decided.words, "Write what was decided")
    action = None
    if decided.kind is DecisionKind.ACTION:
        action = _add_action(by, at, decided, words)
    elif decided.kind is DecisionKind.NEW_DATE:
        _move(by, at, held, decided, words)
    decision = Decision.objects.create(
        meeting=held,
        item=decided.item,
        kind=decided.kind,
        words=words,
        action=action,
        due_on=decided.due_on,
        is_public=decided.is_public,
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.decide",
        subject=held.subject,
        details={
            "decision": decision.pk,
            "kind": decided.kind,
            "action": action.pk if action else None,
        },
    )
    return decision


@transaction.atomic
def write_minutes(
    *, by: Viewer, at: datetime, meeting: Meeting, words: str, private_words: str
) -> Minutes:
    """Write the minutes, or write them again: the latest version is the one to agree.

    Args:
        words: what the public may read where the meeting is public.
        private_words: what is not public.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: the meeting was not held, or its minutes are agreed.
        NothingSaid: there are no words.
    """
    held = Held.kept(by, meeting, _HELD, "Minutes are written once the meeting is held.")
    minutes = Minutes.objects.create(
        meeting=held,
        version=held.minutes.count() + 1,
        words=rules.words_in(words, "Write the minutes"),
        private_words=private_words.strip(),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.write_minutes",
        subject=held.subject,
        details={"version": minutes.version},
    )
    return minutes


@transaction.atomic
def agree_minutes(*, by: Viewer, at: datetime, minutes: Minutes) -> None:
    """Agree the latest minutes, which somebody else wrote.

    Raises:
        access.Refused: the viewer does not act for the body, or wrote them.
        rules.OutOfOrder: they are agreed, or there is a later version.
    """
    held = Held.locked(minutes.meeting)
    access.check_can_agree(by, held, minutes)
    rules.check_state(MeetingState(held.state), _HELD, "These minutes are agreed already.")
    if held.minutes.filter(version__gt=minutes.version).exists():
        raise rules.OutOfOrder("These minutes were written again: agree the latest version.")
    Minutes.objects.filter(pk=minutes.pk).update(agreed_at=at, agreed_by_id=signed_in(by))
    held.state = MeetingState.AGREED
    held.save(update_fields=["state"])
    record(
        by=by,
        at=at,
        act="scrutiny.agree_minutes",
        subject=held.subject,
        details={"version": minutes.version},
    )


def _add_action(by: Viewer, at: datetime, decided: Decided, words: str) -> Action:
    commitment = _commitment(decided)
    if not decided.title.strip():
        raise ItemMissing("Write what is to be done, in a line.")
    target = Target(decided.due_on, Whose.INTERNAL) if decided.due_on else None
    new = followup.NewAction(
        title=decided.title.strip(), words=words, owner=decided.owner, target=target
    )
    return followup.add_action(by=by, at=at, commitment=commitment, action=new)


def _move(by: Viewer, at: datetime, meeting: Meeting, decided: Decided, words: str) -> None:
    commitment = _commitment(decided)
    if decided.due_on is None:
        raise ItemMissing("Enter the new date.")
    reason = f"{meeting.title}, {meeting.on.isoformat()}: {words}"
    target = Target(decided.due_on, Whose.INTERNAL, reason)
    followup.set_target(by=by, at=at, thing=commitment, target=target)


def _commitment(decided: Decided) -> Commitment:
    if decided.item is None or decided.item.commitment is None:
        raise ItemMissing("Choose the recommendation that this is about.")
    return decided.item.commitment
