"""Responses that an office published before it used the product, taken over from its lists."""

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.responses.models.duties import Response
from answerable_site.responses.models.evidence import KeptFile
from answerable_site.responses.rules.past import Explained, PastAnswer


class Takeover(models.Model):
    """One list of past responses that somebody loaded, whole or not at all."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="takeovers")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("loaded_at", "pk")


class PastResponse(models.Model):
    """What is known of a response of former days; empty fields are not known."""

    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="past")
    reference = models.CharField(max_length=100, blank=True)
    """The office's own, by which loading again updates."""
    published_on = models.DateField(null=True)
    """The day on which the response was first public; empty if it is not known."""
    address = models.URLField(max_length=500, blank=True)
    invited_on = models.DateField(null=True)
    comments_received_on = models.DateField(null=True)
    explained = models.CharField(max_length=20, blank=True)
    """Whether it explains every recommendation: "all", "some", "none"; empty if not known."""
    copied_to_inspectors_on = models.DateField(null=True)
    copied_to_secretary_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    file = models.ForeignKey(KeptFile, null=True, on_delete=models.PROTECT, related_name="+")
    """The response itself, as it was published."""
    takeover = models.ForeignKey(
        Takeover, null=True, on_delete=models.PROTECT, related_name="past_responses"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("response_id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(explained__in=("", "all", "some", "none")),
                name="responses_past_explained_is_known_or_not",
            ),
        )

    @property
    def answer(self) -> PastAnswer:
        """What is known."""
        return PastAnswer(
            reference=self.reference,
            published_on=self.published_on,
            address=self.address,
            invited_on=self.invited_on,
            comments_received_on=self.comments_received_on,
            explained=Explained(self.explained),
            copied_to_inspectors_on=self.copied_to_inspectors_on,
            copied_to_secretary_on=self.copied_to_secretary_on,
            note=self.note,
        )

    def take(self, answer: PastAnswer) -> None:
        """Say this from now on; the caller saves the row."""
        self.reference = answer.reference
        self.published_on = answer.published_on
        self.address = answer.address
        self.invited_on = answer.invited_on
        self.comments_received_on = answer.comments_received_on
        self.explained = answer.explained
        self.copied_to_inspectors_on = answer.copied_to_inspectors_on
        self.copied_to_secretary_on = answer.copied_to_secretary_on
        self.note = answer.note
