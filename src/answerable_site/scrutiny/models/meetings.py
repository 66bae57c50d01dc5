"""Meetings, the series that they belong to, and who was there."""

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.scrutiny import rules


class Noted(models.Model):
    """Something that a person wrote down at a moment."""

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ("at", "pk")


class Kept(models.Model):
    """What a meeting and a series have in common."""

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in rules.MeetingKind])
    openness = models.CharField(max_length=20, choices=[(o, o.label) for o in rules.Openness])
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    """Where it can be followed."""

    class Meta:
        abstract = True


class Series(Kept, Noted):
    """Meetings that come back at an interval."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    every_weeks = models.PositiveSmallIntegerField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("body_id", "title", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(every_weeks__gte=1), name="scrutiny_a_series_has_an_interval"
            ),
        )


class Meeting(Kept, Noted):
    """A meeting of a local policing body with those whom it holds to account."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="meetings")
    series = models.ForeignKey(Series, null=True, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    begins = models.CharField(max_length=5, blank=True)
    """The time in the United Kingdom at which it begins, as "14:30"; empty if not known."""
    state = models.CharField(
        max_length=20,
        default=rules.MeetingState.PLANNED,
        choices=[(s, s.label) for s in rules.MeetingState],
    )
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(held_at__isnull=False, held_by__isnull=False)
                | Q(state__in=sorted(rules.BEFORE_HELD)),
                name="scrutiny_held_by_somebody",
            ),
        )
        indexes = (models.Index(fields=("body", "-on"), name="scrutiny_latest_first"),)

    @property
    def subject(self) -> str:
        """As the record of acts names it."""
        return f"scrutiny.meeting:{self.pk}"


class DayChange(Noted):
    """A meeting was moved to another day; the first row keeps its first day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="day_changes")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.TextField()

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(from_on=models.F("to_on")),
                name="scrutiny_another_day_with_a_reason",
            ),
        )


class CallingOff(Noted):
    """A meeting will not be held."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="calling_off")
    on = models.DateField()
    """The civil date on which it was called off."""
    reason = models.TextField()

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""), name="scrutiny_called_off_with_a_reason"
            ),
        )


class BodyChange(Noted):
    """A meeting passed from the body that kept it to the one that succeeded."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="body_changes")
    from_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    to_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    """The first day of the successor."""


class Attendance(Noted):
    """Somebody who came, or sent apologies."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    name = models.CharField(max_length=200)
    office_title = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200)
    presence = models.CharField(max_length=20, choices=[(p, p.label) for p in rules.Presence])
