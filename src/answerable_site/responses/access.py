"""Who may open the pages of this app, and who may draft, comment, sign and publish."""

from __future__ import annotations

from answerable_site.people.access import Refused, RouteRules, holds, takes_part
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication import access as press
from answerable_site.responses.models import Preparation

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
    "responses:prepare": _DRAFTS,
    "responses:prepare_entry": _DRAFTS,
    "responses:correct_entry": _DRAFTS,
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
}


def check_can_draft(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a response officer of the body."""
    if not can_draft(viewer, body_id):
        raise Refused("Only a response officer of this body can do this.")


def can_draft(viewer: Viewer, body_id: int) -> bool:
    """Whether `check_can_draft` would pass."""
    return viewer.holds_in(body_id, Role.RESPONSE_OFFICER)


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
    """Raises Refused unless the viewer is a publisher of the body and somebody else signed."""
    press.check_can_publish_signed(viewer, body_id, signer_id=signer_id)


def can_publish(viewer: Viewer, body_id: int, *, signer_id: int) -> bool:
    """Whether the viewer may publish what this person signed."""
    return viewer.holds_in(body_id, Role.PUBLISHER) and viewer.user_id != signer_id


def publishes(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer is a publisher of the body."""
    return viewer.holds_in(body_id, Role.PUBLISHER)
