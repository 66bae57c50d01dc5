"""Public entries of inspections and the versions of what was published about them."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from answerable_site.people.models import Organisation, User
from answerable_site.publication import rules


def _answered() -> Q:
    """Everything that the law asks for was public on some day: here, or before on other pages."""
    whole = PublicResponse.objects.filter(inspection=OuterRef("pk"), is_complete=True)
    return Q(earlier_answer_on__isnull=False, earlier_answer_is_complete=True) | Q(Exists(whole))


def _answered_in_time() -> Q:
    whole = PublicResponse.objects.filter(
        inspection=OuterRef("pk"),
        is_complete=True,
        published_on__lte=OuterRef("last_lawful_day"),
    )
    return Q(earlier_answer_on__lte=F("last_lawful_day"), earlier_answer_is_complete=True) | Q(
        Exists(whole)
    )


def _perhaps_answered() -> Q:
    """An earlier answer was published of which nobody knows whether it was whole, and none here."""
    return (
        Q(earlier_answer_on__isnull=False, earlier_answer_is_complete__isnull=True) & ~_answered()
    )


def _surely_late() -> Q:
    """Published so late that it is late whether it was whole or not."""
    return Q(earlier_answer_on__gt=F("last_lawful_day"))


class PublicInspectionQuerySet(models.QuerySet["PublicInspection"]):
    def released(self) -> "PublicInspectionQuerySet":
        """Entries that the public may see."""
        return self.filter(released_at__isnull=False)

    def waiting(self) -> "PublicInspectionQuerySet":
        """Entries that somebody prepared and nobody released yet."""
        return self.filter(released_at__isnull=True)

    def answered_in_time(self) -> "PublicInspectionQuerySet":
        """Wholly public on or before the last lawful day."""
        return self.filter(_answered_in_time())

    def answered_late(self) -> "PublicInspectionQuerySet":
        """Wholly public only after the last lawful day."""
        late = _answered() & ~_answered_in_time() | _perhaps_answered() & _surely_late()
        return self.filter(late, last_lawful_day__isnull=False)

    def not_known(self) -> "PublicInspectionQuerySet":
        """Answered before within the period; whether wholly is not known."""
        return self.filter(_perhaps_answered(), ~_surely_late(), last_lawful_day__isnull=False)

    def overdue(self, on: date) -> "PublicInspectionQuerySet":
        """Not wholly answered although the last lawful day has passed."""
        return self.filter(~_answered(), ~_perhaps_answered(), last_lawful_day__lt=on)

    def running(self, on: date) -> "PublicInspectionQuerySet":
        """Not wholly answered, and there is still time."""
        return self.filter(~_answered(), ~_perhaps_answered(), last_lawful_day__gte=on)

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
    earlier_answer_on = models.DateField(null=True)
    """The day of an answer that was published before, on other pages than these."""
    earlier_answer_address = models.URLField(max_length=500, blank=True)
    earlier_answer_is_complete = models.BooleanField(null=True)
    """Whether that answer held everything that the law asks for; null where nobody knows."""
    passed_to = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The body that succeeded while the answer was open, and gives it."""
    passed_to_name = models.CharField(max_length=200, blank=True)
    passed_on = models.DateField(null=True)
    followed_up_by = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The body that succeeded once the answer was given, and tells what becomes of it."""
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
            models.CheckConstraint(
                condition=Q(passed_to__isnull=True, passed_on__isnull=True)
                | Q(passed_to__isnull=False, passed_on__isnull=False),
                name="publication_passed_to_a_body_on_a_day",
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
            earlier_answer_on=self.earlier_answer_on,
            earlier_answer_address=self.earlier_answer_address,
            earlier_answer_is_complete=self.earlier_answer_is_complete,
        )

    @property
    def path(self) -> str:
        """The path of its permanent address on this site."""
        return reverse(
            "publication:inspection", kwargs={"body": self.body_slug, "inspection": self.slug}
        )

    @property
    def answering_body_id(self) -> int:
        """The body whose people act on the entry: the successor once it was passed on."""
        return self.passed_to_id or self.body_id

    @property
    def telling_body_id(self) -> int:
        """The body whose people tell the public what became of the recommendations."""
        return self.followed_up_by_id or self.answering_body_id

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
        self.earlier_answer_on = facts.earlier_answer_on
        self.earlier_answer_address = facts.earlier_answer_address
        self.earlier_answer_is_complete = facts.earlier_answer_is_complete


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
    """One published version of a response. It is kept for ever; the latest stands unless it was
    withdrawn, and every other says what became of it."""

    inspection = models.ForeignKey(
        PublicInspection, on_delete=models.PROTECT, related_name="responses"
    )
    version = models.PositiveIntegerField()
    kind = models.CharField(
        max_length=20, default=rules.VersionKind.FIRST, choices=[(k, k) for k in rules.VersionKind]
    )
    because = models.TextField(blank=True)
    """Why there is a further version; the page shows it."""
    changes = models.JSONField(default=list)
    """What differs from the version before, in the shape of `rules.Change.as_json`."""
    is_complete = models.BooleanField(default=True)
    """Whether it holds everything that section 55(5) and (5B) of the Police Act 1996 ask for."""
    missing = models.JSONField(default=list)
    """A sentence for each thing that is missing; empty if it is complete."""
    incomplete_because = models.TextField(blank=True)
    document = models.JSONField()
    """The signed document in the shape of `writing.canonical.as_json`."""
    content_hash = models.CharField(max_length=64)
    html = models.TextField()
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
            models.CheckConstraint(
                condition=Q(kind=rules.VersionKind.FIRST) | ~Q(because=""),
                name="publication_a_further_version_says_why",
            ),
            models.CheckConstraint(
                condition=Q(is_complete=True) | ~Q(incomplete_because=""),
                name="publication_an_incomplete_version_says_why",
            ),
        )


class PublishedFile(models.Model):
    """A version in one format, byte for byte as it was made on the day of publication.

    In the database, so that a version is published whole in one transaction or not at all.
    """

    response = models.ForeignKey(PublicResponse, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=10, choices=[(f, f) for f in rules.FileFormat])
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("response_id", "format")
        constraints = (
            models.UniqueConstraint(
                fields=("response", "format"), name="publication_one_file_a_format"
            ),
        )
