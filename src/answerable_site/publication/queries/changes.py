"""What became public or was taken back, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from django.urls import reverse

from answerable_site.audit.models import AuditEntry
from answerable_site.audit.queries import acts_after
from answerable_site.publication.models import (
    DataSetEdition,
    PublicEdition,
    PublicFeedback,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)
from answerable_site.publication.rules import BY_ACT, Happened, PublicChange

_Where = tuple[str, str, str]
"""The body, the path of the page and that of the data."""


def public_changes(after: int, *, most: int) -> tuple[list[PublicChange], int]:
    """Changes that follow a place in the order, and the place up to which they were looked for.

    Args:
        after: the number of the last change that is known; 0 for none.
        most: how many acts are looked at; one that releases several data sets is as many changes.
    """
    entries = acts_after(after, BY_ACT, most=most)
    return list(chain.from_iterable(map(_changes, entries))), (
        entries[-1].sequence if entries else after
    )


def changes_of(entry: AuditEntry) -> list[PublicChange]:
    """What one act is to the public; nothing if it is none of `BY_ACT`."""
    return list(_changes(entry)) if entry.act in BY_ACT else []


def _changes(entry: AuditEntry) -> Iterator[PublicChange]:
    what = BY_ACT[entry.act]
    kind, _, number = entry.subject.partition(":")
    for body, path, data_path in _FOUND[kind](int(number)):
        yield PublicChange(entry.sequence, Happened(what), entry.at, body, path, data_path)


def _entry(pk: int) -> Iterator[_Where]:
    for one in PublicInspection.objects.released().filter(pk=pk):
        yield _of_inspection(one, one.path)


def _response(pk: int) -> Iterator[_Where]:
    found = PublicResponse.objects.filter(inspection__released_at__isnull=False, pk=pk)
    for one in found.select_related("inspection").defer("html", "document"):
        where = {"body": one.inspection.body_slug, "inspection": one.inspection.slug}
        at = {**where, "version": one.version}
        yield (
            where["body"],
            reverse("publication:version", kwargs=at),
            reverse("api:response", kwargs=at),
        )


def _progress(pk: int) -> Iterator[_Where]:
    found = PublicProgress.objects.released().filter(entry__released_at__isnull=False, pk=pk)
    for one in found.select_related("entry").defer("facts"):
        where = {"body": one.entry.body_slug, "inspection": one.entry.slug}
        yield (
            where["body"],
            reverse("publication:progress", kwargs=where),
            reverse("api:follow_up", kwargs=where),
        )


def _figures(pk: int) -> Iterator[_Where]:
    found = DataSetEdition.objects.filter(release=pk).select_related("data_set").defer("facts")
    for one in found.order_by("pk"):
        where = {"body": one.data_set.body_slug, "data_set": one.data_set.slug}
        yield where["body"], one.path, reverse("api:data_set", kwargs=where)


def _meeting(pk: int) -> Iterator[_Where]:
    found = PublicEdition.objects.filter(released_at__isnull=False, pk=pk)
    for one in found.select_related("meeting").defer("html", "document"):
        yield one.meeting.body_slug, one.meeting.path, ""


def _feedback(pk: int) -> Iterator[_Where]:
    for one in PublicFeedback.objects.released().filter(pk=pk).defer("facts"):
        where = {"body": one.body_slug, "feedback": one.slug}
        yield one.body_slug, reverse("publication:feedback", kwargs=where), ""


def _of_inspection(entry: PublicInspection, path: str) -> _Where:
    where = {"body": entry.body_slug, "inspection": entry.slug}
    return entry.body_slug, path, reverse("api:inspection", kwargs=where)


_FOUND: dict[str, Callable[[int], Iterator[_Where]]] = {
    "publication.publicinspection": _entry,
    "publication.publicresponse": _response,
    "publication.publicprogress": _progress,
    "publication.figuresrelease": _figures,
    "publication.publicedition": _meeting,
    "publication.publicfeedback": _feedback,
}
