"""What words find among what a viewer may see: each app says what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, QuerySet

from answerable_site.followup import queries as followup
from answerable_site.followup.models import Action, Commitment
from answerable_site.fulltext import Asked, Index, Marked, Term, mark
from answerable_site.people.rules import Viewer
from answerable_site.publication import queries as publication
from answerable_site.publication.models import PublicText
from answerable_site.register import queries as register
from answerable_site.register import search as registered
from answerable_site.register.models import Inspection, Recommendation
from answerable_site.responses import queries as responses
from answerable_site.responses.models import Response
from answerable_site.search import access
from answerable_site.search.rules import Kind

WORDS_ALONE: Final = 4
"""Words of a question that are asked each for itself where nothing has all of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one kind: its keys, in order."""

    kind: Kind
    keys: tuple[int, ...]
    is_all: bool
    """Whether there is no more than is counted."""

    @property
    def count(self) -> int:
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, with the places that answer."""

    kind: Kind
    row: Any
    """Of the model of its kind, with what its line tells."""
    title: Marked
    text: Marked


@dataclass(frozen=True, slots=True)
class _Source:
    """How a kind is searched."""

    index: Index
    visible: Callable[[Viewer], QuerySet[Any]]
    """In an order in which a long list can be walked."""
    told: Callable[[QuerySet[Any]], QuerySet[Any]]
    """With what a line tells."""
    titles: Callable[[Sequence[Any]], list[str]]
    texts: Callable[[Sequence[Any]], list[str]]


def found(viewer: Viewer, asked: Asked, kind: Kind) -> Found:
    """What answers of one kind; nothing of a kind of which the viewer may open no page."""
    if kind not in access.kinds_for(viewer):
        return Found(kind, (), is_all=True)
    source = _SOURCES[kind]
    keys, is_all = source.index.first(source.visible(viewer), asked)
    return Found(kind, keys, is_all=is_all)


def hits(viewer: Viewer, asked: Asked, kind: Kind, keys: Iterable[int]) -> list[Hit]:
    """Some of what was found, read for the viewer, in the order of the keys."""
    source = _SOURCES[kind]
    wanted = list(keys)
    rows = source.told(source.visible(viewer).order_by()).in_bulk(wanted)
    shown = [rows[key] for key in wanted if key in rows]
    has_welsh = source.index.has_welsh
    titles = mark(source.titles(shown), asked, has_welsh=has_welsh)
    texts = mark(source.texts(shown), asked, has_welsh=has_welsh)
    return [
        Hit(kind, row, title, text) for row, title, text in zip(shown, titles, texts, strict=True)
    ]


def words_alone(viewer: Viewer, asked: Asked) -> list[tuple[Term, int]]:
    """Of each of several words how many results it has by itself, those with none left out.

    Counted among what the viewer may see, as everything else.
    """
    if len(asked.wanted) < 2:
        return []
    counted = [
        (term, sum(found(viewer, Asked((term,)), kind).count for kind in Kind))
        for term in asked.wanted[:WORDS_ALONE]
    ]
    return [(term, count) for term, count in counted if count]


def indexed() -> list[tuple[str, int, int]]:
    """Of each index its table, how many rows it is of, and how many it has."""
    tables = (
        (registered.INSPECTIONS, Inspection.objects),
        (registered.RECOMMENDATIONS, Recommendation.with_withdrawn),
        (responses.RESPONSES, Response.objects),
        (followup.COMMITMENTS, Commitment.objects),
        (followup.ACTIONS, Action.objects),
        (publication.TEXTS, PublicText.objects),
    )
    return [(index.table, rows.count(), index.count()) for index, rows in tables]


def _inspections(viewer: Viewer) -> QuerySet[Any]:
    return register.inspections_visible_to(viewer).order_by("-published_on", "title", "pk")


def _responses(viewer: Viewer) -> QuerySet[Any]:
    return responses.responses_visible_to(viewer).order_by("-inspection__published_on", "pk")


def _commitments(viewer: Viewer) -> QuerySet[Any]:
    return followup.commitments_listed_to(viewer).order_by("-changed_at", "pk")


def _actions(viewer: Viewer) -> QuerySet[Any]:
    return followup.actions_listed_to(viewer).order_by(F("original_on").asc(nulls_last=True), "pk")


_SOURCES: Final = {
    Kind.INSPECTION: _Source(
        registered.INSPECTIONS,
        _inspections,
        lambda rows: rows,
        lambda rows: [row.title for row in rows],
        lambda rows: ["\n".join(map(str, row.key_findings)) for row in rows],
    ),
    Kind.RECOMMENDATION: _Source(
        registered.RECOMMENDATIONS,
        register.recommendations_in_order,
        lambda rows: rows.select_related("inspection").prefetch_related("limbs"),
        lambda rows: [row.inspection.title for row in rows],
        lambda rows: [
            "\n".join((row.text, *(limb.text for limb in row.limbs.all()))) for row in rows
        ],
    ),
    Kind.RESPONSE: _Source(
        responses.RESPONSES,
        _responses,
        lambda rows: rows.select_related("inspection", "body").defer("body__logo"),
        lambda rows: [row.inspection.title for row in rows],
        responses.words_of,
    ),
    Kind.COMMITMENT: _Source(
        followup.COMMITMENTS,
        _commitments,
        lambda rows: rows.select_related("recommendation__inspection", "organisation").defer(
            "organisation__logo"
        ),
        lambda rows: [row.summary for row in rows],
        lambda rows: [row.promise for row in rows],
    ),
    Kind.ACTION: _Source(
        followup.ACTIONS,
        _actions,
        lambda rows: rows.select_related("organisation").defer("organisation__logo"),
        lambda rows: [row.title for row in rows],
        lambda rows: [row.words for row in rows],
    ),
}
