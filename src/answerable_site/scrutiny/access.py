"""Who reads meetings, who keeps them, and who answers."""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, holds, takes_part
from answerable_site.people.rules import Role, Viewer
from answerable_site.scrutiny.models import Meeting, Minutes, Question

_KEEPS = holds(Role.RESPONSE_OFFICER)
ANSWERS_FOR_A_FORCE = (Role.CHIEF_OFFICERS_OFFICE, Role.FORCE_LIAISON)

ROUTES: RouteRules = {
    "scrutiny:meetings": takes_part,
    "scrutiny:series": _KEEPS,
    "scrutiny:add_series": _KEEPS,
    "scrutiny:end_series": _KEEPS,
    "scrutiny:plan": _KEEPS,
    "scrutiny:meeting": takes_part,
    "scrutiny:change": _KEEPS,
    "scrutiny:move": _KEEPS,
    "scrutiny:call_off": _KEEPS,
    "scrutiny:agenda": _KEEPS,
    "scrutiny:propose": _KEEPS,
    "scrutiny:add_item": _KEEPS,
    "scrutiny:leave_out": _KEEPS,
    "scrutiny:move_item": _KEEPS,
    "scrutiny:set_publicity": _KEEPS,
    "scrutiny:freeze": _KEEPS,
    "scrutiny:pack": takes_part,
    "scrutiny:pack_file": takes_part,
    "scrutiny:correct_pack": _KEEPS,
    "scrutiny:attend": _KEEPS,
    "scrutiny:drop_attendance": _KEEPS,
    "scrutiny:ask": _KEEPS,
    "scrutiny:answer": holds(Role.RESPONSE_OFFICER, *ANSWERS_FOR_A_FORCE),
    "scrutiny:hold": _KEEPS,
    "scrutiny:decide": _KEEPS,
    "scrutiny:write_minutes": _KEEPS,
    "scrutiny:agree_minutes": holds(Role.RESPONSE_OFFICER, Role.HOLDER),
    "scrutiny:publish": _KEEPS,
}


def can_keep(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer keeps the meetings of a body."""
    return viewer.holds_in(body_id, Role.RESPONSE_OFFICER)


def check_can_keep(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless `can_keep`."""
    if not can_keep(viewer, body_id):
        raise Refused("Only a response officer of this policing body can do this.")


def can_answer(viewer: Viewer, question: Question) -> bool:
    """Whether the viewer may write an answer: the office, and the force that was asked."""
    return can_keep(viewer, question.meeting.body_id) or viewer.holds_in(
        question.put_to_id, *ANSWERS_FOR_A_FORCE
    )


def check_can_answer(viewer: Viewer, question: Question) -> None:
    """Raises Refused unless `can_answer`."""
    if not can_answer(viewer, question):
        raise Refused("Only those who were asked, and the office, can answer this.")


def can_agree(viewer: Viewer, meeting: Meeting, minutes: Minutes | None) -> bool:
    """Whether the viewer may agree the minutes: for the body, and not as their writer."""
    return (
        minutes is not None
        and minutes.agreed_at is None
        and viewer.holds_in(meeting.body_id, Role.RESPONSE_OFFICER, Role.HOLDER)
        and viewer.user_id != minutes.by_id
    )


def check_acts_for_body(viewer: Viewer, meeting: Meeting) -> None:
    """Raises Refused unless the viewer is a response officer or the holder of the body."""
    if not viewer.holds_in(meeting.body_id, Role.RESPONSE_OFFICER, Role.HOLDER):
        raise Refused("Only a response officer or the holder of this policing body can do this.")


def check_can_agree(viewer: Viewer, meeting: Meeting, minutes: Minutes) -> None:
    """Raises Refused unless the viewer acts for the body, and somebody else wrote the minutes."""
    check_acts_for_body(viewer, meeting)
    if viewer.user_id == minutes.by_id:
        raise Refused("You wrote these minutes yourself: somebody else must agree them.")
