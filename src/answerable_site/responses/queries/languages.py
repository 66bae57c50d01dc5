"""In which languages a body gives its responses."""

from __future__ import annotations

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.responses.models import BodyComments, Explanation, Reply


def has_given_welsh(viewer: Viewer, body: Organisation) -> bool:
    """Whether a body has written Welsh beside the English of any of its responses: then each
    further text is asked for in both languages."""
    if body.pk not in viewer.policing_body_ids:
        return False
    return any(
        kind.objects.filter(response__body=body).exclude(welsh="").exists()
        for kind in (Explanation, BodyComments, Reply)
    )
