"""Services as the directory names them, their capacity, and what is commissioned."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User
from answerable_site.support.models.surveys import Noted
from answerable_site.support.rules import ServiceKind


class Service(Noted):
    """A support service in the directory of a policing body, commissioned or not."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Where its people work with this product; null where they do not."""
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("body", "organisation"), name="support_one_service_an_organisation"
            ),
        )

    @property
    def subject(self) -> str:
        """As the record of acts names it."""
        return f"support.service:{self.pk}"


class ServiceEntry(Noted):
    """What the directory says of a service; appended, the latest recorded counts."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="entries")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=[(k.value, k.label) for k in ServiceKind])
    what = models.TextField()
    for_whom = models.TextField()
    areas = models.CharField(max_length=500)
    how_to_refer = models.TextField()
    contact = models.CharField(max_length=200, blank=True)
    """How somebody turns to it themselves; stands on survey pages. Empty where it wants none."""


class Capacity(Noted):
    """How many people a service could support in a month, and how many waited; appended, the latest
    recorded for a month counts."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="capacities")
    month = models.DateField()
    """Its first day."""
    places = models.PositiveIntegerField()
    in_support = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    usual_wait = models.PositiveIntegerField(null=True)
    """Calendar days that half of those who came off the list had waited no longer than; null where
    nobody did."""

    class Meta:
        ordering = ("month", "at", "pk")


class Need(Noted):
    """What was found to be needed, and by which assessment."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    words = models.TextField()
    source = models.CharField(max_length=500)
    assessed_on = models.DateField()

    class Meta:
        ordering = ("-assessed_on", "-pk")


class Contract(Noted):
    """What a body commissions a service to do, from a day to a day, both inclusive."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="contracts")
    need = models.ForeignKey(Need, null=True, on_delete=models.PROTECT, related_name="contracts")
    """What it answers; null where no assessment led to it."""
    title = models.CharField(max_length=200)
    from_on = models.DateField()
    to_on = models.DateField()
    pounds = models.PositiveIntegerField()
    """Its whole value."""
    outcomes_wanted = models.TextField()

    class Meta:
        ordering = ("-from_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="support_a_contract_ends_after_it_begins"
            ),
        )


class OutcomeReport(Noted):
    """What a service says was reached, commissioned or not."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="outcomes")
    contract = models.ForeignKey(
        Contract, null=True, on_delete=models.PROTECT, related_name="outcomes"
    )
    """Under which; null where none commissions it."""
    from_on = models.DateField()
    to_on = models.DateField()
    outcome = models.CharField(max_length=200)
    supported = models.PositiveIntegerField()
    reached = models.PositiveIntegerField()
    how_known = models.CharField(max_length=500)
    """How it was found out, such as a questionnaire at the end."""

    class Meta:
        ordering = ("-to_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="support_outcomes_are_of_a_time"
            ),
            models.CheckConstraint(
                condition=Q(reached__lte=F("supported")), name="support_no_more_than_all_reached"
            ),
        )
