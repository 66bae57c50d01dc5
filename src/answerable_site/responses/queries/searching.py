"""Responses whose page somebody may open, and the words that stand in them.

The index is a table beside the responses that the database keeps true (migration 0004).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet

from answerable_site.fulltext import Index
from answerable_site.people.rules import Viewer
from answerable_site.responses.models import (
    BodyComments,
    ChiefOfficerComments,
    Explanation,
    Reply,
    Response,
)
from answerable_site.responses.queries.duties import duties_of

RESPONSES: Final = Index("responses_search", has_welsh=True)
"""The title of the report, comments, reply and explanations."""


def responses_visible_to(viewer: Viewer) -> QuerySet[Response]:
    """Responses of which `duty_visible_to` finds the duty."""
    duties = duties_of(viewer).filter(
        inspection=OuterRef("inspection"), organisation=OuterRef("body")
    )
    return Response.objects.filter(Exists(duties))


def words_of(responses: Sequence[Response]) -> list[str]:
    """The latest of every text of some responses that the caller may see, in the order of the
    responses."""
    keys = [response.pk for response in responses]
    latest: dict[int, dict[tuple[str, int | None], str]] = {key: {} for key in keys}
    for response_id, part, text in _versions(keys):
        latest[response_id][part] = text
    return ["\n\n".join(filter(None, latest[key].values())) for key in keys]


def _versions(keys: list[int]) -> Iterator[tuple[int, tuple[str, int | None], str]]:
    """Of each version its response, what it is a version of, and its text; the latest last."""
    said = ChiefOfficerComments.objects.filter(response__in=keys).order_by("version")
    for response_id, text in said.values_list("response_id", "text"):
        yield response_id, ("ChiefOfficerComments", None), text
    for model in (BodyComments, Reply):
        rows = model.objects.filter(response__in=keys).order_by("version")
        for response_id, text, welsh in rows.values_list("response_id", "text", "welsh"):
            yield response_id, (model.__name__, None), f"{text}\n\n{welsh}".strip()
    explained = Explanation.objects.filter(
        response__in=keys, recommendation__withdrawn_at__isnull=True
    ).order_by("version")
    for response_id, finding, text, welsh in explained.values_list(
        "response_id", "recommendation_id", "text", "welsh"
    ):
        yield response_id, ("Explanation", finding), f"{text}\n\n{welsh}".strip()
