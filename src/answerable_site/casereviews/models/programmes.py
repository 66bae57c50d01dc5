"""Programmes of reviews: what is asked, of which cases, and how the sample was drawn."""

from __future__ import annotations

from functools import cached_property

import msgspec
from django.db import models
from django.db.models import Q

from answerable.casereviews.intervals import Method
from answerable.casereviews.sizes import CONFIDENCE
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules import Asked, Design, ProgrammeState
from answerable_site.people.models import Organisation, User


class Programme(models.Model):
    """A review of case files of one force. Once the frame is frozen, only what follows is added."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    purpose = models.TextField()
    """Why files are read; it stands in the entry of each reading."""
    questions = models.JSONField()
    """Each in the shape of `rules.Asked`."""
    reported_from = models.DateField()
    reported_to = models.DateField()
    """Cases reported on these days, both inclusive."""
    strata = models.JSONField()
    """The strata that are reviewed, in their order."""
    precision = models.PositiveSmallIntegerField()
    """Percentage points by which a share may be off either way."""
    method = models.CharField(max_length=20, choices=[(one.value, one.label) for one in Method])
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    frozen_on = models.DateField(null=True)
    """The civil date as at which cases stand in their strata."""
    frame_hash = models.CharField(max_length=64, blank=True)
    population = models.JSONField(default=dict)
    """Files in the frame, by stratum."""
    seed = models.CharField(max_length=64, blank=True)
    drawn = models.JSONField(default=dict)
    """Files drawn, by stratum."""
    drawn_at = models.DateTimeField(null=True)
    drawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-planned_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, frame_hash="", drawn_at__isnull=True)
                | Q(frozen_at__isnull=False, frozen_on__isnull=False) & ~Q(frame_hash=""),
                name="casereviews_frozen_with_a_hash",
            ),
            models.CheckConstraint(
                condition=Q(drawn_at__isnull=True, seed="")
                | Q(drawn_at__isnull=False) & ~Q(seed=""),
                name="casereviews_drawn_with_a_seed",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closed_because=""),
                name="casereviews_closed_with_a_reason",
            ),
        )

    @property
    def state(self) -> ProgrammeState:
        """How far it has come."""
        if self.closed_at is not None:
            return ProgrammeState.CLOSED
        if self.drawn_at is not None:
            return ProgrammeState.DRAWN
        return ProgrammeState.FROZEN if self.frozen_at is not None else ProgrammeState.PLANNED

    @cached_property
    def asked(self) -> list[Asked]:
        """Its questions."""
        return msgspec.convert(self.questions, list[Asked])

    def asked_of(self, stratum: str) -> list[Asked]:
        """Its questions that a file of a stratum may be asked."""
        return [one for one in self.asked if not one.strata or Stratum(stratum) in one.strata]

    @property
    def design(self) -> Design:
        """How the sample was drawn."""
        return Design(self.population, self.drawn, CONFIDENCE, Method(self.method))

    @property
    def files(self) -> int:
        """Files in the frame."""
        return sum(self.population.values())

    @property
    def sample(self) -> int:
        """Files drawn."""
        return sum(self.drawn.values())
