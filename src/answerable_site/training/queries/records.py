"""Whose training records, courses and events a viewer sees."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.rules import Role, Viewer
from answerable_site.training.access import kept_by
from answerable_site.training.models import (
    Booking,
    Counting,
    Course,
    CourseEvent,
    CourseVersion,
    Development,
    Posting,
    Qualification,
    TrainingRecord,
)
from answerable_site.training.queries.facts import with_results
from answerable_site.training.rules import COUNTED_DUTY, LEARNS


def organisations_kept_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations whose training a viewer keeps."""
    return _organisations(kept_by(viewer))


def organisations_seen_by(viewer: Viewer) -> QuerySet[Organisation]:
    """The organisations of which a viewer sees who is qualified."""
    return _organisations(viewer.organisations_where(Role.TRAINING_COORDINATOR, Role.SUPERVISOR))


def records_visible_to(viewer: Viewer) -> QuerySet[TrainingRecord]:
    """Training records that a viewer keeps, by name; of those who left, too."""
    return _whole(TrainingRecord.objects.filter(organisation__in=kept_by(viewer)))


def own_records(viewer: Viewer) -> QuerySet[TrainingRecord]:
    """The viewer’s own training records, in the organisations where they work now."""
    here = viewer.organisations_where(*LEARNS)
    own = TrainingRecord.objects.filter(user=viewer.user_id, organisation__in=here)
    return _whole(own)


def names_of(organisation: Organisation) -> dict[int, str]:
    """The names of those with a training record, by the number of the record, in their order."""
    records = TrainingRecord.objects.filter(organisation=organisation)
    return dict(records.values_list("pk", "user__full_name"))


def users_of(organisation: Organisation) -> dict[int, int]:
    """Whose each training record is: the number of the person by that of the record."""
    records = TrainingRecord.objects.filter(organisation=organisation)
    return dict(records.order_by("pk").values_list("pk", "user"))


def people_without_record(organisation: Organisation, *, on: date) -> QuerySet[User]:
    """People with a role in an organisation in which one learns, and no record there."""
    posts = Assignment.objects.in_force(on).filter(organisation=organisation, role__in=LEARNS)
    held = TrainingRecord.objects.filter(organisation=organisation)
    return (
        User.objects.filter(pk__in=posts.values("user"), is_active=True)
        .exclude(pk__in=held.values("user"))
        .order_by("full_name", "pk")
    )


def courses_visible_to(viewer: Viewer) -> QuerySet[Course]:
    """Courses that a viewer keeps."""
    return Course.objects.filter(organisation__in=kept_by(viewer)).select_related(
        "organisation", "succeeded_by"
    )


def versions_visible_to(viewer: Viewer) -> QuerySet[CourseVersion]:
    """Versions of courses that a viewer keeps."""
    return CourseVersion.objects.filter(course__organisation__in=kept_by(viewer)).select_related(
        "course__organisation"
    )


def versions_of(course: Course) -> QuerySet[CourseVersion]:
    """The versions of a course, each with from when to when it counts."""
    countings = Counting.objects.select_related("struck_by")
    return course.versions.select_related("course").prefetch_related(
        Prefetch("countings", countings)
    )


def countings_visible_to(viewer: Viewer) -> QuerySet[Counting]:
    """From when to when versions count that a viewer keeps; those struck out, too."""
    return Counting.objects.filter(
        version__course__organisation__in=kept_by(viewer)
    ).select_related("version__course", "recorded_by", "struck_by")


def events_visible_to(viewer: Viewer) -> QuerySet[CourseEvent]:
    """Events of courses that a viewer keeps, the latest first."""
    return (
        CourseEvent.objects.filter(version__course__organisation__in=kept_by(viewer))
        .select_related("version__course__organisation")
        .annotate(booked=Count("bookings"))
        .order_by("-last_day", "-pk")
    )


def bookings_visible_to(viewer: Viewer) -> QuerySet[Booking]:
    """Places on events of courses that a viewer keeps."""
    return with_results(Booking.objects.filter(record__organisation__in=kept_by(viewer)))


def places_on(event: CourseEvent) -> QuerySet[Booking]:
    """The places on an event with their results, by name."""
    return with_results(event.bookings.all())


def places_of(record: TrainingRecord) -> QuerySet[Booking]:
    """The places of one person with their results, the latest event first."""
    return with_results(record.bookings.all()).order_by("-event__last_day", "-pk")


def people_to_book(event: CourseEvent) -> QuerySet[TrainingRecord]:
    """Training records of whoever could get a place on an event, by name."""
    return (
        TrainingRecord.objects.filter(
            organisation=event.version.course.organisation_id, user__is_active=True
        )
        .exclude(bookings__event=event)
        .select_related("user")
    )


def postings_visible_to(viewer: Viewer) -> QuerySet[Posting]:
    """Postings of people whose training a viewer keeps; those struck out, too."""
    return Posting.objects.filter(record__organisation__in=kept_by(viewer)).select_related(
        "record__user"
    )


def qualifications_visible_to(viewer: Viewer) -> QuerySet[Qualification]:
    """Certificates of people whose training a viewer keeps; those struck out, too."""
    return Qualification.objects.filter(record__organisation__in=kept_by(viewer)).select_related(
        "record__user"
    )


def developments_visible_to(viewer: Viewer) -> QuerySet[Development]:
    """Continuing professional development of people whose training a viewer keeps."""
    return Development.objects.filter(record__organisation__in=kept_by(viewer)).select_related(
        "record__user"
    )


def _organisations(keys: frozenset[int]) -> QuerySet[Organisation]:
    kinds = tuple(COUNTED_DUTY)
    return Organisation.objects.filter(pk__in=keys, kind__in=kinds).defer("logo").order_by("name")


def _whole(records: QuerySet[TrainingRecord]) -> QuerySet[TrainingRecord]:
    """With all that the page of one shows, apart from its places."""
    return (
        records.select_related("user", "organisation")
        .defer("organisation__logo")
        .prefetch_related(
            Prefetch("postings", Posting.objects.select_related("struck_by")),
            Prefetch(
                "qualifications",
                Qualification.objects.select_related("version__course", "struck_by"),
            ),
            Prefetch("developments", Development.objects.select_related("struck_by")),
        )
    )
