"""Owners, target dates, pauses, states and updates: appended, never changed."""

from django.db import models
from django.db.models import F, Q

from answerable_site.followup import rules
from answerable_site.followup.models.commitments import Action, Commitment
from answerable_site.followup.models.tracked import Said, about_one
from answerable_site.people.models import Organisation, User


class Ownership(Said):
    """Who owns a commitment or an action from a moment on; nobody where the owner was taken off."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.CASCADE, related_name="ownerships"
    )
    action = models.ForeignKey(
        Action, null=True, on_delete=models.CASCADE, related_name="ownerships"
    )
    owner = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta(Said.Meta):
        constraints = (about_one("followup_owner_of_one"),)


class BodyChange(Said):
    """A commitment passed from the body that followed it up to the one that succeeded."""

    commitment = models.ForeignKey(
        Commitment, on_delete=models.CASCADE, related_name="body_changes"
    )
    from_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    to_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    """The first day of the successor."""


class TargetDate(Said):
    """A target date as it was set. The first is the original."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.CASCADE, related_name="targets"
    )
    action = models.ForeignKey(Action, null=True, on_delete=models.CASCADE, related_name="targets")
    number = models.PositiveSmallIntegerField()
    """0 for the original."""
    on = models.DateField()
    whose = models.CharField(max_length=20, choices=[(w, w.label) for w in rules.Whose])
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            about_one("followup_target_of_one"),
            models.UniqueConstraint(
                fields=("commitment", "number"), name="followup_targets_of_commitments_are_counted"
            ),
            models.UniqueConstraint(
                fields=("action", "number"), name="followup_targets_of_actions_are_counted"
            ),
            models.CheckConstraint(
                condition=Q(number=0) | ~Q(reason=""), name="followup_a_revision_says_why"
            ),
        )


class Pause(Said):
    """Nothing goes up while this lasts. It changes no date, and nothing late looks in time."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.CASCADE, related_name="pauses"
    )
    action = models.ForeignKey(Action, null=True, on_delete=models.CASCADE, related_name="pauses")
    from_on = models.DateField()
    until_on = models.DateField()
    """The last day, inclusive."""
    reason = models.TextField()

    class Meta(Said.Meta):
        constraints = (
            about_one("followup_pause_of_one"),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="followup_a_pause_ends"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="followup_a_pause_says_why"),
        )


class ProgressUpdate(Said):
    """What was done since the last one, and a rating. Internal; a wording for the public is its
    own row."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.CASCADE, related_name="updates"
    )
    action = models.ForeignKey(Action, null=True, on_delete=models.CASCADE, related_name="updates")
    on = models.DateField()
    rating = models.CharField(
        max_length=10, blank=True, choices=[(r, r.label) for r in rules.Rating]
    )
    """Empty only where an imported tracker rates nothing."""
    words = models.TextField()
    state = models.CharField(
        max_length=20, blank=True, choices=[(s, s.label) for s in rules.ActionState]
    )
    """The state of the action from then on; empty where it is about a commitment."""
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    """Somebody else of the organisation, who agrees that it may be said so inside."""

    class Meta(Said.Meta):
        constraints = (
            about_one("followup_update_of_one"),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True, agreed_at__isnull=True)
                | Q(agreed_by__isnull=False, agreed_at__isnull=False) & ~Q(agreed_by=F("by")),
                name="followup_agreed_by_somebody_else",
            ),
        )
        indexes = (
            models.Index(fields=("at",), name="followup_updates_by_moment"),
            models.Index(
                fields=("at", "id"),
                condition=Q(agreed_at__isnull=True),
                name="followup_updates_to_agree",
            ),
        )


class PublicWording(Said):
    """What may be told the public of a commitment: proposed by one person, approved by another."""

    commitment = models.ForeignKey(
        Commitment, on_delete=models.CASCADE, related_name="public_wordings"
    )
    words = models.TextField()
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Said.Meta):
        constraints = (
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("by")),
                name="followup_wording_approved_by_somebody_else",
            ),
        )
        indexes = (
            models.Index(
                fields=("at", "id"),
                condition=Q(approved_at__isnull=True),
                name="followup_wordings_to_approve",
            ),
        )


class OwnStatement(Said):
    """What the organisation says of itself. A claim, with the day that it speaks of."""

    commitment = models.ForeignKey(
        Commitment, on_delete=models.CASCADE, related_name="own_statements"
    )
    view = models.CharField(max_length=20, choices=[(v, v.label) for v in rules.OwnView])
    on = models.DateField()
    words = models.TextField()
    told_to_office = models.BooleanField(default=False)
    """The office wrote down what the organisation told it."""


class AssuranceLevel(Said):
    """A level of assurance as a body calls it."""

    body = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="assurance_levels"
    )
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in rules.AssuranceKind])
    position = models.PositiveSmallIntegerField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("body_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "name"),
                condition=Q(ended_at__isnull=True),
                name="followup_a_level_once",
            ),
        )


class Assurance(Said):
    """The policing body’s judgement on what it has seen."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="assurances")
    level = models.ForeignKey(AssuranceLevel, on_delete=models.PROTECT, related_name="assurances")
    kind = models.CharField(max_length=20, choices=[(k, k.label) for k in rules.AssuranceKind])
    """That of the level on the day."""
    on = models.DateField()
    words = models.TextField()


class InspectorateStatement(Said):
    """What the inspectorate said, as the office learnt it."""

    commitment = models.ForeignKey(
        Commitment, on_delete=models.CASCADE, related_name="inspectorate_statements"
    )
    status = models.CharField(
        max_length=20, choices=[(s, s.label) for s in rules.InspectorateStatus]
    )
    closure_level = models.CharField(max_length=100, blank=True)
    """Who signs off at the inspectorate, as the body calls its levels; empty if not told."""
    on = models.DateField()
    words = models.TextField()
    source_address = models.URLField(max_length=500, blank=True)


class ClosureLevel(Said):
    """Who signs off a closure at the inspectorate, as a body was told that its levels are called.

    Their number and meaning are not published, so none is built in.
    """

    body = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="closure_levels")
    name = models.CharField(max_length=100)
    who = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("body_id", "name", "pk")
