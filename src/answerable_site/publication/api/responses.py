"""The public register and the published responses."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router
from pydantic import Field

from answerable_site.interface import (
    NOT_CHANGED,
    SLUG,
    Page,
    Paging,
    Problem,
    changed_at,
    page_down,
    page_of,
)
from answerable_site.publication import presenters, queries
from answerable_site.publication.api.told import (
    ListedResponse,
    PublicBody,
    PublicInspectionTold,
    PublicResponseTold,
)

router = Router(tags=["Public register"])
Slug = Annotated[str, Field(max_length=200, pattern=SLUG, description="As its address names it.")]
State = Literal["in_time", "late", "not_known", "overdue", "running", "no_clock"]
Body = Annotated[str | None, Field(max_length=100, pattern=SLUG)]


class WantedInspections(Paging):
    """Which inspections."""

    body: Body = None
    """The body’s part of addresses."""
    state: State | None = None
    """How the answer stands today."""
    year: int | None = Field(None, ge=1900, le=2999)
    """The year in which the inspectorate published."""


class WantedResponses(Paging):
    """Which versions."""

    body: Body = None
    """The body’s part of addresses."""


@router.get("/bodies", response={200: list[PublicBody], **NOT_CHANGED}, url_name="bodies")
def bodies(request: HttpRequest) -> Any:
    """Bodies of which something is in the public register."""
    return [
        {
            "slug": slug,
            "name": latest,
            "former_names": former,
            "address": _at(reverse("publication:body", args=[slug])),
        }
        for slug, (latest, *former) in sorted(queries.public_bodies().items())
    ]


@router.get(
    "/inspections",
    response={200: Page[PublicInspectionTold], **NOT_CHANGED},
    url_name="inspections",
)
def inspections(
    request: HttpRequest, response: HttpResponse, wanted: Query[WantedInspections]
) -> Any:
    """Inspections in the public register, the newest report first."""
    today = timezone.localdate()
    asked = queries.Wanted(body=wanted.body or "", state=wanted.state or "", year=wanted.year)
    rows, following = page_down(
        queries.public_inspections(asked, on=today),
        by=("published_on", "pk"),
        of="inspections",
        paging=wanted,
    )
    told = [_inspection(entry) for entry in rows]
    return page_of(told, following, request=request, response=response)


@router.get(
    "/inspections/{body}/{inspection}",
    response={200: PublicInspectionTold, **NOT_CHANGED},
    url_name="inspection",
)
def inspection(request: HttpRequest, body: Path[Slug], inspection: Path[Slug]) -> Any:
    """One inspection in the public register, with every version of the response."""
    entry = queries.entries_at(body, inspection).first()
    if entry is None:
        raise Problem("not-found", "No inspection is public at this address.")
    return _inspection(entry)


@router.get("/responses", response={200: Page[ListedResponse], **NOT_CHANGED}, url_name="responses")
def responses(request: HttpRequest, response: HttpResponse, wanted: Query[WantedResponses]) -> Any:
    """Published versions of responses, the latest first; those that were withdrawn say so."""
    rows, following = page_down(
        queries.published_versions(wanted.body or ""), by=("pk",), of="responses", paging=wanted
    )
    told = [_version(version) for version in rows]
    return page_of(told, following, request=request, response=response)


@router.get(
    "/responses/{body}/{inspection}/{version}",
    response={200: PublicResponseTold, **NOT_CHANGED},
    url_name="response",
)
def response(
    request: HttpRequest,
    response: HttpResponse,
    body: Path[Slug],
    inspection: Path[Slug],
    version: Path[Annotated[int, Field(ge=1, le=1_000_000)]],
) -> Any:
    """One published version with its words, as it was signed."""
    found = queries.versions_at(body, inspection, version).first()
    if found is None:
        raise Problem("not-found", "No version of a response is public at this address.")
    changed_at(response, found.withdrawn_at or found.published_at)
    return _version(found) | {"document": None if found.withdrawn_at else found.document}


def _inspection(entry: Any) -> dict[str, Any]:
    told = presenters.public_facts(entry, on=timezone.localdate(), site=settings.PUBLIC_ADDRESS)
    return told | {"body_slug": entry.body_slug, "slug": entry.slug}


def _version(version: Any) -> dict[str, Any]:
    told = presenters.version_facts(version, site=settings.PUBLIC_ADDRESS)
    return told | {
        "body_slug": version.inspection.body_slug,
        "inspection_slug": version.inspection.slug,
        "title": version.inspection.title,
    }


def _at(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"
