"""Courses, who took them with which result, postings, and figures as they were stated.

Results are appended and the latest counts; what was recorded wrongly is struck out and stays.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from answerable.statute import Confidence
from answerable_site.people.models import Organisation, User
from answerable_site.training.rules import Duty, FigureKind, Outcome, Purpose


class Entry(models.Model):
    """What somebody recorded. It is struck out with a reason where it was wrong, never deleted."""

    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    struck_because = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_struck(self) -> bool:
        return self.struck_at is not None


class Course(models.Model):
    """A course as one organisation keeps it, such as the SSAIDP."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    """What everybody calls it; lists name it so."""
    name = models.CharField(max_length=200)
    succeeded_by = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    succeeded_on = models.DateField(null=True)
    """The first day on which the successor is taught instead."""
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "code"), name="training_one_course_a_code"
            ),
            models.CheckConstraint(
                condition=Q(succeeded_by__isnull=True, succeeded_on__isnull=True)
                | Q(succeeded_by__isnull=False, succeeded_on__isnull=False)
                & ~Q(succeeded_by=F("id")),
                name="training_succeeded_by_another_on_a_day",
            ),
        )


class CourseVersion(models.Model):
    """A course as it was taught for a while."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="versions")
    label = models.CharField(max_length=40)
    taught_from = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("course__code", "taught_from", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("course", "label"), name="training_one_version_a_label"
            ),
        )

    @property
    def name(self) -> str:
        """Such as "SSAIDP 2021"."""
        return f"{self.course.code} {self.label}"


class Counting(Entry):
    """From when to when a version counts, for what, for how long, and who says so."""

    version = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="countings")
    purpose = models.CharField(max_length=20, choices=[(p.value, p.label) for p in Purpose])
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    lasts_months = models.PositiveSmallIntegerField(null=True)
    """None where it does not run out."""
    refresher_months = models.PositiveSmallIntegerField(null=True)
    """None where no refresher is due."""
    source = models.CharField(max_length=500)
    """Where it is written that it counts, and for how long."""
    confidence = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Confidence])

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="training_counting_ends_after_it_begins",
            ),
        )


class CourseEvent(models.Model):
    """A course held at a place on some days."""

    version = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="events")
    place = models.CharField(max_length=200)
    first_day = models.DateField()
    last_day = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-last_day", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="training_event_ends_after_it_begins",
            ),
        )


class TrainingRecord(models.Model):
    """What one organisation keeps about the training of a person. It stays when they leave."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="training_records")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("user__full_name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "user"), name="training_one_record_a_person"
            ),
        )


class Posting(Entry):
    """That somebody is posted to a duty in a unit, from and to dates inclusive."""

    record = models.ForeignKey(TrainingRecord, on_delete=models.PROTECT, related_name="postings")
    duty = models.CharField(max_length=20, choices=[(d.value, d.label) for d in Duty])
    unit = models.CharField(max_length=60)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="training_posting_ends_after_it_begins",
            ),
        )


class Qualification(Entry):
    """A qualification from a certificate that is shown, for want of a result here."""

    record = models.ForeignKey(
        TrainingRecord, on_delete=models.PROTECT, related_name="qualifications"
    )
    version = models.ForeignKey(CourseVersion, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    """The last day that the certificate names; None where it names none."""
    evidence = models.CharField(max_length=500)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="training_qualification_ends_after_it_begins",
            ),
        )


class Development(Entry):
    """Continuing professional development: what somebody did on a day, and for how long."""

    record = models.ForeignKey(
        TrainingRecord, on_delete=models.PROTECT, related_name="developments"
    )
    on = models.DateField()
    what = models.CharField(max_length=200)
    minutes = models.PositiveIntegerField()

    class Meta:
        ordering = ("-on", "-pk")


class Intake(models.Model):
    """A list of attendance that was loaded whole."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class Booking(models.Model):
    """A place of a person on an event. What became of it stands in its results."""

    event = models.ForeignKey(CourseEvent, on_delete=models.PROTECT, related_name="bookings")
    record = models.ForeignKey(TrainingRecord, on_delete=models.PROTECT, related_name="bookings")
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    intake = models.ForeignKey(Intake, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("record__user__full_name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("event", "record"), name="training_one_place_a_person"),
        )


class Result(models.Model):
    """What became of a place; appended, the latest recorded counts."""

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="results")
    outcome = models.CharField(max_length=20, choices=[(o.value, o.label) for o in Outcome])
    on = models.DateField()
    """The day on which it was decided."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    intake = models.ForeignKey(Intake, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")


class StatedFigure(models.Model):
    """A published figure with its working, as it stood when somebody stated it; never changed."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in FigureKind])
    reference_on = models.DateField()
    """The 31 March on which its financial year ends."""
    value = models.PositiveIntegerField()
    working = models.JSONField()
    """How many places or records are what, by the value of `Place` or `Presence`."""
    stated_at = models.DateTimeField()
    stated_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-stated_at", "-pk")
