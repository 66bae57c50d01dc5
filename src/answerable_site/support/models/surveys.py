"""Rounds, codes that were not used, counts and words. No table says who answered, when or how.

What somebody answered is in no row of its own: see docs/adr/0041.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from answerable.surveys.groups import Channel
from answerable_site.people.models import Organisation, User
from answerable_site.register.models import Recommendation
from answerable_site.support.rules import Counted, SurveyState


class Noted(models.Model):
    """Something that a person of the office or of a service wrote down at a moment."""

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ("at", "pk")


class Survey(Noted):
    """One survey from a day to a day, with the version of its instrument."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    """For those who work with it; whoever answers does not see it."""
    instrument = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    book = models.PositiveSmallIntegerField()
    """The version of the themes with which its words are coded."""
    opens_on = models.DateField()
    recommendations = models.ManyToManyField(Recommendation, related_name="+")
    """Those to which it speaks."""
    state = models.CharField(
        max_length=20,
        default=SurveyState.OPEN,
        choices=[(s.value, s.label) for s in SurveyState],
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    given_up_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=SurveyState.OPEN, ended_at__isnull=True, ended_by__isnull=True)
                | (~Q(state=SurveyState.OPEN) & Q(ended_at__isnull=False, ended_by__isnull=False)),
                name="support_a_survey_is_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state=SurveyState.GIVEN_UP) & ~Q(given_up_because="")
                | ~Q(state=SurveyState.GIVEN_UP) & Q(given_up_because=""),
                name="support_a_survey_is_given_up_for_a_reason",
            ),
        )

    @property
    def subject(self) -> str:
        """As the record of acts names it."""
        return f"support.survey:{self.pk}"


class ClosingDay(Noted):
    """The last day of a survey as it was set; the latest recorded counts, the first stays."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="closing_days")
    on = models.DateField()
    reason = models.TextField(blank=True)
    """Empty for the first."""


class CodeBatch(Noted):
    """That somebody of a service was given codes to hand out. Which ones is not kept."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="batches")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=20, choices=[(c.value, c.label) for c in Channel])
    number = models.PositiveSmallIntegerField()


class InvitationCode(models.Model):
    """A code that was not used yet, as a digest. With its use the row is gone."""

    digest = models.CharField(max_length=64, primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="codes")
    channel = models.CharField(max_length=20, choices=[(c.value, c.label) for c in Channel])


class Asked(Noted):
    """How many people a service asked, in groups; struck out where it was wrong."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="asked")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=20, choices=[(c.value, c.label) for c in Channel])
    number = models.PositiveIntegerField()
    groups: Any = models.JSONField()
    """How many were in which group, by characteristic; each characteristic for itself."""
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(condition=Q(number__gte=1), name="support_somebody_was_asked"),
        )


class Tally(models.Model):
    """How many answers of a survey said one thing. All counts of a survey are there from its first
    day on, and each answer writes all of them anew."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="tallies")
    of = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Counted])
    key = models.CharField(max_length=40, blank=True)
    option = models.CharField(max_length=40)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("survey", "of", "key", "option"), name="support_counted_once"
            ),
        )


class Passage(models.Model):
    """What somebody wrote in answer to one question. All words of a survey are written anew with
    each that comes, in an order that is drawn afresh."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="passages")
    question = models.CharField(max_length=40)
    words = models.TextField()

    class Meta:
        ordering = ("pk",)
