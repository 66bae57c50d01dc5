"""A response and what it is made of. Texts are versions: appended, the latest counts."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.register.models import Inspection, Recommendation
from answerable_site.responses.rules.facts import ExplanationKind


class Response(models.Model):
    """One body's response to one inspection; it has a row from the first act on."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="responses")
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="responses")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "body"), name="responses_one_a_body_and_inspection"
            ),
        )


class Invitation(models.Model):
    """The chief officer was invited to comment by a date; appended, the latest counts."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="invitations")
    invited_on = models.DateField()
    comments_wanted_by = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(comments_wanted_by__gte=F("invited_on")),
                name="responses_comments_are_wanted_after_the_invitation",
            ),
        )


class Version(models.Model):
    """A version of something written; `version` counts from 1 and is never used twice."""

    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("version",)


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


class BodyComments(Version):
    """The local policing body's own comments."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="body_comments")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "version"), name="responses_own_comments_versions"
            ),
        )


class Reply(Version):
    """The body's reply to the chief officer; an empty version takes it back."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="replies")

    class Meta(Version.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("response", "version"), name="responses_reply_versions"
            ),
        )


class Explanation(Version):
    """The body's answer to one finding; it may be unfinished while it is a draft."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="explanations")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="explanations"
    )
    kind = models.CharField(max_length=20, choices=[(k, k) for k in ExplanationKind])
    due_on = models.DateField(null=True)
    owner = models.CharField(max_length=200, blank=True)

    class Meta(Version.Meta):
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
        )


class PreparationQuerySet(models.QuerySet["Preparation"]):
    def standing(self) -> "PreparationQuerySet":
        """Those after which nothing changed, and which are not published yet."""
        return self.filter(voiding__isnull=True, signature__published__isnull=True)


class Preparation(models.Model):
    """A complete draft, put before the holder for signature."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="preparations")
    document = models.JSONField()
    """The unsigned document in the shape of `writing.canonical.as_json`."""
    content_hash = models.CharField(max_length=64)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = PreparationQuerySet.as_manager()

    class Meta:
        ordering = ("prepared_at", "pk")


class Voiding(models.Model):
    """Something changed after a preparation, which therefore no longer counts, signed or not."""

    preparation = models.OneToOneField(
        Preparation, on_delete=models.PROTECT, related_name="voiding"
    )
    because = models.CharField(max_length=300)
    """What changed, in a sentence."""
    voided_at = models.DateTimeField()
    voided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class Signature(models.Model):
    """A holder or delegate signed the exact document that was shown."""

    preparation = models.OneToOneField(
        Preparation, on_delete=models.PROTECT, related_name="signature"
    )
    document = models.JSONField()
    """The signed document, signature block included, in the shape of `canonical.as_json`."""
    content_hash = models.CharField(max_length=64)
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class PublishedVersion(models.Model):
    """Which published version a signature became."""

    signature = models.OneToOneField(Signature, on_delete=models.PROTECT, related_name="published")
    public_response = models.OneToOneField(
        PublicResponse, on_delete=models.PROTECT, related_name="responses_version"
    )


class PublicEntry(models.Model):
    """Which entry of the public register belongs to a response."""

    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="public_entry")
    entry = models.OneToOneField(
        PublicInspection, on_delete=models.PROTECT, related_name="responses_entry"
    )
