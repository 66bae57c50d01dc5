"""Commitments, and the actions that serve them."""

from django.db import models
from django.db.models import Q

from answerable_site.followup import rules
from answerable_site.followup.models.tracked import Tracked
from answerable_site.people.models import Organisation
from answerable_site.register.models import Limb, Recommendation


class Commitment(Tracked):
    """What one organisation has to do about one recommendation, or about one of its sub-points.

    Several organisations may be bound by the same recommendation; each has a commitment of its own.
    """

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="commitments"
    )
    limb = models.ForeignKey(Limb, null=True, on_delete=models.PROTECT, related_name="commitments")
    """The sub-point; null for the recommendation as a whole."""
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="commitments"
    )
    """Which has to act."""
    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="commitments_followed"
    )
    """The local policing body that follows it up."""
    summary = models.CharField(max_length=300)
    """What the organisation said it would do, in a line."""
    promise = models.TextField(blank=True)
    """The same at length, in its own words."""
    reference = models.CharField(max_length=60, blank=True)
    """Its number in the tracker that it was imported from, or that the office uses."""
    own_view = models.CharField(
        max_length=20, blank=True, choices=[(v, v.label) for v in rules.OwnView]
    )
    assurance = models.CharField(
        max_length=20, blank=True, choices=[(a, a.label) for a in rules.AssuranceKind]
    )
    assurance_name = models.CharField(max_length=100, blank=True)
    """As the body calls the level."""
    inspectorate = models.CharField(
        max_length=20, blank=True, choices=[(s, s.label) for s in rules.InspectorateStatus]
    )
    review_due_on = models.DateField(null=True)
    """The earliest review that was planned and not held."""
    update_due_on = models.DateField(null=True)
    evidence_on = models.DateField(null=True)
    """The day to which the newest evidence speaks."""
    closed_on = models.DateField(null=True)
    """The day of the closure that stands; null while it is open."""
    check_due_on = models.DateField(null=True)
    """When the closure is to be checked; null if it was, or it is open."""
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("body_id", "recommendation_id", "limb_id", "organisation_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("recommendation", "organisation", "body"),
                condition=Q(limb__isnull=True),
                name="followup_a_commitment_once",
            ),
            models.UniqueConstraint(
                fields=("recommendation", "limb", "organisation", "body"),
                condition=Q(limb__isnull=False),
                name="followup_a_commitment_once_a_limb",
            ),
            models.UniqueConstraint(
                fields=("body", "reference"),
                condition=~Q(reference=""),
                name="followup_a_reference_once_a_body",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(done_on__isnull=False),
                name="followup_only_what_is_done_is_closed",
            ),
        )
        # The two orders of the list, with what its filters ask: a page and its count are read off
        # the index.
        indexes = (
            models.Index(
                fields=(
                    *("body", "original_on", "id", "closed_on", "done_on", "own_view"),
                    *("assurance", "inspectorate", "whose_date", "owner", "organisation"),
                    *("revisions", "review_due_on", "update_due_on", "evidence_on"),
                    *("check_due_on", "recommendation", "summary"),
                ),
                name="followup_soonest_first",
            ),
            models.Index(
                fields=("body", "-changed_at", "id", "closed_on"), name="followup_latest_first"
            ),
            models.Index(
                fields=("organisation", "body", "original_on"), name="followup_by_organisation"
            ),
        )

    @property
    def dates(self) -> rules.Dates:
        """What timeliness follows from: what is said to be done counts once it is closed."""
        return rules.Dates(
            original_on=self.original_on,
            done_on=self.done_on,
            needs_proof=True,
            proved_on=self.closed_on,
        )


class Action(Tracked):
    """Something to be done, by one organisation; it may serve several commitments."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="actions")
    commitments = models.ManyToManyField(Commitment, related_name="actions")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="tasks")
    """The action that a task is a part of."""
    kind = models.CharField(
        max_length=20,
        default=rules.ActionKind.ACTION,
        choices=[(k, k.label) for k in rules.ActionKind],
    )
    title = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    reference = models.CharField(max_length=60, blank=True)
    """Its number in the list that it was imported from, or that the organisation uses."""
    state = models.CharField(
        max_length=20,
        default=rules.ActionState.NOT_STARTED,
        choices=[(s, s.label) for s in rules.ActionState],
    )
    needs = models.ManyToManyField(
        "self", symmetrical=False, through="Dependency", related_name="needed_by"
    )

    class Meta:
        ordering = ("target_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=rules.ActionState.DONE, done_on__isnull=False)
                | ~Q(state=rules.ActionState.DONE) & Q(done_on__isnull=True),
                name="followup_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(kind=rules.ActionKind.TASK),
                name="followup_only_tasks_have_a_parent",
            ),
        )
        indexes = (
            models.Index(
                fields=("owner", "target_on"),
                condition=Q(state__in=sorted(rules.OPEN_STATES)),
                name="followup_open_by_owner",
            ),
            # Of all states: SQLite takes no index for a part of the rows where the states are
            # given as parameters.
            models.Index(
                fields=(
                    "original_on",
                    "id",
                    "state",
                    "done_on",
                    "owner",
                    "revisions",
                    "title",
                    "reference",
                ),
                name="followup_actions_in_order",
            ),
            models.Index(fields=("organisation", "owner"), name="followup_owners_of_actions"),
        )

    @property
    def dates(self) -> rules.Dates:
        """What timeliness follows from."""
        return rules.Dates(
            original_on=self.original_on,
            done_on=self.done_on,
            dropped=self.state == rules.ActionState.CANCELLED,
        )


class Dependency(models.Model):
    """An action waits for another."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="waits_for")
    needed = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="awaited_by")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("action", "needed"), name="followup_a_dependency_once"),
            models.CheckConstraint(
                condition=~Q(action=models.F("needed")), name="followup_nothing_waits_for_itself"
            ),
        )
