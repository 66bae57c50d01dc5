"""A response's own row, whether it is owed at all, and which body it passed to."""

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User
from answerable_site.register.models import Inspection
from answerable_site.responses.rules.words import BindingGround, InformationKind


class Response(models.Model):
    """One body's response to one inspection; it has a row from the first act on."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="responses")
    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="responses")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "body"), name="responses_one_a_body_and_inspection"
            ),
        )


class BindingDecision(models.Model):
    """A person decided whether section 55 binds the body; appended, the latest counts."""

    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, related_name="binding_decisions"
    )
    ground = models.CharField(max_length=30, choices=[(g, g) for g in BindingGround])
    proposed = models.CharField(max_length=30, choices=[(g, g) for g in BindingGround])
    """What the product proposed at that moment."""
    answered_with = models.ForeignKey(
        Inspection, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The force report with the same findings, where the ground names one."""
    reason = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("decided_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_with__isnull=True)
                | Q(ground=BindingGround.ANSWERED_WITH_ANOTHER),
                name="responses_another_report_only_where_it_is_the_ground",
            ),
        )


class HandOver(models.Model):
    """An open response passed to the body that succeeds; what was done before stays in it."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="hand_overs")
    from_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    to_body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    handed_over_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(from_body=F("to_body")), name="responses_handed_over_to_another"
            ),
        )


class SpecifiedInformation(models.Model):
    """Where an elected body shows its latest PEEL report or summary assessment; appended.

    A duty apart from the response: the Specified Information Order, not section 55.
    """

    body = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="specified_information"
    )
    kind = models.CharField(max_length=30, choices=[(k, k) for k in InformationKind])
    inspection = models.ForeignKey(
        Inspection, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The inspection in the register, where it stands there."""
    title = models.CharField(max_length=500)
    published_on = models.DateField()
    """The day on which the inspectorate published what is shown."""
    address = models.URLField(max_length=500)
    """The page of the body's website on which it is shown."""
    shown_from_on = models.DateField()
    checked_on = models.DateField()
    """The day on which somebody looked and found it there, in a prominent place."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")


class MilestonePause(models.Model):
    """The office stopped its own milestones; the statutory clock never stops. Both days count."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="pauses")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="responses_a_pause_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=("response",),
                condition=Q(to_on__isnull=True),
                name="responses_one_pause_runs",
            ),
        )
