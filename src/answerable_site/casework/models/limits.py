"""Limits that an organisation set for itself, version by version."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from answerable.statute import Confidence, Limit, Unit
from answerable_site.casework.rules import own_version
from answerable_site.people.models import Organisation, User


class LimitVersionQuerySet(models.QuerySet["LimitVersion"]):
    def confirmed(self) -> LimitVersionQuerySet:
        """Those that a second administrator confirmed, and which therefore count."""
        return self.filter(confirmed_at__isnull=False)


class LimitVersion(models.Model):
    """One version of a limit, as an organisation set it. Appended, never changed or deleted.

    It counts once another administrator than the one who set it has confirmed it. One that waits
    is replaced by a later one of the same limit.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=60)
    """Which limit it is: a code of `answerable.statute.LIMITS`."""
    count = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=20, choices=[(u.value, u.label) for u in Unit])
    citation = models.CharField(max_length=300)
    source = models.URLField(max_length=500, blank=True)
    """Where the wording can be read; empty for what the organisation asks of itself."""
    confidence = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Confidence])
    in_force_from = models.DateField()
    in_force_to = models.DateField(null=True)
    """The last day, inclusive; empty while in force."""
    reason = models.TextField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = LimitVersionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("organisation", "code"), name="casework_limit_by_code"),)
        constraints = (
            models.CheckConstraint(condition=Q(count__gte=1), name="casework_limit_counts"),
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True) | Q(in_force_to__gte=F("in_force_from")),
                name="casework_limit_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~Q(confirmed_by=F("set_by")),
                name="casework_limit_confirmed_by_somebody_else",
            ),
        )

    def as_limit(self) -> Limit:
        """What the rules count with."""
        return own_version(
            code=self.code,
            count=self.count,
            unit=Unit(self.unit),
            citation=self.citation,
            source=self.source,
            confidence=Confidence(self.confidence),
            in_force_from=self.in_force_from,
            in_force_to=self.in_force_to,
        )
