"""Inspections, the documents they were read from, candidates, and recommendations."""

import uuid
from datetime import date

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
    ended_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    """Why the file could not be read and what to do, in a plain sentence."""
    media_type = models.CharField(max_length=100, blank=True)
    version = models.CharField(max_length=20)
    """The product version whose rules read it."""
    facts = models.JSONField(default=dict)
    """The reading without its items, in the shape of `extraction.Reading.as_json`."""

    class Meta:
        ordering = ("-begun_at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=rules.ReadingState.REFUSED) | ~Q(refusal=""),
                name="register_a_refusal_says_why",
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


class InspectionQuerySet(models.QuerySet["Inspection"]):
    def published_before(self, on: date) -> "InspectionQuerySet":
        return self.filter(published_on__lt=on)


class Inspection(models.Model):
    """An inspection report or letter, as a person confirmed it."""

    title = models.CharField(max_length=500)
    kind = models.CharField(max_length=20, choices=[(k, k) for k in rules.InspectionKind])
    published_on = models.DateField(db_index=True)
    date_source = models.CharField(max_length=30, choices=[(s, s) for s in rules.DateSource])
    legal_basis = models.CharField(max_length=60)
    """Code of an entry in `answerable.statute.BASES`."""
    inspectorates = models.JSONField(default=list)
    """Short names, the lead first."""
    source_address = models.URLField(max_length=500, blank=True)
    key_findings = models.JSONField(default=list)
    """Verbatim, one string each."""
    judgements = models.JSONField(default=list)
    """`{"question", "grade"}` as printed."""
    printed_response = models.JSONField(default=dict)
    """Response texts found in the document itself, in the shape of `extraction.PrintedResponse`."""
    document = models.ForeignKey(
        ReceivedDocument, null=True, on_delete=models.PROTECT, related_name="inspections"
    )
    kept_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="inspections_kept"
    )
    """The local policing body that entered it and alone may change it."""
    bodies_concerned = models.ManyToManyField(Organisation, related_name="inspections_concerning")
    """Local policing bodies that owe, or may owe, a response."""
    series = models.CharField(max_length=200, blank=True)
    """Name of the series that this report is a part of."""
    phase = models.CharField(max_length=60, blank=True)
    """Its part, as printed: "Phase one"."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ("-published_on", "title")


class NumberGap(models.Model):
    """Numbers that a document does not show, and why: "addressed to the CPS, not printed here"."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="gaps")
    missing = models.CharField(max_length=200)
    """As a person would write it: "8 to 11"."""
    explanation = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class InspectionLink(models.Model):
    """A relation between two reports that a person recorded."""

    from_inspection = models.ForeignKey(
        Inspection, on_delete=models.CASCADE, related_name="links_from"
    )
    to_inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="links_to")
    kind = models.CharField(max_length=30, choices=[(k, k) for k in rules.InspectionLinkKind])
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("from_inspection", "to_inspection", "kind"),
                name="register_an_inspection_link_once",
            ),
            models.CheckConstraint(
                condition=~Q(from_inspection=models.F("to_inspection")),
                name="register_no_inspection_links_to_itself",
            ),
        )


class Recommendation(models.Model):
    """What an inspectorate asks for, verbatim, as a person accepted or entered it."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.CASCADE, related_name="recommendations"
    )
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=40, choices=[(k, k) for k in rules.RecommendationKind])
    number = models.CharField(max_length=40, blank=True)
    """As printed; a label, never a position. Empty where none is printed."""
    text = models.TextField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    """The cause of concern that it stands under."""
    page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    """The passage in the document, exactly; empty if entered by hand."""
    deadline = models.CharField(max_length=40, blank=True)
    """In the form of `extraction.Item.deadline`; empty for none."""
    deadline_worded = models.CharField(max_length=300, blank=True)
    deadline_from_on = models.DateField(null=True)
    """The day that a relative deadline counts from, where it is not the publication."""
    due_on = models.DateField(null=True, db_index=True)
    """`statute.resolve` of the above; null where it cannot be resolved."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("inspection_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "position"), name="register_recommendations_have_an_order"
            ),
            models.CheckConstraint(
                condition=Q(page__isnull=True, start__isnull=True, end__isnull=True)
                | Q(page__isnull=False, start__isnull=False, end__isnull=False),
                name="register_a_place_is_whole",
            ),
        )


class Decision(models.Model):
    """A person's verdict on a candidate; several rows over time, the latest counts."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(max_length=20, choices=[(v, v) for v in rules.Verdict])
    recommendations = models.ManyToManyField(Recommendation, related_name="decisions")
    """What came of it; none if rejected."""
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("decided_at", "pk")


class Limb(models.Model):
    """A sub-point of a recommendation, with addressees and a deadline of its own where it names them."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="limbs"
    )
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    deadline = models.CharField(max_length=40, blank=True)
    deadline_worded = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("position",)


class Addressee(models.Model):
    """Who is asked: of the whole recommendation, or of one limb."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="addressees"
    )
    limb = models.ForeignKey(Limb, null=True, on_delete=models.CASCADE, related_name="addressees")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=40)
    """A kind of `answerable.extraction.addressees.KINDS`."""
    condition = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)


class AddresseeStatement(models.Model):
    """What one addressee is known to have said or done; appended, the latest counts."""

    addressee = models.ForeignKey(Addressee, on_delete=models.CASCADE, related_name="statements")
    status = models.CharField(max_length=20, choices=[(s, s) for s in rules.AddresseeStatus])
    known_on = models.DateField()
    note = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("known_on", "pk")


class WorkingDeadline(models.Model):
    """A date that the office sets for itself where the text names none, with its reason; appended."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="working_deadlines"
    )
    on = models.DateField()
    reason = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("set_at", "pk")


class RecommendationLink(models.Model):
    """A relation to an earlier recommendation that a person recorded."""

    from_recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="links_from"
    )
    to_recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="links_to"
    )
    kind = models.CharField(max_length=30, choices=[(k, k) for k in rules.RecommendationLinkKind])
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("from_recommendation", "to_recommendation", "kind"),
                name="register_a_recommendation_link_once",
            ),
            models.CheckConstraint(
                condition=~Q(from_recommendation=models.F("to_recommendation")),
                name="register_no_recommendation_links_to_itself",
            ),
        )


class Theme(models.Model):
    """A subject that an office groups recommendations by."""

    held_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=100)
    recommendations = models.ManyToManyField(Recommendation, related_name="themes")

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("held_by", "name"), name="register_a_theme_once"),
        )
