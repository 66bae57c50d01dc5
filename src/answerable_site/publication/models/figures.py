"""Published figures: each data set has an address, and editions that follow one another."""

from functools import cached_property

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from answerable.opendata.dataset import DataSet, Edition
from answerable_site.people.models import Organisation, User
from answerable_site.publication import rules


class FiguresRelease(models.Model):
    """Figures that went out together: prepared by one person, released by another."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    body_name = models.CharField(max_length=200)
    """As it was called then."""
    digest = models.CharField(max_length=64)
    """What the one who checked it named it by."""
    because = models.TextField(blank=True)
    """What it corrects; empty where it corrects nothing."""
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField()
    released_on = models.DateField(db_index=True)
    """The civil date in Europe/London at `released_at`."""
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(released_by=F("prepared_by")),
                name="publication_figures_need_two_people",
            ),
        )


class PublicDataSet(models.Model):
    """The permanent address of one measure with its breakdowns."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    body_slug = models.SlugField(max_length=100)
    slug = models.SlugField(max_length=200)
    measure = models.CharField(max_length=100, db_index=True)
    measure_title = models.CharField(max_length=300)

    class Meta:
        ordering = ("measure_title", "slug", "body_slug")
        constraints = (
            models.UniqueConstraint(
                fields=("body_slug", "slug"), name="publication_a_data_set_has_one_address"
            ),
        )

    @property
    def path(self) -> str:
        """The path of its permanent address on this site."""
        return reverse(
            "publication:data_set", kwargs={"body": self.body_slug, "data_set": self.slug}
        )

    def edition_path(self, number: int) -> str:
        """The path of an edition’s own address, which it keeps when others follow."""
        return reverse(
            "publication:data_set_edition",
            kwargs={"body": self.body_slug, "data_set": self.slug, "number": number},
        )


class DataSetEditionQuerySet(models.QuerySet["DataSetEdition"]):
    def latest(self) -> "DataSetEditionQuerySet":  # type: ignore[override]
        """The last edition of each data set, withdrawn or not."""
        last = (
            DataSetEdition.objects.filter(data_set=OuterRef("data_set"))
            .order_by("-number")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(last))

    def standing(self) -> "DataSetEditionQuerySet":
        """The last edition of each data set, unless it was withdrawn: nothing stands then, for what
        a withdrawn edition corrected was wrong."""
        return self.latest().filter(withdrawn_at__isnull=True)


class DataSetEdition(models.Model):
    """What the public reads of a data set from its release on. Kept for ever."""

    data_set = models.ForeignKey(PublicDataSet, on_delete=models.PROTECT, related_name="editions")
    release = models.ForeignKey(FiguresRelease, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(k, k) for k in rules.EditionKind])
    title = models.CharField(max_length=400)
    sentence = models.TextField()
    as_of = models.DateField()
    facts = models.JSONField()
    """In the shape of `opendata.DataSet.as_json`."""
    content_hash = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = DataSetEditionQuerySet.as_manager()

    class Meta:
        ordering = ("data_set_id", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("data_set", "number"), name="publication_data_set_editions_are_counted"
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_because=""),
                name="publication_figures_are_withdrawn_with_a_reason",
            ),
        )

    @cached_property
    def told(self) -> DataSet:
        """What it says."""
        return DataSet.from_json(self.facts)

    @property
    def as_before(self) -> rules.Before:
        """What decides why another edition follows it."""
        return rules.Before(self.as_of, self.content_hash, self.withdrawn_at is not None)

    @property
    def correction(self) -> str:
        """What it corrects in the one before it; empty where it corrects nothing."""
        return self.release.because if self.kind == rules.EditionKind.CORRECTED else ""

    @property
    def path(self) -> str:
        """The path of its own address on this site."""
        return self.data_set.edition_path(self.number)

    def as_published(self, *, site: str) -> Edition:
        """Where and when it was published, as its files say it.

        Args:
            site: the public address of the site, without a slash at its end.
        """
        return Edition(
            number=self.number,
            name=f"{self.data_set.slug}-{self.number}",
            address=f"{site}{self.path}",
            publisher=self.release.body_name,
            published_on=self.release.released_on,
            because=self.correction,
        )


class DataSetFile(models.Model):
    """An edition in one format, byte for byte as it was released."""

    edition = models.ForeignKey(DataSetEdition, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=20, choices=[(f, f) for f in rules.DataFormat])
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("edition_id", "format")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "format"), name="publication_one_data_set_file_a_format"
            ),
        )
