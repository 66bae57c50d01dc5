"""Who coded what, what was settled on, what may be quoted, and what was found."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from answerable_site.followup.models import Commitment
from answerable_site.people.models import User
from answerable_site.publication.models import PublicFeedback
from answerable_site.register.models import Recommendation
from answerable_site.support.models.surveys import Noted, Passage, Survey


class Coder(Noted):
    """One of the two who code a survey."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="coders")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    """The first or the second."""

    class Meta(Noted.Meta):
        constraints = (
            models.UniqueConstraint(fields=("survey", "user"), name="support_two_people_code"),
            models.UniqueConstraint(fields=("survey", "place"), name="support_a_place_each"),
            models.CheckConstraint(
                condition=Q(place__in=(1, 2)), name="support_no_more_than_two_code"
            ),
        )


class Coding(models.Model):
    """The themes that one coder gave a passage; given once, and never changed."""

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="codings")
    coder = models.ForeignKey(Coder, on_delete=models.PROTECT, related_name="codings")
    themes: Any = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("coder__place",)
        constraints = (
            models.UniqueConstraint(fields=("passage", "coder"), name="support_coded_once"),
        )


class Settlement(Noted):
    """The themes on which the coders settled for a passage to which they had given others."""

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="settlement")
    themes: Any = models.JSONField()


class Quote(Noted):
    """Words of a passage that may be quoted: offered by one coder, approved by the other."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="quotes")
    passage = models.ForeignKey(
        Passage, null=True, on_delete=models.SET_NULL, related_name="quotes"
    )
    """Null once what was written was erased."""
    words = models.CharField(max_length=300)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    refused_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Noted.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("by")),
                name="support_a_quote_is_approved_by_the_other",
            ),
        )


class WordsErased(Noted):
    """That what was written in a survey was erased, with what is still told of it."""

    survey = models.OneToOneField(Survey, on_delete=models.CASCADE, related_name="words_erased")
    passages = models.PositiveIntegerField()
    alike = models.PositiveIntegerField()
    """To how many of them both coders had given exactly the same themes."""


class Finding(Noted):
    """What victims told on one matter, in the office’s words, and what changed since."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="findings")
    words = models.TextField()
    recommendation = models.ForeignKey(
        Recommendation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The one to which it speaks; null where to none."""
    commitments = models.ManyToManyField(Commitment, related_name="+")
    """What is done about it."""
    nothing_yet = models.TextField(blank=True)
    """Why nothing changed so far; empty where something is done."""
    quotes = models.ManyToManyField(Quote, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")


class HandedOver(Noted):
    """That what victims told was handed to the press."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="handed_over")
    feedback = models.OneToOneField(PublicFeedback, on_delete=models.PROTECT, related_name="+")
