"""A meeting while it is changed."""

from __future__ import annotations

from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import access, rules
from answerable_site.scrutiny.models import Meeting
from answerable_site.scrutiny.rules import MeetingState

PLANNED = frozenset({MeetingState.PLANNED})
BEFORE_AGREED = frozenset({MeetingState.FROZEN, MeetingState.HELD})
FROZEN_OR_LATER = BEFORE_AGREED | {MeetingState.AGREED}


class NothingSaid(ValueError):
    """Something has to be said; the message says what."""


def locked(meeting: Meeting) -> Meeting:
    """The meeting, locked until the transaction ends."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)


def kept(by: Viewer, meeting: Meeting, allowed: frozenset[MeetingState], sentence: str) -> Meeting:
    """The locked meeting, if the viewer keeps it and it is in one of the states.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: with the sentence.
    """
    access.check_can_keep(by, meeting.body_id)
    held = locked(meeting)
    rules.check_state(MeetingState(held.state), allowed, sentence)
    return held


def words_in(given: str, ask: str) -> str:
    """The words without blanks around them; raises NothingSaid with the sentence if none."""
    if not given.strip():
        raise NothingSaid(ask)
    return given.strip()


def subject_of(meeting: Meeting) -> str:
    """As the record of acts names it."""
    return f"scrutiny.meeting:{meeting.pk}"
