"""Priorities of a Police and Crime Plan, to which answers refer."""

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User


class PlanPriority(models.Model):
    """One priority of a body's Police and Crime Plan, from a day to a day, both inclusive."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="priorities")
    plan = models.CharField(max_length=200)
    """The title of the plan."""
    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("body_id", "-from_on", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("body", "plan", "name"), name="register_a_priority_once"
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="register_a_priority_ends_after_it_begins",
            ),
        )
