"""What a commitment and an action have in common: an owner, dates, and a history of both."""

from django.db import models
from django.db.models import Q

from answerable_site.followup import rules
from answerable_site.people.models import User


class Tracked(models.Model):
    """Facts as they are now, kept beside the rows of history that they follow from.

    Lists read these; `operations` writes both in one transaction, and a test derives the one from
    the other.
    """

    owner = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    original_on = models.DateField(null=True)
    """The first target date that was ever set. Never changed."""
    target_on = models.DateField(null=True)
    """The one that is worked to now."""
    revisions = models.PositiveSmallIntegerField(default=0)
    whose_date = models.CharField(
        max_length=20, blank=True, choices=[(w, w.label) for w in rules.Whose]
    )
    done_on = models.DateField(null=True)
    """Since when it is done, as those who do it say."""
    paused_until = models.DateField(null=True)
    """The last day of the latest pause, which may be over."""
    updated_on = models.DateField(null=True)
    """The day of the latest progress update."""
    rating = models.CharField(
        max_length=10, blank=True, choices=[(r, r.label) for r in rules.Rating]
    )
    """That of the latest progress update."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def about_one(name: str) -> models.CheckConstraint:
    """A row of history is about a commitment or about an action."""
    return models.CheckConstraint(
        condition=Q(commitment__isnull=True, action__isnull=False)
        | Q(commitment__isnull=False, action__isnull=True),
        name=name,
    )


class Said(models.Model):
    """A row of history: said once, by somebody, at a moment, and never changed."""

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ("at", "pk")
