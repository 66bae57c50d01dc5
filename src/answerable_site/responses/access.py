"""Who may open the pages of this app, and who may draft, comment, sign and publish."""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, holds, takes_part
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication import access as press
from answerable_site.responses.models import ApprovalStep, Preparation

_DRAFTS = holds(Role.RESPONSE_OFFICER)

ROUTES: RouteRules = {
    "responses:responses": takes_part,
    "responses:response": takes_part,
    "responses:document": takes_part,
    "responses:explanations": takes_part,
    "responses:history": takes_part,
    "responses:invite": _DRAFTS,
    "responses:enter_comments": _DRAFTS,
    "responses:record_no_comments": _DRAFTS,
    "responses:submit_comments": holds(Role.CHIEF_OFFICERS_OFFICE),
    "responses:own_comments": _DRAFTS,
    "responses:reply": _DRAFTS,
    "responses:explain": _DRAFTS,
    "responses:keep_unsaved": holds(Role.RESPONSE_OFFICER, Role.CHIEF_OFFICERS_OFFICE),
    "responses:discard_unsaved": holds(Role.RESPONSE_OFFICER, Role.CHIEF_OFFICERS_OFFICE),
    "responses:plain_english": takes_part,
    "responses:compare": takes_part,
    "responses:prepare": _DRAFTS,
    "responses:prepare_entry": _DRAFTS,
    "responses:correct_entry": _DRAFTS,
    "responses:tell_progress": _DRAFTS,
    "responses:decide_binding": _DRAFTS,
    "responses:revise": _DRAFTS,
    "responses:give_up_revision": _DRAFTS,
    "responses:exclusions": takes_part,
    "responses:exclude": holds(Role.HOLDER),
    "responses:lift_exclusion": holds(Role.HOLDER),
    "responses:approve": holds(Role.APPROVER),
    "responses:approval_steps": holds(Role.ADMINISTRATOR),
    "responses:end_approval_step": holds(Role.ADMINISTRATOR),
    "responses:evaluation": takes_part,
    "responses:evaluation_file": takes_part,
    "responses:milestones": takes_part,
    "responses:pause_milestones": _DRAFTS,
    "responses:end_pause": _DRAFTS,
    "responses:past": takes_part,
    "responses:past_csv": takes_part,
    "responses:past_response": takes_part,
    "responses:past_file": takes_part,
    "responses:record_past": _DRAFTS,
    "responses:takeover": _DRAFTS,
    "responses:takeover_template": _DRAFTS,
    "responses:takeover_check": _DRAFTS,
    "responses:takeover_load": _DRAFTS,
    "responses:sign": holds(Role.HOLDER),
    "responses:publish": holds(Role.PUBLISHER),
    "responses:file": takes_part,
    "responses:send_invitation": _DRAFTS,
    "responses:dispatches": takes_part,
    "responses:send_copy": _DRAFTS,
    "responses:record_dispatch": _DRAFTS,
    "responses:recipients": takes_part,
    "responses:recipient": _DRAFTS,
    "responses:specified_information": takes_part,
    "responses:record_specified_information": _DRAFTS,
}


def person_id(viewer: Viewer) -> int:
    """The key of the person who acts; raises Refused if nobody is signed in."""
    if viewer.user_id is None:
        raise Refused("Sign in to do this.")
    return viewer.user_id


def check_can_draft(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a response officer of the body."""
    if not can_draft(viewer, body_id):
        raise Refused("Only a response officer of this body can do this.")


def can_draft(viewer: Viewer, body_id: int) -> bool:
    """Whether `check_can_draft` would pass."""
    return viewer.holds_in(body_id, Role.RESPONSE_OFFICER)


def check_can_exclude(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a holder or delegate of the body."""
    if not can_exclude(viewer, body_id):
        raise Refused("Only the holder of this body’s office, or a delegate, can decide this.")


def can_exclude(viewer: Viewer, body_id: int) -> bool:
    """Whether `check_can_exclude` would pass."""
    return viewer.holds_in(body_id, Role.HOLDER)


def works_for(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer has a role in the body itself, not in its force alone."""
    return any(post.organisation_id == body_id for post in viewer.posts)


def check_can_set_steps(viewer: Viewer, body_id: int) -> int:
    """The identifier of an administrator of the body; raises Refused for anybody else."""
    if viewer.user_id is None or not viewer.holds_in(body_id, Role.ADMINISTRATOR):
        raise Refused("Only an administrator of this body can set its checks.")
    return viewer.user_id


def check_can_approve(viewer: Viewer, step: ApprovalStep, preparation: Preparation) -> None:
    """Raises Refused unless the viewer is an approver for the step and somebody else prepared."""
    if not viewer.holds_in(step.organisation_id, Role.APPROVER):
        raise Refused(f"Only an approver of {step.organisation.name} can approve this step.")
    if viewer.user_id == preparation.prepared_by_id:
        raise Refused("You prepared this response. Somebody else must approve it.")


def can_approve(viewer: Viewer, step: ApprovalStep, preparation: Preparation) -> bool:
    """Whether `check_can_approve` would pass."""
    return (
        viewer.holds_in(step.organisation_id, Role.APPROVER)
        and viewer.user_id != preparation.prepared_by_id
    )


def check_can_submit_comments(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer works for the chief officer of the body's force."""
    if not can_submit_comments(viewer, body_id):
        raise Refused("Only the office of the chief officer of this body’s force can do this.")


def can_submit_comments(viewer: Viewer, body_id: int) -> bool:
    """Whether `check_can_submit_comments` would pass."""
    return any(
        post.role is Role.CHIEF_OFFICERS_OFFICE and post.policing_body_id == body_id
        for post in viewer.posts
    )


def check_can_write_something(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer writes any of the texts of the body's responses."""
    if not (can_draft(viewer, body_id) or can_submit_comments(viewer, body_id)):
        raise Refused("Only those who write a part of this response can do this.")


def check_can_sign(viewer: Viewer, body_id: int, preparation: Preparation) -> None:
    """Raises Refused unless the viewer is a holder or delegate of the body and somebody else
    prepared the response."""
    if not viewer.holds_in(body_id, Role.HOLDER):
        raise Refused("Only the holder of this body’s office, or a delegate, can sign.")
    if viewer.user_id == preparation.prepared_by_id:
        raise Refused("You prepared this response. Somebody else must sign it.")


def can_sign(viewer: Viewer, body_id: int, preparation: Preparation) -> bool:
    """Whether `check_can_sign` would pass."""
    return viewer.holds_in(body_id, Role.HOLDER) and viewer.user_id != preparation.prepared_by_id


def check_can_publish(viewer: Viewer, body_id: int, *, signer_id: int) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    signer."""
    press.check_can_publish_signed(viewer, body_id, signer_id=signer_id)


def can_publish(viewer: Viewer, body_id: int, *, signer_id: int) -> bool:
    """Whether the viewer may publish what this person signed."""
    return press.can_publish_signed(viewer, body_id, signer_id=signer_id)


def publishes(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer is a publisher of the body."""
    return viewer.holds_in(body_id, Role.PUBLISHER)
