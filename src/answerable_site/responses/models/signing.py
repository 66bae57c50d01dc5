"""From a draft put forward to a published version: approvals, signature, revisions."""

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.responses.models.duties import Response
from answerable_site.responses.rules.words import RevisionKind


class RevisionQuerySet(models.QuerySet["Revision"]):
    def open(self) -> "RevisionQuerySet":
        """Those that nobody gave up and that have not become a published version."""
        return self.filter(given_up_at__isnull=True, published__isnull=True)


class Revision(models.Model):
    """Somebody began a further version of a published response, and said why."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="revisions")
    based_on = models.ForeignKey(PublicResponse, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in RevisionKind])
    reason = models.TextField()
    """The public page shows it."""
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_up_at = models.DateTimeField(null=True)
    given_up_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ("begun_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(given_up_at__isnull=True, given_up_by__isnull=True)
                | Q(given_up_at__isnull=False, given_up_by__isnull=False),
                name="responses_given_up_by_and_at_together",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="responses_a_revision_says_why"),
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
    is_complete = models.BooleanField(default=True)
    """Whether everything was there that section 55(5) and (5B) ask for."""
    missing = models.JSONField(default=list)
    """A sentence for each thing that was not; empty if it is complete."""
    incomplete_because = models.TextField(blank=True)
    """Why it is put forward although something is missing."""
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = PreparationQuerySet.as_manager()

    class Meta:
        ordering = ("prepared_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_complete=True) | ~Q(incomplete_because=""),
                name="responses_an_incomplete_response_says_why",
            ),
        )


class Voiding(models.Model):
    """Something changed after a preparation, which therefore no longer counts, signed or not."""

    preparation = models.OneToOneField(
        Preparation, on_delete=models.PROTECT, related_name="voiding"
    )
    because = models.CharField(max_length=300)
    """What changed, in a sentence."""
    voided_at = models.DateTimeField()
    voided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class ApprovalStepQuerySet(models.QuerySet["ApprovalStep"]):
    def in_force(self) -> "ApprovalStepQuerySet":
        """The steps that bodies want now, in their order."""
        return self.filter(ended_at__isnull=True).order_by("position", "pk")


class ApprovalStep(models.Model):
    """A named check that a body wants between preparation and signature, in their order."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="approval_steps")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose approver gives it: the body itself or its force."""
    title = models.CharField(max_length=100)
    """"Monitoring officer", "Chief constable"."""
    position = models.PositiveIntegerField()
    from_at = models.DateTimeField()
    from_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ApprovalStepQuerySet.as_manager()

    class Meta:
        ordering = ("body_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "title"),
                condition=Q(ended_at__isnull=True),
                name="responses_one_approval_step_of_a_name",
            ),
        )


class Approval(models.Model):
    """An approver approved the exact document that was prepared, in a named step."""

    preparation = models.ForeignKey(Preparation, on_delete=models.PROTECT, related_name="approvals")
    step = models.ForeignKey(ApprovalStep, on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("approved_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("preparation", "step"), name="responses_a_step_is_approved_once"
            ),
        )


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
    revision = models.OneToOneField(
        Revision, null=True, on_delete=models.PROTECT, related_name="published"
    )
    """The revision that this version carries out; empty for a first version."""


class PublicEntry(models.Model):
    """Which entry of the public register belongs to a response."""

    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="public_entry")
    entry = models.OneToOneField(
        PublicInspection, on_delete=models.PROTECT, related_name="responses_entry"
    )
