"""What victims told and what changed: prepared by one person, released by another."""

from datetime import date
from functools import cached_property

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from answerable_site.people.models import Organisation, User
from answerable_site.publication import rules


class PublicFeedbackQuerySet(models.QuerySet["PublicFeedback"]):
    def waiting(self) -> "PublicFeedbackQuerySet":
        """Those that nobody released yet, and none at the same address was prepared after."""
        later = PublicFeedback.objects.filter(
            body_slug=models.OuterRef("body_slug"),
            slug=models.OuterRef("slug"),
            number__gt=models.OuterRef("number"),
        )
        return self.filter(~models.Exists(later), released_at__isnull=True)

    def released(self) -> "PublicFeedbackQuerySet":
        """Those that were public at some time."""
        return self.filter(released_at__isnull=False)

    def standing(self) -> "PublicFeedbackQuerySet":
        """Those that are public now: the last released at its address, unless withdrawn."""
        later = PublicFeedback.objects.filter(
            body_slug=models.OuterRef("body_slug"),
            slug=models.OuterRef("slug"),
            number__gt=models.OuterRef("number"),
            released_at__isnull=False,
        )
        return self.released().filter(~models.Exists(later), withdrawn_at__isnull=True)


class PublicFeedback(models.Model):
    """What victims told in one round, as the public reads it from its release on. A later one at
    the same address takes its place."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    body_slug = models.SlugField(max_length=100)
    body_name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120)
    passed_to = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The body that succeeded, and acts on it; the address stays."""
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    """In the shape of `rules.FeedbackFacts.as_json`."""
    content_hash = models.CharField(max_length=64)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = PublicFeedbackQuerySet.as_manager()

    class Meta:
        ordering = ("body_slug", "slug", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("body_slug", "slug", "number"), name="publication_feedback_is_counted"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False)
                & ~Q(released_by=F("prepared_by")),
                name="publication_feedback_needs_two_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | Q(
                    withdrawn_at__isnull=False,
                    withdrawn_by__isnull=False,
                    released_at__isnull=False,
                )
                & ~Q(withdrawn_because=""),
                name="publication_feedback_is_withdrawn_with_a_reason",
            ),
        )

    @property
    def keeping_body_id(self) -> int:
        """The body whose people act on it: the successor once it was passed on."""
        return self.passed_to_id or self.body_id

    @property
    def path(self) -> str:
        """The path of its permanent address on this site."""
        return reverse(
            "publication:feedback", kwargs={"body": self.body_slug, "feedback": self.slug}
        )

    @cached_property
    def told(self) -> rules.FeedbackFacts:
        """The facts."""
        return rules.FeedbackFacts.from_json(self.facts)

    @property
    def as_of(self) -> date:
        """The civil date of the facts."""
        return self.told.as_of
