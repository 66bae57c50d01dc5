"""Evidence and its test, criteria, closure, and what came after."""

from django.db import models
from django.db.models import Q

from answerable_site.followup import rules
from answerable_site.followup.models.commitments import Action, Commitment
from answerable_site.followup.models.tracked import Said


class Evidence(Said):
    """Something that shows what was done, or that it worked."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="evidence")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="evidence")
    """The action that it was added with."""
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in rules.EvidenceKind])
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    """What it shows."""
    on = models.DateField()
    """The day to which it speaks: its age counts from here."""
    address = models.URLField(max_length=500, blank=True)
    measure = models.CharField(max_length=60, blank=True)
    """The name of the measure of which it is a figure; "" where it is none."""
    file_name = models.CharField(max_length=255, blank=True)
    file_size = models.PositiveIntegerField(null=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    stored_as = models.CharField(max_length=200, blank=True)

    class Meta(Said.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(address="") & ~Q(stored_as="") | ~Q(address="") & Q(stored_as=""),
                name="followup_evidence_is_a_file_or_a_link",
            ),
        )


class EvidenceJudgement(Said):
    """Whether somebody independent found a piece of evidence sufficient; the latest counts."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="judgements")
    is_sufficient = models.BooleanField()
    words = models.TextField()


class Criterion(Said):
    """What has to be true before a commitment may be closed, written at the start."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    dropped_because = models.TextField(blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True)
                | Q(dropped_by__isnull=False) & ~Q(dropped_because=""),
                name="followup_a_dropped_criterion_says_why",
            ),
        )


class CriterionTest(Said):
    """Whether somebody independent found a criterion met, and on what evidence."""

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="tests")
    evidence = models.ManyToManyField(Evidence, related_name="tests")
    is_met = models.BooleanField()
    words = models.TextField()


class Closure(Said):
    """The body closed a commitment, on criteria that were met. Reopening does not undo the row."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="closures")
    on = models.DateField()
    words = models.TextField()
    check_due_on = models.DateField()
    checked_on = models.DateField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    lasted = models.BooleanField(null=True)
    check_words = models.TextField(blank=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    reopened_because = models.TextField(blank=True)

    class Meta(Said.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("commitment",),
                condition=Q(reopened_at__isnull=True),
                name="followup_one_closure_stands",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True)
                | Q(reopened_by__isnull=False) & ~Q(reopened_because=""),
                name="followup_reopened_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True, lasted__isnull=True)
                | Q(checked_on__isnull=False, lasted__isnull=False, checked_by__isnull=False)
                & ~Q(check_words=""),
                name="followup_checked_whole",
            ),
        )

    @property
    def state(self) -> rules.ClosureState:
        """What became of it."""
        if self.reopened_at is not None:
            return rules.ClosureState.REOPENED
        if self.lasted is None:
            return rules.ClosureState.TO_CHECK
        return rules.ClosureState.LASTED if self.lasted else rules.ClosureState.DID_NOT_LAST
