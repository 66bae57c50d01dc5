"""Public progress: dated snapshots of what became of the recommendations of an inspection."""

from datetime import date
from functools import cached_property

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import User
from answerable_site.publication import rules
from answerable_site.publication.models.responses import PublicInspection


class PublicProgressQuerySet(models.QuerySet["PublicProgress"]):
    def waiting(self) -> "PublicProgressQuerySet":
        """Snapshots that nobody released yet, and none was prepared after."""
        later = PublicProgress.objects.filter(
            entry=models.OuterRef("entry"), number__gt=models.OuterRef("number")
        )
        return self.filter(~models.Exists(later), released_at__isnull=True)

    def released(self) -> "PublicProgressQuerySet":
        """Snapshots that were public at some time."""
        return self.filter(released_at__isnull=False)

    def standing(self) -> "PublicProgressQuerySet":
        """Snapshots that were released and not withdrawn."""
        return self.released().filter(withdrawn_at__isnull=True)

    def as_at(self, day: date) -> "PublicProgressQuerySet":
        """Snapshots that were public at the end of a civil date."""
        return self.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), released_on__lte=day
        )


class PublicProgress(models.Model):
    """A snapshot: prepared by one person, released by another, kept for ever."""

    entry = models.ForeignKey(PublicInspection, on_delete=models.PROTECT, related_name="progress")
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    facts = models.JSONField()
    """In the shape of `rules.ProgressFacts.as_json`."""
    content_hash = models.CharField(max_length=64)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_on = models.DateField(null=True, db_index=True)
    """The civil date in Europe/London at `released_at`; so is `withdrawn_on`."""
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = PublicProgressQuerySet.as_manager()

    class Meta:
        ordering = ("entry_id", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "number"), name="publication_snapshots_are_counted"
            ),
            models.CheckConstraint(
                condition=Q(
                    released_at__isnull=True, released_on__isnull=True, released_by__isnull=True
                )
                | Q(released_at__isnull=False, released_on__isnull=False, released_by__isnull=False)
                & ~Q(released_by=F("prepared_by")),
                name="publication_progress_needs_two_people",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_on__isnull=True)
                | Q(
                    withdrawn_at__isnull=False,
                    withdrawn_on__isnull=False,
                    withdrawn_by__isnull=False,
                    released_at__isnull=False,
                )
                & ~Q(withdrawn_because=""),
                name="publication_progress_is_withdrawn_with_a_reason",
            ),
        )

    @cached_property
    def told(self) -> rules.ProgressFacts:
        """What the snapshot says."""
        return rules.ProgressFacts.from_json(self.facts)
