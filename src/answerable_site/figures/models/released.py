"""Results of measures, what of them may be shown, what was released, and the ledger of it.

Results, protected figures and the ledger hold counts that nobody outside the force may see: the
wall keeps them. Released figures hold what passed the gate, and nothing else.
"""

from __future__ import annotations

from functools import cached_property

import msgspec
from django.db import models
from django.db.models import F, Q

from answerable_site.figures.models.cuts import DataCut
from answerable_site.figures.rules import Asked, ShownFigure, Told, WorkState
from answerable_site.people.models import Organisation, User
from answerable_site.publication.models import FiguresRelease

_STATES = [(one.value, one.value) for one in WorkState]


class Work(models.Model):
    """Something that is done in the background."""

    state = models.CharField(max_length=10, choices=_STATES)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    last_sign_at = models.DateTimeField()
    """When it was last taken up or ended."""
    ended_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    """Why nothing came of it and what to do, in a plain sentence."""

    class Meta:
        abstract = True


class Results(Work):
    """What measures answer over a cut, with the whole working: for those of the force alone."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the cut; the wall goes by it."""
    cut = models.ForeignKey(DataCut, on_delete=models.PROTECT, related_name="results")
    questions = models.JSONField()
    """Each a measure and its breakdowns."""
    content = models.BinaryField(null=True)
    """As `answerable.release.results` writes them; None until they are worked out."""

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=WorkState.MADE.value, content__isnull=False)
                | ~Q(state=WorkState.MADE.value) & Q(content__isnull=True),
                name="figures_results_are_there_once_made",
            ),
        )

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What was asked."""
        return tuple((measure, tuple(by)) for measure, by in self.questions)

    @property
    def name(self) -> str:
        """What its sign of life is called."""
        return f"results-{self.pk}"


class ProtectedFigures(Work):
    """Figures of results as they may be shown under a profile: prepared by one person, released or
    sent back by another."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    results = models.ForeignKey(Results, on_delete=models.PROTECT, related_name="protected")
    profile = models.CharField(max_length=40)
    corrects = models.ForeignKey(
        "ReleasedFigures", null=True, on_delete=models.PROTECT, related_name="corrections"
    )
    note = models.TextField(blank=True)
    """What was wrong in those that it corrects, for whoever reads them."""
    content = models.BinaryField(null=True)
    """The release as `answerable.release.made` writes it, hidden counts with it."""
    content_hash = models.CharField(max_length=64, blank=True)
    """SHA-256 of it."""
    told = models.JSONField(null=True)
    """What is hidden and why, in the shape of `rules.Told`."""
    sent_back_at = models.DateTimeField(null=True)
    sent_back_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_back_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=WorkState.MADE.value, content__isnull=False)
                | ~Q(state=WorkState.MADE.value) & Q(content__isnull=True),
                name="figures_protected_are_there_once_made",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, note="")
                | Q(corrects__isnull=False) & ~Q(note=""),
                name="figures_corrected_with_a_note",
            ),
            models.CheckConstraint(
                condition=Q(sent_back_at__isnull=True, sent_back_by__isnull=True)
                | Q(sent_back_at__isnull=False, sent_back_by__isnull=False)
                & ~Q(sent_back_because=""),
                name="figures_sent_back_with_a_reason",
            ),
        )

    @property
    def name(self) -> str:
        """What its sign of life is called."""
        return f"protected-{self.pk}"

    @property
    def utility(self) -> Told:
        """What is hidden and why."""
        return msgspec.convert(self.told, Told)


class ReleasedFiguresQuerySet(models.QuerySet["ReleasedFigures"]):
    def standing(self) -> ReleasedFiguresQuerySet:
        """Those that nobody withdrew."""
        return self.filter(withdrawn_at__isnull=True)


class ReleasedFigures(models.Model):
    """What was released: what passed the gate of a profile, and nothing else. Kept for ever."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    protected = models.OneToOneField(
        ProtectedFigures, on_delete=models.PROTECT, related_name="released"
    )
    profile = models.CharField(max_length=40)
    marking = models.CharField(max_length=40, blank=True)
    as_of = models.DateField()
    digest = models.CharField(max_length=64)
    """That of the release: of what is shown."""
    content = models.BinaryField()
    """The figures, as `rules.written` writes them."""
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    note = models.TextField(blank=True)
    public = models.OneToOneField(
        FiguresRelease, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """Where the public reads them; None of those for a meeting."""
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    """Who asked for the results."""
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    """Who had them protected."""
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = ReleasedFiguresQuerySet.as_manager()

    class Meta:
        ordering = ("-released_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(released_by=F("prepared_by")) & ~Q(released_by=F("asked_by")),
                name="figures_released_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_because=""),
                name="figures_withdrawn_with_a_reason",
            ),
        )

    @cached_property
    def figures(self) -> tuple[ShownFigure, ...]:
        """What was released, in its order."""
        return msgspec.json.decode(bytes(self.content), type=tuple[ShownFigure, ...])


class LedgerEntry(models.Model):
    """A table that was released of a force, hidden counts with it. Never changed or deleted."""

    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    content = models.BinaryField()
    """The entry as `answerable.disclosure.ledger` writes it: each names the one before it."""
    released = models.ForeignKey(ReleasedFigures, on_delete=models.PROTECT, related_name="entries")

    class Meta:
        ordering = ("force_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("force", "number"), name="figures_ledger_entries_follow"
            ),
        )
