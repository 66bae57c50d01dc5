"""Published figures."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
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
from answerable_site.publication.api.responses import Body, Slug
from answerable_site.publication.api.told import DataSetTold, ListedDataSet
from answerable_site.publication.rules import DataFormat

router = Router(tags=["Figures"])


class WantedFigures(Paging):
    """Which data sets."""

    body: Body = None
    """The body’s part of addresses."""
    measure: Annotated[str | None, Field(max_length=100, pattern=SLUG)] = None
    """The name of a measure."""


@router.get("/figures", response={200: Page[ListedDataSet], **NOT_CHANGED}, url_name="figures")
def figures(request: HttpRequest, response: HttpResponse, wanted: Query[WantedFigures]) -> Any:
    """Data sets of figures as they stand, the latest edition first."""
    asked = queries.WantedFigures(body=wanted.body or "", measure=wanted.measure or "")
    rows, following = page_down(
        queries.data_sets_as_they_stand(asked), by=("pk",), of="figures", paging=wanted
    )
    told = [_listed(edition) for edition in rows]
    return page_of(told, following, request=request, response=response)


@router.get(
    "/figures/{body}/{data_set}",
    response={200: DataSetTold, **NOT_CHANGED},
    url_name="data_set",
)
def data_set(
    request: HttpRequest, response: HttpResponse, body: Path[Slug], data_set: Path[Slug]
) -> Any:
    """One data set: its figures as they stand, its files and all its editions."""
    editions = list(queries.data_set_editions_at(body, data_set))
    if not editions:
        raise Problem("not-found", "No figures are public at this address.")
    last = editions[0]
    changed_at(response, last.withdrawn_at or last.release.released_at)
    stands = last.withdrawn_at is None
    return _listed(last) | {
        "editions": [_edition(one) for one in editions],
        "files": [_file(last, file) for file in queries.data_set_files(last)] if stands else [],
        "data": last.facts if stands else None,
    }


def _listed(edition: Any) -> dict[str, Any]:
    return {
        "body_slug": edition.data_set.body_slug,
        "slug": edition.data_set.slug,
        "title": edition.title,
        "measure": edition.data_set.measure,
        "body": edition.release.body_name,
        "number": edition.number,
        "published_on": edition.release.released_on,
        "as_of": edition.as_of,
        "sentence": None if edition.withdrawn_at else edition.sentence,
        **_withdrawn(edition),
        "address": f"{settings.PUBLIC_ADDRESS}{edition.data_set.path}",
    }


def _edition(edition: Any) -> dict[str, Any]:
    return {
        "number": edition.number,
        "kind": edition.kind,
        "published_on": edition.release.released_on,
        "as_of": edition.as_of,
        "because": edition.correction,
        **_withdrawn(edition),
        "content_hash": edition.content_hash,
        "address": f"{settings.PUBLIC_ADDRESS}{edition.path}",
    }


def _withdrawn(edition: Any) -> dict[str, Any]:
    return {
        "withdrawn_at": edition.withdrawn_at,
        "withdrawn_because": edition.withdrawn_because or None,
    }


def _file(edition: Any, file: Any) -> dict[str, Any]:
    format_ = DataFormat(file.format)
    return {
        "format": format_.value,
        "media_type": format_.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "address": f"{settings.PUBLIC_ADDRESS}{presenters.file_href(edition, format_)}",
    }
