"""What is written for a response: versions, appended; the latest counts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from answerable_site.people.models import User
from answerable_site.register.models import PlanPriority, Recommendation
from answerable_site.responses.models.duties import Response
from answerable_site.responses.models.evidence import KeptFile
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import ExcludedPart, Language, Position


class Version(models.Model):
    """A version of something written; `version` counts from 1 and is never used twice."""

    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    language = models.CharField(
        max_length=10, default=Language.ENGLISH, choices=[(code, code) for code in Language]
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("version",)


class WithWelsh(Version):
    """A version of a text that may be given in Welsh beside the English."""

    welsh = models.TextField(blank=True, default="")
    """The same in Welsh; empty where there is none. It is signed and published with the text."""

    class Meta(Version.Meta):
        abstract = True


class ChiefOfficerComments(Version):
    """What the chief officer said, or that nothing was received by the date."""

    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, related_name="chief_officer_comments"
    )
    received_on = models.DateField(null=True)
    author_name = models.CharField(max_length=200, blank=True)
    author_title = models.CharField(max_length=200, blank=True)
    none_received_by = models.DateField(null=True)
    """The day by which comments were wanted; empty where there are comments."""
    submitted_here = models.BooleanField(default=False)
    """The chief officer's office wrote it here itself; otherwise it came by letter."""
    file = models.ForeignKey(KeptFile, null=True, on_delete=models.PROTECT, related_name="+")
    """The letter as it was received, where one was added."""

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "version"), name="responses_chief_officers_versions"
            ),
            models.CheckConstraint(
                condition=Q(none_received_by__isnull=True, received_on__isnull=False) & ~Q(text="")
                | Q(none_received_by__isnull=False, received_on__isnull=True, text=""),
                name="responses_comments_or_none",
            ),
        )


class BodyComments(WithWelsh):
    """The local policing body's own comments."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="body_comments")

    class Meta(WithWelsh.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "version"), name="responses_own_comments_versions"
            ),
        )


class Reply(WithWelsh):
    """The body's reply to the chief officer; an empty version takes it back."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="replies")

    class Meta(WithWelsh.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "version"), name="responses_reply_versions"
            ),
        )


class Explanation(WithWelsh):
    """The body's answer to one finding; it may be unfinished while it is a draft."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="explanations")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="explanations"
    )
    kind = models.CharField(max_length=20, choices=[(k, k) for k in ExplanationKind])
    due_on = models.DateField(null=True)
    owner = models.CharField(max_length=200, blank=True)
    position = models.CharField(max_length=20, blank=True, choices=[(p, p) for p in Position])
    """Whether the body accepts the recommendation; empty where it does not say."""
    answered_in = models.ForeignKey(
        Response, null=True, on_delete=models.PROTECT, related_name="answers_for_others"
    )
    """The other response of the same body that answers this."""
    priorities = models.ManyToManyField(PlanPriority, related_name="explanations")

    class Meta(WithWelsh.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "recommendation", "version"),
                name="responses_explanation_versions",
            ),
            models.CheckConstraint(
                condition=Q(kind=ExplanationKind.ACTION_PROPOSED)
                | Q(due_on__isnull=True, owner=""),
                name="responses_only_proposed_action_has_date_and_owner",
            ),
            models.CheckConstraint(
                condition=Q(kind=ExplanationKind.ANSWERED_ELSEWHERE) | Q(answered_in__isnull=True),
                name="responses_another_response_only_where_it_answers",
            ),
        )


class Exclusion(models.Model):
    """A named person decided that a passage is not for publication. It can be lifted again."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="exclusions")
    part = models.CharField(max_length=20, choices=[(p, p) for p in ExcludedPart])
    recommendation = models.ForeignKey(
        Recommendation, null=True, on_delete=models.PROTECT, related_name="exclusions"
    )
    """The finding whose explanation holds the passage."""
    passage = models.TextField()
    """Word for word; every place of the part that holds these words is left out."""
    reason = models.TextField()
    """For the office alone."""
    public_reason = models.CharField(max_length=300)
    """What the document says in place of the passage."""
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_as = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_because = models.TextField(blank=True)

    class Meta:
        ordering = ("decided_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(part=ExcludedPart.EXPLANATION, recommendation__isnull=False)
                | ~Q(part=ExcludedPart.EXPLANATION) & Q(recommendation__isnull=True),
                name="responses_an_excluded_explanation_names_its_finding",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lifted_because="")
                | Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_because=""),
                name="responses_lifted_by_somebody_with_a_reason",
            ),
        )


class UnsavedText(models.Model):
    """What a person has typed and not yet saved: theirs alone, no part of the response."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="unsaved_texts")
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    """Which page: "own_comments", "explain:12"."""
    version = models.PositiveIntegerField()
    """The version of the text that the writer saw."""
    answers = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("response", "person", "form"), name="responses_one_unsaved_text_a_form"
            ),
        )
