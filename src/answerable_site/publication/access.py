"""Who may open the pages of this app, and who may release and withdraw."""

from __future__ import annotations

from typing import TypeAlias

from answerable_site.people.access import (
    Refused,
    RouteRules,
    anybody,
    check_are_two_people,
    holds,
    passes,
)
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import (
    EntryCorrection,
    PublicEdition,
    PublicFeedback,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)
from answerable_site.publication.rules import DataFormat

Prepared: TypeAlias = (
    PublicInspection | EntryCorrection | PublicEdition | PublicProgress | PublicFeedback
)
"""What one person prepares and another releases."""

ROUTES: RouteRules = {
    "publication:register": anybody,
    "publication:register_csv": anybody,
    "publication:search": anybody,
    "publication:feed": anybody,
    "publication:record": anybody,
    "publication:heads_file": anybody,
    "publication:body": anybody,
    "publication:body_feed": anybody,
    "publication:inspection": anybody,
    "publication:facts": anybody,
    "publication:version": anybody,
    "publication:pdf": anybody,
    "publication:docx": anybody,
    "publication:odt": anybody,
    "publication:document": anybody,
    "publication:meetings": anybody,
    "publication:meeting": anybody,
    "publication:meeting_pdf": anybody,
    "publication:meeting_docx": anybody,
    "publication:meeting_odt": anybody,
    "publication:meeting_document": anybody,
    "publication:progress": anybody,
    "publication:progress_csv": anybody,
    "publication:progress_json": anybody,
    "publication:body_progress": anybody,
    "publication:body_progress_csv": anybody,
    "publication:late": anybody,
    "publication:data_sets": anybody,
    "publication:catalogue": anybody,
    "publication:figures_feed": anybody,
    "publication:data_set": anybody,
    "publication:data_set_edition": anybody,
    **{f"publication:data_set_{format_.name.lower()}": anybody for format_ in DataFormat},
    "publication:feedback_list": anybody,
    "publication:feedback": anybody,
    "api:bodies": anybody,
    "api:inspections": anybody,
    "api:inspection": anybody,
    "api:responses": anybody,
    "api:response": anybody,
    "api:follow_ups": anybody,
    "api:follow_up": anybody,
    "api:figures": anybody,
    "api:data_set": anybody,
    "api:changes": anybody,
    "api:open_data": anybody,
    "api:bulk_inspections": anybody,
    "publication:release_feedback": holds(Role.PUBLISHER),
    "publication:withdraw_feedback": holds(Role.PUBLISHER),
    "publication:release_progress": holds(Role.PUBLISHER),
    "publication:withdraw_progress": holds(Role.PUBLISHER),
    "publication:release_edition": holds(Role.PUBLISHER),
    "publication:withdraw_edition": holds(Role.PUBLISHER),
    "publication:waiting": holds(Role.PUBLISHER),
    "publication:release": holds(Role.PUBLISHER),
    "publication:release_correction": holds(Role.PUBLISHER),
    "publication:withdraw": holds(Role.PUBLISHER),
}
PUBLIC_ROUTES = frozenset(route for route, rule in ROUTES.items() if rule is anybody)
"""Pages and files of the press that everybody may open."""
IN_ORDER = frozenset({"api:changes"})
"""Of these, what is told in the order of the record of acts, which the press cannot read: of each
act it names but where the published thing stands."""


def check_can_prepare(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a response officer of the body."""
    if not viewer.holds_in(body_id, Role.RESPONSE_OFFICER):
        raise Refused("Only a response officer of this body can put something before the public.")


def check_can_publish(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a publisher of the body."""
    if not viewer.holds_in(body_id, Role.PUBLISHER):
        raise Refused("Only a publisher of this body can do this.")


def check_can_release(viewer: Viewer, entry: PublicInspection) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    one who prepared the entry."""
    _check_can_release(
        viewer,
        entry.prepared_by_id,
        entry.answering_body_id,
        "You prepared this entry of the public register.",
    )


def can_release(viewer: Viewer, entry: PublicInspection) -> bool:
    """Whether `check_can_release` would pass for an entry that still waits."""
    return _still_waits(entry) and can_release_for(
        viewer, entry.answering_body_id, prepared_by_id=entry.prepared_by_id
    )


def can_release_for(viewer: Viewer, body_id: int, *, prepared_by_id: int) -> bool:
    """Whether the viewer can release what somebody prepared for a body and what still waits.

    A list remembers the answer, which is one for all that the same person prepared.
    """
    return passes(lambda: _check_can_release(viewer, prepared_by_id, body_id, ""))


def check_can_release_correction(viewer: Viewer, correction: EntryCorrection) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    one who prepared it."""
    _check_can_release(
        viewer,
        correction.prepared_by_id,
        correction.entry.answering_body_id,
        "You prepared this correction.",
    )


def can_release_correction(viewer: Viewer, correction: EntryCorrection) -> bool:
    """Whether `check_can_release_correction` would pass for one that still waits."""
    return _still_waits(correction) and passes(
        lambda: check_can_release_correction(viewer, correction)
    )


def check_can_publish_signed(viewer: Viewer, body_id: int, *, signer_id: int) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    signer."""
    check_can_publish(viewer, body_id)
    ask = "Ask another publisher to publish it."
    if viewer.user_id == signer_id:
        raise Refused(f"You signed this response. {ask}")
    check_are_two_people(viewer, signer_id, who_acted_as=Role.HOLDER, ask=ask)


def can_publish_signed(viewer: Viewer, body_id: int, *, signer_id: int) -> bool:
    """Whether `check_can_publish_signed` would pass."""
    return passes(lambda: check_can_publish_signed(viewer, body_id, signer_id=signer_id))


def check_can_withdraw(viewer: Viewer, response: PublicResponse) -> None:
    """Raises Refused unless the viewer is a publisher of the body that answers here."""
    check_can_publish(viewer, response.inspection.answering_body_id)


def check_can_release_edition(viewer: Viewer, edition: PublicEdition) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    one who prepared it."""
    _check_can_release(
        viewer, edition.prepared_by_id, edition.meeting.keeping_body_id, "You prepared this."
    )


def can_release_edition(viewer: Viewer, edition: PublicEdition) -> bool:
    """Whether `check_can_release_edition` would pass for one that still waits."""
    return _still_waits(edition) and passes(lambda: check_can_release_edition(viewer, edition))


def check_can_release_progress(viewer: Viewer, snapshot: PublicProgress) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    one who prepared it."""
    _check_can_release(
        viewer,
        snapshot.prepared_by_id,
        snapshot.entry.telling_body_id,
        "You prepared this yourself.",
    )


def can_release_progress(viewer: Viewer, snapshot: PublicProgress) -> bool:
    """Whether `check_can_release_progress` would pass for one that still waits."""
    return _still_waits(snapshot) and passes(lambda: check_can_release_progress(viewer, snapshot))


def check_can_release_feedback(viewer: Viewer, feedback: PublicFeedback) -> None:
    """Raises Refused unless the viewer is a publisher of the body and a second person beside the
    one who prepared it."""
    _check_can_release(
        viewer, feedback.prepared_by_id, feedback.keeping_body_id, "You prepared this yourself."
    )


def can_release_feedback(viewer: Viewer, feedback: PublicFeedback) -> bool:
    """Whether `check_can_release_feedback` would pass for one that still waits."""
    return _still_waits(feedback) and passes(lambda: check_can_release_feedback(viewer, feedback))


def check_can_publish_figures(viewer: Viewer, body_id: int, *, prepared_by_id: int) -> None:
    """Raises Refused unless the viewer is a figure checker of the body and a second person beside
    the one who prepared them."""
    if not viewer.holds_in(body_id, Role.FIGURE_CHECKER):
        raise Refused("Only a figure checker of this organisation can release its figures.")
    ask = "Ask another figure checker to release them."
    if viewer.user_id == prepared_by_id:
        raise Refused(f"You prepared these figures. {ask}")
    check_are_two_people(viewer, prepared_by_id, who_acted_as=Role.ANALYST, ask=ask)


def check_can_withdraw_figures(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer works with the figures of the body: taking back needs no
    second person."""
    if not viewer.holds_in(body_id, Role.ANALYST, Role.FIGURE_CHECKER):
        raise Refused("Only who works with the figures of this organisation can withdraw them.")


def _check_can_release(viewer: Viewer, prepared_by_id: int, body_id: int, you: str) -> None:
    check_can_publish(viewer, body_id)
    ask = "Ask another publisher to release it."
    if viewer.user_id == prepared_by_id:
        raise Refused(f"{you} {ask}")
    check_are_two_people(viewer, prepared_by_id, who_acted_as=Role.RESPONSE_OFFICER, ask=ask)


def _still_waits(prepared: Prepared) -> bool:
    return prepared.released_at is None
