"""The press: public entries of inspections and the versions of what was published about them."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from answerable_site.people.models import Organisation, User
from answerable_site.publication import rules


def _published() -> Exists:
    return Exists(PublicResponse.objects.filter(inspection=OuterRef("pk")))


def _published_in_time() -> Exists:
    return Exists(
        PublicResponse.objects.filter(
            inspection=OuterRef("pk"), published_on__lte=OuterRef("last_lawful_day")
        )
    )


class PublicInspectionQuerySet(models.QuerySet["PublicInspection"]):
    def released(self) -> "PublicInspectionQuerySet":
        """Entries that the public may see."""
        return self.filter(released_at__isnull=False)

    def waiting(self) -> "PublicInspectionQuerySet":
        """Entries that somebody prepared and nobody released yet."""
        return self.filter(released_at__isnull=True)

    def answered_in_time(self) -> "PublicInspectionQuerySet":
        """First published on or before the last lawful day."""
        return self.filter(_published_in_time())

    def answered_late(self) -> "PublicInspectionQuerySet":
        """First published after the last lawful day."""
        return self.filter(~_published_in_time(), _published(), last_lawful_day__isnull=False)

    def overdue(self, on: date) -> "PublicInspectionQuerySet":
        """Not answered although the last lawful day has passed."""
        return self.filter(~_published(), last_lawful_day__lt=on)

    def running(self, on: date) -> "PublicInspectionQuerySet":
        """Not answered, and there is still time."""
        return self.filter(~_published(), last_lawful_day__gte=on)

    def without_clock(self) -> "PublicInspectionQuerySet":
        return self.filter(last_lawful_day__isnull=True)


class PublicInspection(models.Model):
    """The public entry of an inspection for one body: typed facts, from which lateness follows."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    body_name = models.CharField(max_length=200)
    """As the body was called when the entry was prepared."""
    body_slug = models.SlugField(max_length=100)
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=500)
    published_on = models.DateField(db_index=True)
    last_lawful_day = models.DateField(null=True, db_index=True)
    period_days = models.PositiveIntegerField(null=True)
    why_no_clock = models.TextField(blank=True)
    basis_name = models.CharField(max_length=200)
    basis_citation = models.CharField(max_length=300)
    inspectorates = models.JSONField(default=list)
    source_address = models.URLField(max_length=500, blank=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = PublicInspectionQuerySet.as_manager()

    class Meta:
        ordering = ("-published_on", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("body_slug", "slug"), name="publication_an_address_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="publication_released_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True) | ~Q(released_by=F("prepared_by")),
                name="publication_released_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(last_lawful_day__isnull=True, period_days__isnull=True)
                & ~Q(why_no_clock="")
                | Q(last_lawful_day__isnull=False, period_days__isnull=False, why_no_clock=""),
                name="publication_a_clock_or_why_not",
            ),
        )

    @property
    def facts(self) -> rules.PublicFacts:
        """What the entry says."""
        return rules.PublicFacts(
            title=self.title,
            published_on=self.published_on,
            last_lawful_day=self.last_lawful_day,
            period_days=self.period_days,
            why_no_clock=self.why_no_clock,
            basis_name=self.basis_name,
            basis_citation=self.basis_citation,
            inspectorates=tuple(self.inspectorates),
            source_address=self.source_address,
        )

    def take(self, facts: rules.PublicFacts) -> None:
        """Say these facts from now on; the caller saves the row."""
        self.title = facts.title
        self.published_on = facts.published_on
        self.last_lawful_day = facts.last_lawful_day
        self.period_days = facts.period_days
        self.why_no_clock = facts.why_no_clock
        self.basis_name = facts.basis_name
        self.basis_citation = facts.basis_citation
        self.inspectorates = list(facts.inspectorates)
        self.source_address = facts.source_address


class EntryCorrectionQuerySet(models.QuerySet["EntryCorrection"]):
    def waiting(self) -> "EntryCorrectionQuerySet":
        """Those that nobody released yet."""
        return self.filter(released_at__isnull=True)

    def released(self) -> "EntryCorrectionQuerySet":
        """Those that the public sees."""
        return self.filter(released_at__isnull=False)


class EntryCorrection(models.Model):
    """A correction of an entry's facts, with what it said before and why; never changed again."""

    entry = models.ForeignKey(
        PublicInspection, on_delete=models.PROTECT, related_name="corrections"
    )
    before = models.JSONField()
    """In the shape of `rules.PublicFacts.as_json`, and so is `after`."""
    after = models.JSONField()
    reason = models.TextField()
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = EntryCorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("prepared_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("entry",),
                condition=Q(released_at__isnull=True),
                name="publication_one_correction_waits",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False)
                & ~Q(released_by=F("prepared_by")),
                name="publication_corrected_by_two_people",
            ),
        )


class PublicResponse(models.Model):
    """One published version of a response. It stays for ever; a withdrawn one says so."""

    inspection = models.ForeignKey(
        PublicInspection, on_delete=models.PROTECT, related_name="responses"
    )
    version = models.PositiveIntegerField()
    document = models.JSONField()
    """The signed document in the shape of `writing.canonical.as_json`."""
    content_hash = models.CharField(max_length=64)
    html = models.TextField()
    pdf = models.BinaryField()
    """In the table, so that a version is published in one transaction or not at all."""
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signer_name = models.CharField(max_length=200)
    signed_as = models.CharField(max_length=200)
    signed_on = models.DateField()
    published_at = models.DateTimeField()
    published_on = models.DateField()
    """The civil date in Europe/London at `published_at`; it decides timeliness."""
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("inspection_id", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("inspection", "version"), name="publication_versions_are_counted"
            ),
            models.CheckConstraint(
                condition=~Q(published_by=F("signed_by")),
                name="publication_the_signer_does_not_publish",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_because=""),
                name="publication_withdrawn_by_somebody_with_a_reason",
            ),
        )
