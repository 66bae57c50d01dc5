"""Data cuts: asked for, made, kept, erased. What is in them lies in files (`folders`)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from answerable_site.figures.rules import CutState
from answerable_site.people.models import Organisation, User


class CutKey(models.Model):
    """With what the cases of a force are numbered in its cuts."""

    force = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    """Under the encryption keys of cases: a copy of the database alone tells no number."""


class DataCut(models.Model):
    """One cut that was made. Never changed; its row stays when its files are erased."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose cases it holds; the wall goes by it."""
    name = models.CharField(max_length=120, unique=True)
    """That of its folder."""
    as_of = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    last_day = models.DateField()
    """Until when it is needed, as planned when it was made."""
    digest = models.CharField(max_length=64)
    cases = models.PositiveIntegerField()
    events = models.PositiveIntegerField()
    manifest = models.JSONField()
    """As `answerable.cuts.manifest.Manifest` gives it."""
    compared_with = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="later"
    )
    changes = models.JSONField(null=True)
    """What changed since that one, by table and by case; None where it was compared with none."""
    not_compared = models.TextField(blank=True)
    """Why the one before could not be compared; empty where it was, or there was none."""

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("force", "-as_of"), name="figures_cut_by_force"),)

    @property
    def needed_until(self) -> date:
        """Until when it is needed, inclusive, as planned last."""
        replanned = list(self.replannings.all())
        return replanned[-1].last_day if replanned else self.last_day

    @property
    def size(self) -> int:
        """Bytes of its tables."""
        return sum(table["size"] for table in self._tables.values())

    @property
    def files(self) -> int:
        """Its tables and its manifest."""
        return len(self._tables) + 1

    @property
    def _tables(self) -> dict[str, Any]:
        tables: dict[str, Any] = self.manifest["tables"]
        return tables


class Replanning(models.Model):
    """That a cut is needed for longer, or not as long, than planned before. Each one stays."""

    cut = models.ForeignKey(DataCut, on_delete=models.PROTECT, related_name="replannings")
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the cut; the wall goes by it."""
    last_day = models.DateField()
    why = models.TextField()
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("planned_at", "pk")


class QueuedCut(models.Model):
    """A cut that somebody asked for, to be made in the background."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField()
    last_day = models.DateField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CutState])
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    last_sign_at = models.DateTimeField()
    """When it was last taken up or ended; in between its worker leaves signs beside the files."""
    ended_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    """Why no cut was made and what to do, in a plain sentence."""
    cut = models.OneToOneField(DataCut, null=True, on_delete=models.PROTECT, related_name="queued")

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=CutState.MADE.value, cut__isnull=False)
                | Q(cut__isnull=True) & ~Q(state=CutState.MADE.value),
                name="figures_queued_cut_has_its_cut",
            ),
        )

    @property
    def name(self) -> str:
        """What its folder is called: no other cut ever is."""
        return f"{self.force.slug}-{self.as_of.isoformat()}-{self.pk}"


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def running(self) -> ErasureQuerySet:
        """Those that nobody called off and that are not done."""
        return self.filter(called_off_at__isnull=True, erased_at__isnull=True)

    def standing(self) -> ErasureQuerySet:
        """Those that nobody called off."""
        return self.filter(called_off_at__isnull=True)

    def confirmed(self) -> ErasureQuerySet:
        """Those of them that somebody confirmed."""
        return self.standing().filter(confirmed_at__isnull=False)


class Erasure(models.Model):
    """That a cut is to be erased: asked for by one person, confirmed by another, done later."""

    cut = models.ForeignKey(DataCut, on_delete=models.PROTECT, related_name="erasures")
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the cut; the wall goes by it."""
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    erase_on = models.DateField(null=True)
    """The first day on which its files are erased; until then they lie in quarantine."""
    called_off_at = models.DateTimeField(null=True)
    called_off_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    called_off_why = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("cut",),
                condition=Q(called_off_at__isnull=True),
                name="figures_erased_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    confirmed_at__isnull=True, confirmed_by__isnull=True, erase_on__isnull=True
                )
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, erase_on__isnull=False)
                & ~Q(confirmed_by=F("asked_by")),
                name="figures_erasure_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(called_off_at__isnull=True, called_off_by__isnull=True)
                | Q(
                    called_off_at__isnull=False,
                    called_off_by__isnull=False,
                    erased_at__isnull=True,
                ),
                name="figures_erasure_called_off_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(confirmed_at__isnull=False),
                name="figures_erased_once_confirmed",
            ),
        )
