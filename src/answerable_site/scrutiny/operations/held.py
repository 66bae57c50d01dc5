"""A meeting while it is changed."""

from __future__ import annotations

from answerable_site.people.rules import Viewer
from answerable_site.scrutiny import access, rules
from answerable_site.scrutiny.models import Meeting
from answerable_site.scrutiny.rules import MeetingState

PLANNED = frozenset({MeetingState.PLANNED})
ANY_STATE = frozenset(MeetingState)
BEFORE_AGREED = frozenset({MeetingState.FROZEN, MeetingState.HELD})
FROZEN_OR_LATER = BEFORE_AGREED | {MeetingState.AGREED}


class Held:
    """Meetings, locked until the transaction ends."""

    @staticmethod
    def locked(meeting: Meeting) -> Meeting:
        """The meeting as it stands."""
        rows = Meeting.objects.select_for_update(of=("self",)).select_related("body")
        return rows.get(pk=meeting.pk)

    @staticmethod
    def kept(
        by: Viewer, meeting: Meeting, allowed: frozenset[MeetingState], sentence: str
    ) -> Meeting:
        """The meeting, if the viewer keeps it and it is in one of the states.

        Raises:
            access.Refused: the viewer is no response officer of the body.
            rules.OutOfOrder: with the sentence.
        """
        held = Held.locked(meeting)
        access.check_can_keep(by, held.body_id)
        rules.check_state(MeetingState(held.state), allowed, sentence)
        return held
