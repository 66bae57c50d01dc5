"""Sources, what was loaded from them, and the rows that were set aside."""

from __future__ import annotations

from functools import cached_property

import msgspec
from django.db import models
from django.db.models import F, Q

from answerable.mappings import Profile
from answerable.mappings.profiles import profile_from
from answerable_site.casework.models import Case, CaseEvent, CaseReference
from answerable_site.intake.rules import (
    Compared,
    Counts,
    Likeness,
    LinkState,
    QueueState,
    RowState,
)
from answerable_site.people.models import Organisation, User


class Source(models.Model):
    """A system whose extracts an organisation loads into cases of a force."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose system it is; on its side the events count as recorded."""
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """Whose cases its rows are about; the same where a force loads its own."""
    name = models.CharField(max_length=60)
    """That of its profile."""
    urn_column = models.CharField(max_length=60, blank=True)
    """The column that holds the URN of the case; empty where none does."""
    sealed_key = models.TextField()
    """Under the encryption keys of cases: what tells events of this source apart from file to file
    is hashed with it, so that a copy of the database alone tells nothing about a row."""

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "force", "name"), name="intake_source_once"
            ),
        )


class ProfileVersion(models.Model):
    """One version of what is known of a source. Appended, never changed."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    """As `answerable.mappings.profile_digest` gives it."""
    data = models.JSONField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("version",)
        constraints = (
            models.UniqueConstraint(fields=("source", "version"), name="intake_profile_version"),
        )

    @cached_property
    def profile(self) -> Profile:
        """What it says, as the library reads it."""
        return profile_from(self.data, f"{self.source.name}, version {self.version}")


class BatchQuerySet(models.QuerySet["Batch"]):
    def standing(self) -> BatchQuerySet:
        """Those that nobody undid."""
        return self.filter(undone_at__isnull=True)


class Batch(models.Model):
    """One file that was loaded, whole."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="batches")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the source; the wall goes by it."""
    profile = models.ForeignKey(ProfileVersion, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    as_at = models.DateField()
    """The day of the extract."""
    receipt = models.JSONField()
    """As `answerable.mappings.Receipt` gives it, with the `difference` of a file that corrects
    another."""
    completeness = models.JSONField()
    """By column: how many cells came to a value, how many are doubtful or blank."""
    rows_read = models.PositiveIntegerField()
    rows_loaded = models.PositiveIntegerField()
    rows_unchanged = models.PositiveIntegerField()
    rows_set_aside = models.PositiveIntegerField()
    rows_blank = models.PositiveIntegerField()
    cases_added = models.PositiveIntegerField()
    events_added = models.PositiveIntegerField()
    """Those that were put in the place of others among them."""
    events_changed = models.PositiveIntegerField()
    events_withdrawn = models.PositiveIntegerField()
    """Told by the file that this one supersedes, and no more."""
    root_digest = models.CharField(max_length=64)
    """Of all its events, as `rules.root_digest` reckons it from them."""
    supersedes = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_why = models.TextField(blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ("-loaded_at", "-pk")
        indexes = (
            models.Index(fields=("organisation", "-loaded_at"), name="intake_batch_by_place"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    rows_read=F("rows_loaded")
                    + F("rows_unchanged")
                    + F("rows_set_aside")
                    + F("rows_blank")
                ),
                name="intake_batch_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="intake_batch_undone_by_somebody",
            ),
        )

    @property
    def difference(self) -> tuple[Compared, ...] | None:
        """What it told otherwise than its source did before, by kind; None where it corrects no
        load."""
        told = self.receipt.get("difference")
        return None if told is None else msgspec.convert(told, tuple[Compared, ...])

    @property
    def counts(self) -> Counts:
        """Its rows."""
        return Counts(
            self.rows_read,
            self.rows_loaded,
            self.rows_unchanged,
            self.rows_set_aside,
            self.rows_blank,
        )


class QueuedLoad(models.Model):
    """An extract that somebody confirmed, to be loaded in the background."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="queued")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the source; the wall goes by it."""
    stored_as = models.CharField(max_length=255, unique=True)
    """Under which name the file is kept, until the load has ended."""
    sha256 = models.CharField(max_length=64)
    as_at = models.DateField()
    sheet = models.CharField(max_length=200, blank=True)
    supersedes = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=[(state, state) for state in QueueState])
    step = models.CharField(max_length=100, blank=True)
    """What is being done now, in words."""
    percent = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    last_sign_at = models.DateTimeField()
    """When its worker last told how far it had come."""
    ended_at = models.DateTimeField(null=True)
    refusal = models.TextField(blank=True)
    """Why nothing was loaded and what to do, in a plain sentence."""
    batch = models.OneToOneField(Batch, null=True, on_delete=models.PROTECT, related_name="queued")

    class Meta:
        ordering = ("-queued_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=QueueState.LOADED, batch__isnull=False)
                | Q(batch__isnull=True) & ~Q(state=QueueState.LOADED),
                name="intake_queued_load_has_its_batch",
            ),
        )


class LoadedCase(models.Model):
    """That a case was first made by a load."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="cases")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")


class LoadedReference(models.Model):
    """That a case has a further reference from a load."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="references")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    reference = models.OneToOneField(CaseReference, on_delete=models.PROTECT, related_name="+")


class LoadedEvent(models.Model):
    """Which load an event came from, and by what it is known again in later files."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="events")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(CaseEvent, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """That of the event within its case."""
    identity = models.CharField(max_length=64)
    """What it is of, hashed: the same in every file of the source."""
    digest = models.CharField(max_length=64)
    """What it says, hashed."""
    is_current = models.BooleanField()
    """Whether later files are compared with it."""
    stands_as = models.PositiveIntegerField(null=True)
    """The number under which it stands again, where a link had put something else in its place."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source", "case", "identity"),
                condition=Q(is_current=True),
                name="intake_event_told_once",
            ),
        )


class SetAsideRowQuerySet(models.QuerySet["SetAsideRow"]):
    def waiting(self) -> SetAsideRowQuerySet:
        """Those of standing loads of which nothing has become yet."""
        return self.filter(state=RowState.WAITING, batch__undone_at__isnull=True)


class SetAsideRow(models.Model):
    """A row that was not loaded, and why. Its cells are kept under lock while it waits."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="rows")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the source; the wall goes by it."""
    row = models.PositiveIntegerField()
    """As a spreadsheet program counts."""
    reasons = models.JSONField()
    """Why: the code of each doubt and the heading of its column, which is empty where it is about
    the row as a whole."""
    sealed = models.TextField(blank=True)
    """Cells and doubts in JSON, encrypted; erased once something became of the row."""
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in RowState],
        default=RowState.WAITING.value,
    )
    taken_in = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="took")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    """Why it was given up."""

    objects = SetAsideRowQuerySet.as_manager()

    class Meta:
        ordering = ("row",)
        constraints = (
            models.UniqueConstraint(fields=("batch", "row"), name="intake_row_once"),
            models.CheckConstraint(
                condition=Q(state=RowState.WAITING, settled_at__isnull=True)
                | Q(settled_at__isnull=False, sealed="") & ~Q(state=RowState.WAITING),
                name="intake_row_settled_holds_nothing",
            ),
        )

    @property
    def codes(self) -> list[str]:
        """Why, each reason once."""
        return list(dict.fromkeys(code for code, _ in self.reasons))


class LinkQuerySet(models.QuerySet["Link"]):
    def standing(self) -> LinkQuerySet:
        """Those by which loads find cases."""
        return self.filter(state=LinkState.CONFIRMED)


class Link(models.Model):
    """That a reference, as a source writes it, means a case that bears another; or that two cases
    of a force go together, for they bear one URN. Proposed, accepted by one person, confirmed by a
    second. What becomes of it stays; a link is never made anew."""

    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="links")
    """Whose reference it is; None between two cases."""
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    """That of the source, or the force; the wall goes by it and by the force."""
    force = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    """The later one of two cases."""
    identity = models.CharField(max_length=64, blank=True)
    """The reference, hashed with the key of the source."""
    likeness = models.CharField(max_length=20, choices=[(one, one.label) for one in Likeness])
    state = models.CharField(
        max_length=10,
        choices=[(state, state.label) for state in LinkState],
        default=LinkState.PROPOSED,
    )
    reference = models.OneToOneField(
        CaseReference, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """By which loads find the case; none unless the link stands, or between two cases."""
    proposed_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_why = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_why = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    """When it was refused or ended."""
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_why = models.TextField(blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ("-proposed_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("source", "identity", "case"), name="intake_link_proposed_once"
            ),
            models.UniqueConstraint(
                fields=("case", "other"),
                condition=Q(other__isnull=False),
                name="intake_pair_proposed_once",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=False, other__isnull=True)
                | Q(source__isnull=True, other__isnull=False, other__gt=F("case"), identity=""),
                name="intake_link_of_a_reference_or_a_pair",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | Q(accepted_by__isnull=False) & ~Q(confirmed_by=F("accepted_by")),
                name="intake_link_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(state=LinkState.CONFIRMED, reference__isnull=False, other__isnull=True)
                | Q(reference__isnull=True)
                & (~Q(state=LinkState.CONFIRMED) | Q(other__isnull=False)),
                name="intake_link_stands_by_its_reference",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=False)
                | ~Q(state__in=(LinkState.CONFIRMED, LinkState.ENDED)),
                name="intake_link_stands_by_two_people",
            ),
        )


class LinkRow(models.Model):
    """A row that waits, and names the reference of a link."""

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="rows")
    row = models.ForeignKey(SetAsideRow, on_delete=models.PROTECT, related_name="links")

    class Meta:
        ordering = ("row",)
        constraints = (
            models.UniqueConstraint(fields=("link", "row"), name="intake_link_waits_once"),
        )


class LinkedLoad(models.Model):
    """A load that found its case by a link. What it told of the case came through the link."""

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="loads")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="links")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("link", "batch"), name="intake_load_linked_once"),
        )
