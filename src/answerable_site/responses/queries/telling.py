"""Of which inspection a body tells the public what becomes of the recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import PublicInspection
from answerable_site.register.models import Inspection
from answerable_site.responses.queries.duties import duty_visible_to


@dataclass(frozen=True, slots=True)
class Telling:
    """An inspection, and the body that tells of it."""

    inspection: Inspection
    body: Organisation
    entry: PublicInspection | None
    """Where it is told; None while it is not in the public register, or another body tells it."""
    has_response: bool
    """The body answers it; what it took over from another body it only follows up."""


def telling_visible_to(viewer: Viewer, *, inspection_id: int, body_slug: str) -> Telling | None:
    """What a body tells of an inspection that it answers, or that it took over to follow up; None
    unless the viewer takes part in that."""
    entries = PublicInspection.objects.filter(responses_entry__response__inspection=inspection_id)
    duty = duty_visible_to(viewer, inspection_id=inspection_id, body_slug=body_slug)
    if duty is not None:
        own = entries.filter(responses_entry__response=duty.response) if duty.response else []
        entry = next((one for one in own if one.telling_body_id == duty.body.pk), None)
        return Telling(duty.inspection, duty.body, entry, has_response=True)
    body = (
        Organisation.objects.filter(
            slug=body_slug, pk__in=viewer.organisations_where(Role.RESPONSE_OFFICER)
        )
        .defer("logo")
        .first()
    )
    followed = commitments_visible_to(viewer).filter(
        body=body, recommendation__inspection=inspection_id
    )
    if body is None or not followed.exists():
        return None
    inspection = Inspection.objects.get(pk=inspection_id)
    return Telling(
        inspection, body, entries.filter(followed_up_by=body).first(), has_response=False
    )
