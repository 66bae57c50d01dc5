"""Packs as they were frozen. The database refuses to change or delete one (migration 0002)."""

from django.db import models

from answerable_site.publication.rules import FileFormat
from answerable_site.scrutiny.models.agendas import AgendaItem
from answerable_site.scrutiny.models.meetings import Meeting, Noted


class Pack(Noted):
    """The document of a meeting, and the facts that it was made from. `at` is the freeze."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="pack")
    frozen_on = models.DateField()
    """The civil date in Europe/London: what is late is late on this day."""
    facts = models.JSONField()
    """In the shape of `rules.PackFacts.as_json`."""
    document = models.JSONField()
    """In the shape of `writing.canonical.as_json`."""
    content_hash = models.CharField(max_length=64)


class PackFile(models.Model):
    """The pack in one format, byte for byte as it was made at the freeze."""

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=10, choices=[(f, f) for f in FileFormat])
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("pack_id", "format")
        constraints = (
            models.UniqueConstraint(fields=("pack", "format"), name="scrutiny_one_file_a_format"),
        )


class PackCorrection(Noted):
    """What is wrong in a pack, said beside it; the pack stays as it is."""

    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="corrections")
    item = models.ForeignKey(
        AgendaItem, null=True, on_delete=models.PROTECT, related_name="corrections"
    )
    on = models.DateField()
    words = models.TextField()
