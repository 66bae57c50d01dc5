"""Inspection reports and letters as a person confirmed them, and relations between them."""

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User
from answerable_site.register import rules
from answerable_site.register.models.documents import ReceivedDocument


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
    last_lawful_day = models.DateField(null=True, db_index=True)
    """`statute.clock_for` of date and basis, kept for sorting; null without a statutory clock."""
    series = models.CharField(max_length=200, blank=True)
    """Name of the series that this report is a part of."""
    phase = models.CharField(max_length=60, blank=True)
    """Its part, as printed: "Phase one"."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-published_on", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("document",), name="register_one_inspection_a_document"
            ),
        )


class ClockMovement(models.Model):
    """The last lawful day of an inspection moved because a rule changed; appended."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="movements")
    before = models.DateField(null=True)
    after = models.DateField(null=True)
    rules_version = models.CharField(max_length=20)
    """`statute.clock_version` of the basis under which the later day was counted."""
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ("noted_at", "pk")


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


class Correction(models.Model):
    """A change to the facts of an inspection or of one of its recommendations, with its reason."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="corrections")
    recommendation = models.ForeignKey(
        "register.Recommendation", null=True, on_delete=models.CASCADE, related_name="corrections"
    )
    """Empty where a fact of the inspection itself was corrected."""
    changes = models.JSONField()
    """`{"what", "before", "after"}`, one for each fact, in words."""
    reason = models.TextField()
    corrected_at = models.DateTimeField()
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("corrected_at", "pk")
