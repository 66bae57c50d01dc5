"""Programmes that a viewer plans, their frames, and how far the reviews of drawn files are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.models import FileReview, FrameEntry, Programme
from answerable_site.casework.queries import people_to_assign
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviews of a sample are."""

    files: int
    double: int
    wanted: int
    """Reviews wanted altogether."""
    assigned: int
    locked: int


def subject_of(programme: Programme) -> str:
    """The name of a programme in the audit record."""
    return f"casereviews.programme:{programme.pk}"


def stratum_of_entry(entry: FrameEntry) -> Stratum:
    """The stratum in which a case was frozen."""
    return Stratum(entry.stratum)


def forces_planned_for(viewer: Viewer) -> QuerySet[Organisation]:
    """Forces whose case files a viewer may have reviewed."""
    forces = viewer.organisations_where(Role.SUPERVISOR)
    return (
        Organisation.objects.filter(pk__in=forces, kind=OrganisationKind.POLICE_FORCE)
        .defer("logo")
        .order_by("name")
    )


def programmes_planned_by(viewer: Viewer) -> QuerySet[Programme]:
    """Reviews of the forces in which a viewer supervises, the latest first."""
    return (
        Programme.objects.filter(force__in=viewer.organisations_where(Role.SUPERVISOR))
        .select_related("force", "planned_by", "frozen_by", "drawn_by", "closed_by")
        .defer("force__logo")
    )


def progress_of(programme: Programme) -> Progress:
    """How far the reviews of its files are."""
    drawn = programme.entries.filter(place__isnull=False)
    counts = drawn.aggregate(files=Count("pk"), double=Count("pk", filter=Q(is_double=True)))
    reviews = FileReview.objects.standing().filter(entry__programme=programme)
    done = reviews.aggregate(
        assigned=Count("pk"), locked=Count("pk", filter=Q(locked_at__isnull=False))
    )
    return Progress(
        files=counts["files"],
        double=counts["double"],
        wanted=counts["files"] + counts["double"],
        assigned=done["assigned"],
        locked=done["locked"],
    )


def drawn_entries(programme: Programme) -> QuerySet[FrameEntry]:
    """The drawn files in the order of the draw, each with the reviews that stand."""
    reviews = FileReview.objects.standing().select_related("reviewer", "organisation")
    return (
        programme.entries.filter(place__isnull=False)
        .select_related("case__force", "programme")
        .defer("case__force__logo")
        .prefetch_related(Prefetch("reviews", reviews.defer("organisation__logo")))
    )


def drawn_seen_by(viewer: Viewer) -> QuerySet[FrameEntry]:
    """Drawn files of the reviews that a viewer plans."""
    reviews = FileReview.objects.standing().select_related("reviewer")
    return (
        FrameEntry.objects.filter(
            place__isnull=False,
            programme__force__in=viewer.organisations_where(Role.SUPERVISOR),
        )
        .select_related("programme__force", "case")
        .defer("programme__force__logo")
        .prefetch_related(Prefetch("reviews", reviews))
    )


def reviews_taken_back_by(viewer: Viewer) -> QuerySet[FileReview]:
    """Reviews that nobody has locked, of programmes that a viewer plans."""
    return (
        FileReview.objects.standing()
        .filter(
            locked_at__isnull=True,
            entry__programme__force__in=viewer.organisations_where(Role.SUPERVISOR),
        )
        .select_related("entry__programme", "reviewer")
    )


def reviewers_to_ask(viewer: Viewer, programme: Programme, *, on: date) -> QuerySet[User]:
    """Reviewers of case files of the force, and of organisations that share a drawn case."""
    shared = FrameEntry.objects.filter(
        programme=programme,
        place__isnull=False,
        case__shares__ended_at__isnull=True,
        case__shares__organisation=OuterRef("organisation"),
    )
    posts = Assignment.objects.in_force(on).filter(
        Q(organisation=programme.force_id)
        | Q(organisation__kind=OrganisationKind.INSPECTORATE) & Exists(shared),
        role=Role.FILE_REVIEWER,
    )
    planned = viewer.holds_in(programme.force_id, Role.SUPERVISOR)
    found = User.objects.filter(is_active=True, pk__in=posts.values("user"))
    return found.order_by("full_name", "pk") if planned else found.none()


def reviewers_of(
    viewer: Viewer, entry: FrameEntry, *, among: Collection[int], on: date
) -> dict[int, Assignment]:
    """Who of some people may review a drawn file, by number, with the post in which they would:
    nobody who works on the case or ever did other than as a reviewer, and nobody who has it."""
    posts = people_to_assign(viewer, entry.case, on=on).filter(
        role=Role.FILE_REVIEWER, user__in=among
    )
    working = entry.case.assignments.filter(user__in=among).exclude(
        pk__in=FileReview.objects.filter(entry__case=entry.case_id).values("work")
    )
    taken = set(working.values_list("user", flat=True))
    return {
        post.user_id: post
        for post in posts.select_related("user", "organisation").order_by("-pk")
        if post.user_id not in taken
    }
