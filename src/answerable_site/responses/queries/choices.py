"""What a writer may choose from, and what they have kept and not saved."""

from __future__ import annotations

from django.db.models import QuerySet

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses.models import Response, UnsavedText


def other_responses(
    viewer: Viewer, body: Organisation, inspection: Inspection
) -> QuerySet[Response]:
    """Responses of the body to other inspections, that of the newest report first."""
    return (
        Response.objects.filter(body=body, body__in=viewer.policing_body_ids)
        .exclude(inspection=inspection)
        .select_related("inspection")
        .order_by("-inspection__published_on", "-pk")
    )


def unsaved_text(viewer: Viewer, response: Response | None, form: str) -> UnsavedText | None:
    """What the viewer typed in a page and did not save; nobody sees another person's."""
    if response is None or viewer.user_id is None:
        return None
    return UnsavedText.objects.filter(
        response=response, person_id=viewer.user_id, form=form
    ).first()
