"""What of a review leaves the force: shares and themes, released by a second person.

Nothing here leads to a case, so that those who may read it need no way into one.
"""

from __future__ import annotations

from functools import cached_property

import msgspec
from django.db import models
from django.db.models import Q

from answerable_site.casereviews.models.programmes import Programme
from answerable_site.casereviews.rules import ToldResults
from answerable_site.people.models import Organisation, User


class ReleasedReview(models.Model):
    """Results as they may be told outside the force. Withdrawn, never deleted."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="released")
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    content = models.JSONField()
    """In the shape of `rules.ToldResults`."""
    marking = models.CharField(max_length=40, blank=True)
    as_of = models.DateField()
    """The civil date as at which the frame was frozen."""
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-prepared_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("programme",),
                condition=Q(withdrawn_at__isnull=True),
                name="casereviews_released_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="casereviews_withdrawn_with_a_reason",
            ),
        )

    @cached_property
    def told(self) -> ToldResults:
        """What is told."""
        return msgspec.convert(self.content, ToldResults)


class Theme(models.Model):
    """Something that files have in common, for a meeting to look at."""

    release = models.ForeignKey(ReleasedReview, on_delete=models.PROTECT, related_name="themes")
    title = models.CharField(max_length=200)
    words = models.TextField()
    """What was seen, without anything that leads to a person."""
    question = models.CharField(max_length=80, blank=True)
    """The key of the question that it rests on; empty where on several."""

    class Meta:
        ordering = ("pk",)
