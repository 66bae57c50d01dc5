"""Reviews of who looked at which case. Verdicts, answers and events are added, never changed."""

from __future__ import annotations

from django.db import models

from answerable_site.accessreview.rules.breaches import BreachStep, Regime
from answerable_site.accessreview.rules.handing_out import Recipient
from answerable_site.accessreview.rules.verdicts import Answer, Verdict
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseOpening
from answerable_site.people.models import Organisation, User


class GlassReview(models.Model):
    """What an access auditor said about a case that was opened by breaking the glass."""

    opening = models.ForeignKey(CaseOpening, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=20, choices=[(v.value, v.label) for v in Verdict])
    words = models.TextField()
    reviewed_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-reviewed_at", "-pk")


class Sample(models.Model):
    """The looks of one week that an organisation's supervisors are asked about."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    week_begins = models.DateField()
    """The Monday, in Europe/London."""
    seed = models.PositiveBigIntegerField()
    """With it and the record of access anybody can draw the same sample again."""
    drawn_at = models.DateTimeField()

    class Meta:
        ordering = ("-week_begins", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "week_begins"), name="accessreview_one_sample_a_week"
            ),
        )


class SampledLook(models.Model):
    """A look that was drawn."""

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="looks")
    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="+")
    """The audit entry that the look left."""
    looker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    record = models.CharField(max_length=200)
    """The case, as the audit record names it."""

    class Meta:
        ordering = ("pk",)


class SampleAnswer(models.Model):
    """What a supervisor said about a look that was drawn."""

    look = models.ForeignKey(SampledLook, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=20, choices=[(a.value, a.label) for a in Answer])
    words = models.TextField()
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-answered_at", "-pk")


class Breach(models.Model):
    """A personal-data breach as it was first recorded; what came later stands in its events."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    regime = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Regime])
    became_known_at = models.DateTimeField()
    what_happened = models.TextField()
    kinds_of_data = models.TextField()
    people_concerned = models.PositiveIntegerField(null=True)
    """How many; none where it is not known."""
    consequences = models.TextField()
    measures = models.TextField()
    opening = models.ForeignKey(
        CaseOpening, null=True, on_delete=models.PROTECT, related_name="breaches"
    )
    """The broken glass that led to it, if one did."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-became_known_at", "-pk")


class BreachEvent(models.Model):
    """What was done about a breach, or became known of it."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="events")
    step = models.CharField(max_length=30, choices=[(s.value, s.label) for s in BreachStep])
    happened_at = models.DateTimeField()
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("happened_at", "pk")


class HandOut(models.Model):
    """That somebody outside asks for what is held about a case, as an access auditor noted it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Recipient])
    recipient_name = models.CharField(max_length=200)
    """Which court, or which office acts for the person; never the person's name."""
    purpose = models.TextField()
    asked_at = models.DateTimeField()
    """What was held before this moment goes; looking at it before it is released adds nothing."""
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-asked_at", "-pk")


class Release(models.Model):
    """What a second person handed out, exactly as it went."""

    hand_out = models.OneToOneField(HandOut, on_delete=models.PROTECT, related_name="release")
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    records = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    """Of the JSON file."""
    sealed = models.TextField()
    """The JSON file, under encryption."""
