"""What stands on an agenda, and what was left out."""

from django.db import models
from django.db.models import Q

from answerable_site.followup.models import Commitment
from answerable_site.people.models import User
from answerable_site.scrutiny import rules
from answerable_site.scrutiny.models.meetings import Meeting, Noted


class AgendaItem(Noted):
    """Something proposed for a meeting, and what a person said about it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    commitment = models.ForeignKey(
        Commitment, null=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    """Null where the item is about no single commitment."""
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    state = models.CharField(
        max_length=20,
        default=rules.ItemState.PROPOSED,
        choices=[(s, s) for s in rules.ItemState],
    )
    is_public = models.BooleanField(default=True)
    """Whether the public may read what belongs to it."""
    left_out_because = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "commitment"), name="scrutiny_a_commitment_once_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(state=rules.ItemState.PROPOSED)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="scrutiny_a_person_decides_what_stands_on_an_agenda",
            ),
            models.CheckConstraint(
                condition=~Q(state=rules.ItemState.LEFT_OUT) | ~Q(left_out_because=""),
                name="scrutiny_left_out_with_a_reason",
            ),
        )
