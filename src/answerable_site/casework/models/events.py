"""What happened in a case, and what its rules say of it."""

from __future__ import annotations

from datetime import date

from django.db import models

from answerable_site.casework.models.cases import Case
from answerable_site.casework.rules import SIDES
from answerable_site.people.models import Organisation, User


class CaseEvent(models.Model):
    """One thing that happened. The database refuses to change or delete it (migration 0005)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events", db_index=False)
    number = models.PositiveIntegerField()
    """Within its case, in the order of recording."""
    kind = models.CharField(max_length=40)
    happened_on = models.DateField()
    victim = models.PositiveSmallIntegerField(null=True)
    suspect = models.PositiveSmallIntegerField(null=True)
    facts = models.JSONField()
    """As `answerable.records.kinds.to_stored` gives them; read through the type of the kind."""
    side = models.CharField(max_length=10, choices=SIDES)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """For which of the organisations that work on the case it was recorded."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    why_in_breach = models.TextField(blank=True)
    replaces = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="casework_event_number"),
            models.UniqueConstraint(
                fields=("case", "replaces"), name="casework_event_put_right_once"
            ),
        )
        indexes = (models.Index(fields=("kind", "case"), name="casework_event_by_kind"),)


class CaseDueQuerySet(models.QuerySet["CaseDue"]):
    def late(self, on: date) -> CaseDueQuerySet:
        """What is past its last day."""
        return self.filter(due_on__lt=on)


class CaseDue(models.Model):
    """What a rule still asks for in a case. Reckoned from its events and made anew with each."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dues")
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the case; the wall goes by it."""
    owed_by = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    """The force, or the CPS Area that works on the case, for lists of all that an organisation has
    to do. None where it is asked of no single one, as of support services."""
    rule = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    side = models.CharField(max_length=10, choices=SIDES)
    since = models.DateField()
    due_on = models.DateField(null=True)
    """The last day in time; None where there is no limit."""
    victim = models.PositiveSmallIntegerField(null=True)
    suspect = models.PositiveSmallIntegerField(null=True)
    event = models.PositiveIntegerField(null=True)

    objects = CaseDueQuerySet.as_manager()

    class Meta:
        ordering = (models.F("due_on").asc(nulls_last=True), "pk")
        indexes = (
            models.Index(fields=("owed_by", "due_on", "id"), name="casework_due_by_organisation"),
            models.Index(fields=("case", "due_on"), name="casework_due_by_case"),
        )


class CaseBreach(models.Model):
    """Something in a case that happened against a rule, or has not been done in time. Reckoned."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="breaches")
    rule = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    since = models.DateField()
    is_open = models.BooleanField()
    """Whether what the rule asks for has still not been done."""
    victim = models.PositiveSmallIntegerField(null=True)
    suspect = models.PositiveSmallIntegerField(null=True)
    event = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("-since", "pk")
        indexes = (models.Index(fields=("rule", "case"), name="casework_breach_by_rule"),)


class CaseFinding(models.Model):
    """Something that a check of quality found in the record of a case. Reckoned."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="findings")
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    check_code = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    since = models.DateField()
    is_restricted = models.BooleanField()
    """Whether it tells of a characteristic that only named roles read."""
    victim = models.PositiveSmallIntegerField(null=True)
    suspect = models.PositiveSmallIntegerField(null=True)
    event = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("-since", "pk")
        indexes = (
            models.Index(fields=("force", "check_code", "since"), name="casework_finding_by_check"),
        )
