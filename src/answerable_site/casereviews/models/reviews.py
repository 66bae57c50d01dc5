"""The frame and what was drawn from it, who reviews which file, and what they said.

On PostgreSQL the database keeps these rows as it keeps cases, and what somebody said of a file from
everybody else until every review of it is locked (migration 0002).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.models.programmes import Programme
from answerable_site.casework.models import Case, CaseAssignment
from answerable_site.people.models import Organisation, User

_RATINGS = [(one.value, one.label) for one in Rating]


class FrameEntry(models.Model):
    """A case that could be drawn, and whether it was."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    stratum = models.CharField(max_length=20, choices=[(one.value, one.label) for one in Stratum])
    place = models.PositiveIntegerField(null=True)
    """Its place in the order of the draw; None where it was not drawn."""
    is_double = models.BooleanField(default=False)

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "case"), name="casereviews_a_case_once_a_frame"
            ),
            models.UniqueConstraint(
                fields=("programme", "place"), name="casereviews_one_file_a_place"
            ),
        )


class FileReviewQuerySet(models.QuerySet["FileReview"]):
    def standing(self) -> FileReviewQuerySet:
        """Those that were not taken back."""
        return self.filter(taken_back_at__isnull=True)


class FileReview(models.Model):
    """That somebody reviews a drawn file. Locked once, and for ever."""

    entry = models.ForeignKey(FrameEntry, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    work = models.OneToOneField(CaseAssignment, on_delete=models.PROTECT, related_name="+")
    """The assignment of the case that was made for it, and ends with it."""
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    locked_at = models.DateTimeField(null=True)
    missing_because = models.TextField(blank=True)
    """Where the file was looked for, if it could not be found; empty if it was."""
    taken_back_at = models.DateTimeField(null=True)

    objects = FileReviewQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "reviewer"),
                condition=Q(taken_back_at__isnull=True),
                name="casereviews_one_review_a_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | Q(locked_at__isnull=True),
                name="casereviews_locked_reviews_stay",
            ),
            models.CheckConstraint(
                condition=Q(missing_because="") | Q(locked_at__isnull=False),
                name="casereviews_missing_is_locked",
            ),
        )


class Score(models.Model):
    """What a reviewer says of one question; changed until the review is locked."""

    review = models.ForeignKey(FileReview, on_delete=models.PROTECT, related_name="scores")
    question = models.CharField(max_length=80)
    """Its key in the programme."""
    rating = models.CharField(max_length=20, choices=_RATINGS)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("review", "question"), name="casereviews_one_score_a_question"
            ),
        )


class Reconciliation(models.Model):
    """What was decided where two reviewers differ. What they said stays beside it."""

    entry = models.ForeignKey(FrameEntry, on_delete=models.PROTECT, related_name="reconciliations")
    question = models.CharField(max_length=80)
    rating = models.CharField(max_length=20, choices=_RATINGS)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "question"), name="casereviews_decided_once_a_question"
            ),
        )
