"""Scrutiny panels of a policing body: sittings, anonymised bundles, scores and conclusions.

A bundle holds nothing that leads to a case. Which case it was made of stands apart, in a row that
PostgreSQL keeps like a case (migration 0004).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable_site.casereviews.models.reviews import FrameEntry
from answerable_site.casereviews.rules import PanelScore
from answerable_site.people.models import Organisation, User

_SCORES = [(one.value, one.label) for one in PanelScore]


class Panel(models.Model):
    """Independent people who look at how cases were dealt with. They cannot reopen one."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    remit = models.TextField()
    """What it looks at, and what for."""
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("title", "pk")


class Sitting(models.Model):
    """A day on which a panel talks about bundles. Until then each member reads by themselves."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="sittings")
    on = models.DateField()
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    """When the discussion began: scores of members are shown and stay from then on."""
    opened_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("panel", "on"), name="casereviews_one_sitting_a_day"),
        )


class Bundle(models.Model):
    """What a panel reads of one case: words that somebody wrote and somebody else looked at."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="bundles")
    """Where it is read next; a later one once a sitting came to no conclusion."""
    title = models.CharField(max_length=200)
    text = models.TextField()
    asks = models.TextField()
    """What the panel is asked."""
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="casereviews_bundle_withdrawn_with_a_reason",
            ),
        )


class BundleSource(models.Model):
    """Of which drawn file a bundle was made: for those of the force alone."""

    bundle = models.OneToOneField(Bundle, on_delete=models.PROTECT, related_name="source")
    entry = models.ForeignKey(FrameEntry, on_delete=models.PROTECT, related_name="bundles")


class MemberScore(models.Model):
    """What a member says before the discussion; the last that was said counts."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="scores")
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(choices=_SCORES)
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("bundle", "sitting", "member"), name="casereviews_one_score_a_member"
            ),
        )


class Conclusion(models.Model):
    """What a sitting came to about a bundle."""

    bundle = models.ForeignKey(Bundle, on_delete=models.PROTECT, related_name="conclusions")
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="conclusions")
    score = models.PositiveSmallIntegerField(choices=_SCORES)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("bundle", "sitting"), name="casereviews_one_conclusion_a_sitting"
            ),
        )
