"""Cases under a pseudonym, their references, who works on them, who opened them and why."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from answerable.records.stages import Stage
from answerable_site.casework.rules import Ground, ReferenceKind
from answerable_site.people.models import Organisation, User


class Case(models.Model):
    """One case of one force. Nothing here says who it is about."""

    force = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reported_on = models.DateField()
    """The civil date of the report to the police."""
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reckoned_on = models.DateField(null=True)
    """The day as at which it was last reckoned; None while it waits for the next reckoning."""
    stage = models.CharField(
        max_length=20,
        choices=[(stage.value, stage.label) for stage in Stage],
        default=Stage.BEFORE_ACCOUNT.value,
    )
    """How far it had come by that day. Reckoned."""
    is_decoy = models.BooleanField(default=False)
    """An invented case that nobody has a reason to open. No page for those who work shows it."""

    class Meta:
        ordering = ("-reported_on", "-pk")
        indexes = (
            models.Index(fields=("force", "-reported_on"), name="casework_by_force"),
            models.Index(fields=("-reported_on", "-id"), name="casework_by_report"),
            models.Index(fields=("reckoned_on", "id"), name="casework_by_reckoning"),
        )


class CaseReference(models.Model):
    """A reference of a case: a keyed hash to find it by, and the words only under encryption."""

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="references", db_index=False
    )
    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in ReferenceKind])
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose reference it is: nobody else may read it, but a URN is the CPS’s to read too."""
    keyed_hash = models.CharField(max_length=64, db_index=True)
    sealed = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "kind", "owner", "keyed_hash"),
                name="casework_reference_once_a_case",
            ),
            models.UniqueConstraint(
                fields=("kind", "owner", "keyed_hash"),
                # One URN may cover several crimes.
                condition=~Q(kind=ReferenceKind.URN),
                name="casework_reference_names_one_case",
            ),
        )


class CaseShareQuerySet(models.QuerySet["CaseShare"]):
    def running(self) -> CaseShareQuerySet:
        """Those that nobody has ended."""
        return self.filter(ended_at__isnull=True)


class CaseShare(models.Model):
    """Another organisation that works on a case. Ended at once, never deleted."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CaseShareQuerySet.as_manager()

    class Meta:
        ordering = ("shared_at", "pk")
        indexes = (
            models.Index(
                fields=("organisation", "-shared_at", "-case"),
                condition=Q(ended_at__isnull=True),
                name="casework_by_organisation",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("case", "organisation"),
                condition=Q(ended_at__isnull=True),
                name="casework_shared_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("shared_at")),
                name="casework_share_ends_after_it_begins",
            ),
        )


class CaseAssignmentQuerySet(models.QuerySet["CaseAssignment"]):
    def running(self) -> CaseAssignmentQuerySet:
        """Those that nobody has ended."""
        return self.filter(ended_at__isnull=True)


class CaseAssignment(models.Model):
    """A person who works on a case for an organisation. Ended at once, never deleted."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    assigned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CaseAssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("assigned_at", "pk")
        indexes = (
            models.Index(fields=("user", "case"), name="casework_by_user"),
            models.Index(
                fields=("user", "organisation"),
                condition=Q(ended_at__isnull=True),
                name="casework_running_work",
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("case", "user", "organisation"),
                condition=Q(ended_at__isnull=True),
                name="casework_assigned_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("assigned_at")),
                name="casework_assignment_ends_after_it_begins",
            ),
        )


class CaseOpening(models.Model):
    """That somebody opened a case which is not assigned to them, why, and until when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="openings")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """In which of their organisations they did."""
    breaks_glass = models.BooleanField()
    """Their role does not see every case of the organisation: a second person must look at it."""
    ground = models.CharField(max_length=20, choices=[(g.value, g.label) for g in Ground])
    words = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ("-opened_at", "-pk")
        indexes = (
            models.Index(fields=("user", "case", "closes_at"), name="casework_opening_by_user"),
        )
