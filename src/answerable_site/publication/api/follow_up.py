"""What became of recommendations, as it was released."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router

from answerable_site.interface import (
    NOT_CHANGED,
    Page,
    Paging,
    Problem,
    changed_at,
    page_down,
    page_of,
)
from answerable_site.publication import queries
from answerable_site.publication.api.responses import Body, Slug
from answerable_site.publication.api.told import FollowUp, ListedFollowUp

router = Router(tags=["Follow-up"])


class WantedFollowUp(Paging):
    """Of which body."""

    body: Body = None
    """The body’s part of addresses."""


@router.get(
    "/follow-up", response={200: Page[ListedFollowUp], **NOT_CHANGED}, url_name="follow_ups"
)
def follow_ups(request: HttpRequest, response: HttpResponse, wanted: Query[WantedFollowUp]) -> Any:
    """What became of the recommendations of every inspection, the latest published first."""
    found = queries.latest_progress(on=timezone.localdate(), body=wanted.body or "")
    rows, following = page_down(found, by=("pk",), of="follow-up", paging=wanted)
    told = [_listed(snapshot) for snapshot in rows]
    return page_of(told, following, request=request, response=response)


@router.get(
    "/follow-up/{body}/{inspection}",
    response={200: FollowUp, **NOT_CHANGED},
    url_name="follow_up",
)
def follow_up(
    request: HttpRequest, response: HttpResponse, body: Path[Slug], inspection: Path[Slug]
) -> Any:
    """What became of the recommendations of one inspection, as it was released last."""
    snapshot = queries.progress_as_at(body, inspection, timezone.localdate())
    if snapshot is None:
        raise Problem("not-found", "Nothing stands in public at this address.")
    changed_at(response, snapshot.released_at)
    return _listed(snapshot) | {"told": snapshot.told.as_json()["recommendations"]}


def _listed(snapshot: Any) -> dict[str, Any]:
    told, entry = snapshot.told, snapshot.entry
    where = {"body": entry.body_slug, "inspection": entry.slug}
    return {
        "body_slug": entry.body_slug,
        "inspection_slug": entry.slug,
        "title": entry.title,
        "as_of": snapshot.as_of,
        "published_on": snapshot.released_on,
        "recommendations": len(told.recommendations),
        "commitments": len(told.commitments),
        "late": told.late,
        "moved": told.moved,
        "closed": told.closed,
        "content_hash": snapshot.content_hash,
        "address": f"{settings.PUBLIC_ADDRESS}{reverse('publication:progress', kwargs=where)}",
    }
