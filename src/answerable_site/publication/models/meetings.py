"""Public parts of meetings: each meeting has an address, and editions that follow one another."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from answerable_site.people.models import Organisation, User
from answerable_site.publication import rules


class PublicMeeting(models.Model):
    """The permanent address of a meeting. Nothing is public before an edition is released."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    body_slug = models.SlugField(max_length=100)
    slug = models.SlugField(max_length=120)
    passed_to = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The body that succeeded, and keeps the meeting; the address stays."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("body_slug", "slug"), name="publication_a_meeting_has_one_address"
            ),
        )

    @property
    def keeping_body_id(self) -> int:
        """The body whose people act on the meeting: the successor once it was passed on."""
        return self.passed_to_id or self.body_id

    @property
    def path(self) -> str:
        """The path of its permanent address on this site."""
        return reverse("publication:meeting", kwargs={"body": self.body_slug, "meeting": self.slug})


class PublicEdition(models.Model):
    """What the public reads of a meeting from a moment on: prepared by one person, released by
    another. The latest that was released stands unless it was withdrawn."""

    meeting = models.ForeignKey(PublicMeeting, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    body_name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    """In words."""
    on = models.DateField(db_index=True)
    """The civil date of the meeting."""
    document = models.JSONField()
    """In the shape of `writing.canonical.as_json`."""
    content_hash = models.CharField(max_length=64)
    html = models.TextField()
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        ordering = ("meeting_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "number"), name="publication_editions_are_counted"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False)
                & ~Q(released_by=F("prepared_by")),
                name="publication_an_edition_needs_two_people",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because=""
                )
                | Q(
                    withdrawn_at__isnull=False,
                    withdrawn_by__isnull=False,
                    released_at__isnull=False,
                )
                & ~Q(withdrawn_because=""),
                name="publication_an_edition_is_withdrawn_with_a_reason",
            ),
        )


class EditionFile(models.Model):
    """An edition in one format, byte for byte as it was made when it was prepared."""

    edition = models.ForeignKey(PublicEdition, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=10, choices=[(f, f) for f in rules.FileFormat])
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("edition_id", "format")
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "format"), name="publication_one_edition_file_a_format"
            ),
        )
