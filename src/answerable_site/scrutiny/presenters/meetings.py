"""Meetings in words, and what a viewer can do with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import TAKES_PART_IN_RESPONSES, Role, Viewer
from answerable_site.scrutiny import access
from answerable_site.scrutiny.rules import STILL_AHEAD, MeetingKind, MeetingState, Openness

if TYPE_CHECKING:
    from answerable_site.scrutiny.models import Meeting, Question

_COLOURS = {
    MeetingState.PLANNED: "govuk-tag--blue",
    MeetingState.FROZEN: "govuk-tag--purple",
    MeetingState.HELD: "govuk-tag--yellow",
    MeetingState.AGREED: "govuk-tag--green",
    MeetingState.CALLED_OFF: "govuk-tag--red",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting on a list."""

    meeting_id: int
    title: str
    body: str
    when: str
    kind: str
    openness: str
    state: str
    colour: str


def listed(meeting: Meeting) -> Listed:
    """One meeting, for a list and for the top of its page."""
    state = MeetingState(meeting.state)
    begins = f" at {meeting.begins}" if meeting.begins else ""
    return Listed(
        meeting_id=meeting.pk,
        title=meeting.title,
        body=meeting.body.name,
        when=f"{date_in_words(meeting.on)}{begins}",
        kind=MeetingKind(meeting.kind).label,
        openness=Openness(meeting.openness).label,
        state=state.label,
        colour=_COLOURS[state],
    )


@dataclass(frozen=True, slots=True)
class Acts:
    """What a viewer can do with a meeting as far as it has come."""

    change: bool
    move: bool
    """Or call it off."""
    hold: bool
    attend: bool
    ask: bool
    decide: bool
    write: bool
    agree: bool
    publish: bool
    correct: bool
    withdraw: bool
    reads_drafts: bool
    """Whether minutes that nobody agreed are shown: to people of the body."""


def acts(viewer: Viewer, meeting: Meeting) -> Acts:
    """What the viewer can do, of a meeting with its `minutes`."""
    state = MeetingState(meeting.state)
    keeps = access.can_keep(viewer, meeting.body_id)
    minutes = list(meeting.minutes.all())
    has_pack = hasattr(meeting, "pack")
    return Acts(
        change=keeps and state is MeetingState.PLANNED,
        move=keeps and state in STILL_AHEAD,
        hold=keeps and state is MeetingState.FROZEN,
        attend=keeps and state not in {MeetingState.AGREED, MeetingState.CALLED_OFF},
        ask=keeps and state in {MeetingState.FROZEN, MeetingState.HELD},
        decide=keeps and state is MeetingState.HELD,
        write=keeps and state is MeetingState.HELD,
        agree=access.can_agree(viewer, meeting, minutes[-1] if minutes else None),
        publish=keeps and has_pack and meeting.openness != Openness.CLOSED,
        correct=keeps and has_pack and state is not MeetingState.CALLED_OFF,
        withdraw=viewer.holds_in(meeting.body_id, Role.PUBLISHER),
        reads_drafts=viewer.holds_in(meeting.body_id, *TAKES_PART_IN_RESPONSES),
    )


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question with its answers."""

    question: Question
    may_answer: bool
    due: str
    """By when an answer in writing is due; empty once there is one, and where none was promised."""


def shown_questions(viewer: Viewer, meeting: Meeting) -> list[ShownQuestion]:
    """The questions of a meeting, each with whether the viewer may answer it."""
    shown = []
    for question in meeting.questions.all():
        waits = question.answer_due_on and not question.answers.all()
        shown.append(
            ShownQuestion(
                question=question,
                may_answer=access.can_answer(viewer, question),
                due=f"An answer in writing is due by {date_in_words(question.answer_due_on)}."
                if waits and question.answer_due_on
                else "",
            )
        )
    return shown
