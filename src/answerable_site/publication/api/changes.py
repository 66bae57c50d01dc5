"""What changed since somebody looked, and everything at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from answerable_site.interface import LIMIT, NOT_CHANGED, Cursor
from answerable_site.publication import presenters, queries
from answerable_site.publication.api.told import BulkFile, Changes
from answerable_site.publication.rules import PublicChange

router = Router(tags=["Changes and open data"])
CHANGES = "changes"
JSONL = "application/jsonl"
_BULK = (
    ("register.csv", "The public register", "text/csv", "publication:register_csv"),
    ("inspections.jsonl", "The public register with every version", JSONL, "api:bulk_inspections"),
    (
        "catalogue.jsonld",
        "Catalogue of figures (DCAT)",
        "application/ld+json",
        "publication:catalogue",
    ),
    ("heads.jsonl", "Signed heads of the record of acts", JSONL, "publication:heads_file"),
)


class Since(Schema):
    """Since when."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    since: Annotated[str | None, Field(max_length=500)] = None
    """Where to go on: as `next` of the answer before gives it. Without it, from the beginning."""
    limit: int = Field(LIMIT, ge=1, le=LIMIT)
    """How many acts at most; one act on several data sets is as many changes."""


@router.get("/changes", response={200: Changes, **NOT_CHANGED}, url_name="changes")
def changes(request: HttpRequest, response: HttpResponse, wanted: Query[Since]) -> Any:
    """What became public and what was taken back, in the order in which it happened.

    Keep the address in `next` and ask it again later: nothing is told twice and nothing is missed.
    """
    after = 0
    if wanted.since:
        (after,) = Cursor.read(wanted.since, of=CHANGES, keys=1).after
    found, last = queries.public_changes(after, most=wanted.limit)
    following, _ = queries.public_changes(last, most=1)
    query = request.GET.copy()
    query["since"] = Cursor(CHANGES, (last,)).signed()
    address = f"{settings.PUBLIC_ADDRESS}{request.path}?{query.urlencode()}"
    response["Link"] = f'<{address}>; rel="next"'
    return {"items": [_change(one) for one in found], "next": address, "more": bool(following)}


@router.get("/open-data", response={200: list[BulkFile], **NOT_CHANGED}, url_name="open_data")
def open_data(request: HttpRequest) -> Any:
    """Files that hold everything of one kind, at addresses that stay."""
    return [
        {
            "name": name,
            "title": title,
            "media_type": media_type,
            "address": f"{settings.PUBLIC_ADDRESS}{reverse(route)}",
        }
        for name, title, media_type, route in _BULK
    ]


@router.get(
    "/open-data/inspections.jsonl",
    response={200: str},
    url_name="bulk_inspections",
    openapi_extra={
        "responses": {
            200: {
                "description": "One inspection a line, each as its own address tells it.",
                "content": {JSONL: {"schema": {"type": "string"}}},
            }
        }
    },
)
def bulk_inspections(request: HttpRequest) -> Any:
    """The whole public register in one file, one inspection a line."""
    return HttpResponse(
        b"".join(_lines()),
        content_type=JSONL,
        headers={"Content-Disposition": 'attachment; filename="inspections.jsonl"'},
    )


def _lines() -> Iterator[bytes]:
    today = timezone.localdate()
    for entry in queries.released_entries().order_by("-published_on", "-pk").iterator(500):
        told = presenters.public_facts(entry, on=today, site=settings.PUBLIC_ADDRESS)
        told |= {"body_slug": entry.body_slug, "slug": entry.slug}
        yield json.dumps(told, ensure_ascii=False).encode() + b"\n"


def _change(change: PublicChange) -> dict[str, Any]:
    data = f"{settings.PUBLIC_ADDRESS}{change.data_path}" if change.data_path else None
    return {
        "number": change.number,
        "what": change.what,
        "at": change.at,
        "body_slug": change.body,
        "address": f"{settings.PUBLIC_ADDRESS}{change.path}",
        "data_address": data,
    }
