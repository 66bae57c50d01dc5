"""Files as received, attempts to read them, and what the product found in them."""

import uuid

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.register import rules


class ReceivedDocument(models.Model):
    """A file as somebody received it: kept byte for byte under a random name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    held_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=255)
    """As named by the person who sent it; shown, never used as a path."""
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    stored_as = models.CharField(max_length=255, unique=True)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    """When somebody decided that no inspection will be made from it; it is kept all the same."""
    set_aside_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-received_at",)


class DocumentReading(models.Model):
    """One attempt to read a document, with its progress and what came of it."""

    document = models.ForeignKey(
        ReceivedDocument, on_delete=models.CASCADE, related_name="readings"
    )
    state = models.CharField(max_length=20, choices=[(s, s) for s in rules.ReadingState])
    step = models.CharField(max_length=200, blank=True)
    """What is being done now, in words."""
    percent = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField()
    last_sign_at = models.DateTimeField()
    """When its worker last told how far it had come."""
    ended_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    """Why the file could not be read and what to do, in a plain sentence."""
    media_type = models.CharField(max_length=100, blank=True)
    version = models.CharField(max_length=20)
    """The product version whose rules read it."""
    facts = models.JSONField(default=dict)
    """The reading without its items, in the shape of `extraction.Reading.as_json`, and `notes` on
    the reading itself."""

    class Meta:
        ordering = ("-begun_at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=rules.ReadingState.REFUSED) | ~Q(refusal=""),
                name="register_a_refusal_says_why",
            ),
            models.UniqueConstraint(
                fields=("document",),
                condition=~Q(state=rules.ReadingState.REFUSED),
                name="register_one_reading_that_counts",
            ),
        )


class Passage(models.Model):
    """One page of a document as text, and its picture where the format has one."""

    reading = models.ForeignKey(DocumentReading, on_delete=models.CASCADE, related_name="passages")
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    """Offset of the page's first character in the document's text."""
    text = models.TextField()
    picture = models.CharField(max_length=255, blank=True)
    """Name of the stored PNG; empty where there is none."""

    class Meta:
        ordering = ("page",)
        constraints = (
            models.UniqueConstraint(fields=("reading", "page"), name="register_one_passage_a_page"),
        )


class Candidate(models.Model):
    """What the product found and proposes. It is never changed; a person decides on it."""

    reading = models.ForeignKey(
        DocumentReading, on_delete=models.CASCADE, related_name="candidates"
    )
    position = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    kind = models.CharField(max_length=40, choices=[(k, k) for k in rules.RecommendationKind])
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    proposal = models.JSONField()
    """The item as `extraction.Item` prints it: sub-points, addressees, deadline, places, doubts."""
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    confidence = models.FloatField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("reading", "position"), name="register_candidates_have_an_order"
            ),
        )
