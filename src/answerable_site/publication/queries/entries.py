"""What the public sees, and what waits for a publisher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import ExtractYear

from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import (
    EditionFile,
    EntryCorrection,
    EntryCorrectionQuerySet,
    PublicEdition,
    PublicInspection,
    PublicInspectionQuerySet,
    PublicResponse,
    PublishedFile,
)
from answerable_site.publication.rules import FileFormat


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader of the public register asks for; empty fields ask for nothing."""

    body: str = ""
    """Slug of a body."""
    state: str = ""
    """One of `STATES`."""
    year: int | None = None
    """Year in which the inspectorate published."""


STATES = ("in_time", "late", "not_known", "overdue", "running", "no_clock")


def public_inspections(wanted: Wanted, *, on: date) -> PublicInspectionQuerySet:
    """Released entries with their `responses`, newest report first.

    Args:
        wanted: the filters.
        on: the civil date on which somebody looks; decides what is overdue.
    """
    found = released_entries()
    if wanted.body:
        found = found.filter(body_slug=wanted.body)
    if wanted.year:
        found = found.filter(published_on__year=wanted.year)
    return _in_state(found, wanted.state, on=on)


def _in_state(found: PublicInspectionQuerySet, state: str, *, on: date) -> PublicInspectionQuerySet:
    match state:
        case "in_time":
            return found.answered_in_time()
        case "late":
            return found.answered_late()
        case "not_known":
            return found.not_known()
        case "overdue":
            return found.overdue(on)
        case "running":
            return found.running(on)
        case "no_clock":
            return found.without_clock()
        case _:
            return found


def public_bodies() -> dict[str, tuple[str, ...]]:
    """The names of every body with a released entry by its slug, the latest name first."""
    named = (
        PublicInspection.objects.released()
        .order_by()
        .values_list("body_slug", "body_name")
        .annotate(latest=Max("prepared_at"))
        .order_by("-latest", "body_name")
    )
    found: dict[str, tuple[str, ...]] = {}
    for slug, name, _ in named:
        found[slug] = (*found.get(slug, ()), name)
    return found


def public_years() -> list[int]:
    """Years in which a report with a released entry was published, newest first."""
    return list(
        PublicInspection.objects.released()
        .order_by()
        .annotate(year=ExtractYear("published_on"))
        .values_list("year", flat=True)
        .distinct()
        .order_by("-year")
    )


def released_entries() -> PublicInspectionQuerySet:
    """Everything that stands in the public register, with its `responses` newest first."""
    return PublicInspection.objects.released().prefetch_related(versions())


def versions(**when: date) -> Prefetch[str]:
    """Published versions newest first, without what only their own pages need.

    Args:
        when: what is asked of a version, such as `published_on__lte`.
    """
    return Prefetch(
        "responses",
        queryset=PublicResponse.objects.filter(**when)
        .defer("html", "document")
        .select_related("inspection")
        .prefetch_related(_files())
        .order_by("-version"),
    )


def _files() -> Prefetch[str]:
    """The files of a version, without their bytes."""
    return Prefetch("files", queryset=PublishedFile.objects.defer("content"))


def entries_at(body: str, inspection: str) -> PublicInspectionQuerySet:
    """The entry at a public address with its released `corrections`, newest first; empty unless
    the entry is released."""
    return (
        released_entries()
        .select_related("body")
        .defer("body__logo")
        .filter(body_slug=body, slug=inspection)
        .prefetch_related(_released_corrections())
    )


def entries_of_feed(body: str = "") -> PublicInspectionQuerySet:
    """Every released entry, or those of one body, with `responses` and released `corrections`."""
    found = released_entries().prefetch_related(_released_corrections())
    return found.filter(body_slug=body) if body else found


def _released_corrections() -> Prefetch[str]:
    """Corrections that the public sees, newest first."""
    return Prefetch(
        "corrections", queryset=EntryCorrection.objects.released().order_by("-released_at")
    )


def versions_at(body: str, inspection: str, version: int) -> QuerySet[PublicResponse]:
    """The published version at a public address, withdrawn or not, with its `files`."""
    return (
        PublicResponse.objects.filter(
            inspection__released_at__isnull=False,
            inspection__body_slug=body,
            inspection__slug=inspection,
            version=version,
        )
        .select_related("inspection")
        .prefetch_related(_files())
    )


def published_versions(body: str = "") -> QuerySet[PublicResponse]:
    """Every published version of all bodies or of one, withdrawn or not, without its words."""
    found = PublicResponse.objects.filter(inspection__released_at__isnull=False)
    if body:
        found = found.filter(inspection__body_slug=body)
    return found.defer("html", "document").select_related("inspection").prefetch_related(_files())


def files_at(
    body: str, inspection: str, version: int, format_: FileFormat
) -> QuerySet[PublishedFile]:
    """The file of a published version in one format, with its `response`, withdrawn or not."""
    return PublishedFile.objects.filter(
        response__in=versions_at(body, inspection, version), format=format_
    ).select_related("response__inspection")


def entries_visible_to(viewer: Viewer) -> PublicInspectionQuerySet:
    """Entries, released or not, on which bodies act for which the viewer publishes."""
    return PublicInspection.objects.filter(acted_on_by(viewer)).select_related("prepared_by")


def acted_on_by(viewer: Viewer, entry: str = "") -> Q:
    """The same rule as `PublicInspection.answering_body_id`, for the database.

    Args:
        entry: the way from the row that is asked for to its entry, such as "inspection__".
    """
    bodies = viewer.organisations_where(Role.PUBLISHER)
    return Q(**{f"{entry}passed_to__in": bodies}) | Q(
        **{f"{entry}passed_to__isnull": True, f"{entry}body__in": bodies}
    )


def waiting_entries(viewer: Viewer) -> PublicInspectionQuerySet:
    """Entries that wait for a publisher of the viewer's bodies, oldest first."""
    return entries_visible_to(viewer).waiting().order_by("prepared_at")


def responses_visible_to(viewer: Viewer) -> QuerySet[PublicResponse]:
    """Published versions of entries on which bodies act for which the viewer publishes."""
    return PublicResponse.objects.filter(acted_on_by(viewer, "inspection__")).select_related(
        "inspection"
    )


def corrections_visible_to(viewer: Viewer) -> EntryCorrectionQuerySet:
    """Corrections, released or not, of entries on which bodies act for which the viewer
    publishes."""
    return EntryCorrection.objects.filter(acted_on_by(viewer, "entry__")).select_related(
        "entry", "prepared_by"
    )


def waiting_corrections(viewer: Viewer) -> EntryCorrectionQuerySet:
    """Corrections that wait for a publisher of the viewer's bodies, oldest first."""
    return corrections_visible_to(viewer).waiting()


def editions_of_feed(body: str = "") -> QuerySet[PublicEdition]:
    """Every released edition of public meetings, or those of one body, the newest first."""
    found = _editions().filter(released_at__isnull=False).order_by("-released_at", "-pk")
    return found.filter(meeting__body_slug=body) if body else found


def editions_at(body: str, meeting: str) -> QuerySet[PublicEdition]:
    """The released editions of the meeting at a public address, the newest first."""
    return (
        _editions(with_page=True)
        .filter(released_at__isnull=False, meeting__body_slug=body, meeting__slug=meeting)
        .order_by("-number")
    )


def edition_files(edition: PublicEdition) -> QuerySet[EditionFile]:
    """The files of an edition, with their bytes."""
    return EditionFile.objects.filter(edition=edition)


def standing_editions(body: str) -> list[PublicEdition]:
    """The edition of each meeting of a body that was released last, the latest meeting first."""
    later = PublicEdition.objects.filter(
        meeting=OuterRef("meeting"), number__gt=OuterRef("number"), released_at__isnull=False
    )
    return list(editions_of_feed(body).filter(~Exists(later)).order_by("-on", "-pk"))


def editions_visible_to(viewer: Viewer) -> QuerySet[PublicEdition]:
    """Editions, released or not, of meetings of bodies for which the viewer publishes."""
    bodies = viewer.organisations_where(Role.PUBLISHER)
    passed = Q(meeting__passed_to__in=bodies)
    own = Q(meeting__passed_to__isnull=True, meeting__body__in=bodies)
    return _editions(with_page=True).filter(passed | own)


def waiting_editions(viewer: Viewer) -> QuerySet[PublicEdition]:
    """Those that wait for a publisher of the viewer's bodies, oldest first."""
    later = PublicEdition.objects.filter(meeting=OuterRef("meeting"), number__gt=OuterRef("number"))
    return (
        editions_visible_to(viewer)
        .defer("html", "document")
        .filter(~Exists(later), released_at__isnull=True)
        .select_related("prepared_by")
        .order_by("prepared_at")
    )


def _editions(*, with_page: bool = False) -> QuerySet[PublicEdition]:
    found = PublicEdition.objects.select_related("meeting").prefetch_related(
        Prefetch("files", queryset=EditionFile.objects.defer("content"))
    )
    return found if with_page else found.defer("html", "document")
