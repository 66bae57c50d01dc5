"""Reviews, risks, escalation and the choices of a body."""

from django.db import models
from django.db.models import Q

from answerable_site.followup import rules
from answerable_site.followup.models.commitments import Action, Commitment
from answerable_site.followup.models.tracked import Said, about_one
from answerable_site.people.models import Organisation, User


class Review(Said):
    """A day on which a commitment is looked at, planned and then held."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="reviews")
    due_on = models.DateField()
    note = models.TextField(blank=True)
    """Why it is planned."""
    held_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(held_on__isnull=True)
                | Q(held_at__isnull=False, held_by__isnull=False) & ~Q(words=""),
                name="followup_a_held_review_says_what_came_of_it",
            ),
        )


class Risk(Said):
    """What could stand in the way."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="risks")
    words = models.TextField()
    rating = models.CharField(max_length=10, choices=[(r, r.label) for r in rules.RiskRating])
    mitigation = models.TextField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)


class LadderStep(Said):
    """Who of an organisation is told when something goes up, level by level."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="ladder")
    position = models.PositiveSmallIntegerField()
    """0 for the first level."""
    title = models.CharField(max_length=100)
    """What the level is called: "Manager of the owner", "Deputy chief constable"."""
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("organisation_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "position"),
                condition=Q(ended_at__isnull=True),
                name="followup_one_person_a_level",
            ),
        )


class Escalation(models.Model):
    """Something went up to a level, by rule."""

    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.CASCADE, related_name="escalations"
    )
    action = models.ForeignKey(
        Action, null=True, on_delete=models.CASCADE, related_name="escalations"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose ladder it went up."""
    trigger = models.CharField(max_length=20, choices=[(t, t.label) for t in rules.Trigger])
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100)
    """What the level was called on the day."""
    told = models.ForeignKey(User, on_delete=models.PROTECT, related_name="escalations")
    on = models.DateField()
    raised_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_words = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)
    """When the trigger no longer held."""

    class Meta:
        ordering = ("raised_at", "pk")
        constraints = (
            about_one("followup_escalation_of_one"),
            models.UniqueConstraint(
                fields=("commitment", "trigger", "position"),
                condition=Q(settled_at__isnull=True),
                name="followup_commitments_go_up_once_a_level",
            ),
            models.UniqueConstraint(
                fields=("action", "trigger", "position"),
                condition=Q(settled_at__isnull=True),
                name="followup_actions_go_up_once_a_level",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True)
                | Q(acknowledged_by__isnull=False) & ~Q(acknowledged_words=""),
                name="followup_acknowledged_in_words",
            ),
        )
        indexes = (
            models.Index(
                fields=("told",),
                condition=Q(settled_at__isnull=True),
                name="followup_standing_escalations",
            ),
        )


class BodyPolicy(Said):
    """What a body asks of follow-up, from a moment on; the latest counts."""

    body = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="followup_policies"
    )
    revisions_allowed = models.PositiveSmallIntegerField(null=True)
    demonstration_days = models.PositiveSmallIntegerField()
    evidence_months = models.PositiveSmallIntegerField()
    update_days = models.PositiveSmallIntegerField()
    sustainment_months = models.PositiveSmallIntegerField()
    step_days = models.PositiveSmallIntegerField()

    @property
    def policy(self) -> rules.Policy:
        """The choices, for the rules."""
        return rules.Policy(
            revisions_allowed=self.revisions_allowed,
            demonstration_days=self.demonstration_days,
            evidence_months=self.evidence_months,
            update_days=self.update_days,
            sustainment_months=self.sustainment_months,
            step_days=self.step_days,
        )


class PracticeReview(Said):
    """A periodic review of how something is done, such as recommendations 5, 6 and 7 ask for."""

    body = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="practice_reviews"
    )
    commitments = models.ManyToManyField(Commitment, related_name="practice_reviews")
    pathway = models.CharField(max_length=20, choices=[(p, p.label) for p in rules.Pathway])
    title = models.CharField(max_length=200)
    period_from_on = models.DateField()
    period_to_on = models.DateField()
    held_on = models.DateField()
    scope = models.TextField()
    commissioned_services = models.TextField(blank=True)
    """Who took part, one a line; so are the next two."""
    other_services = models.TextField(blank=True)
    advocates = models.TextField(blank=True)
    victims_input = models.TextField()
    """How victims were heard and what they said, without anything that tells who they are."""
    found = models.TextField()
    changed = models.TextField()
    next_due_on = models.DateField()

    class Meta:
        ordering = ("-held_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(period_to_on__gte=models.F("period_from_on")),
                name="followup_a_period_ends_after_it_begins",
            ),
        )


class SavedFilter(models.Model):
    """A view of the list that a person keeps under a name."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    asked = models.JSONField()
    """The fields of the filter as they were chosen."""
    at = models.DateTimeField()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("person", "name"), name="followup_a_name_once"),
        )
