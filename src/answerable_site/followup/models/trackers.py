"""Trackers of former days that were taken in, and how their columns and words are read."""

from django.db import models

from answerable_site.followup.models.tracked import Said
from answerable_site.people.models import Organisation


class TrackerMapping(Said):
    """How a body’s tracker is read, under a name; the latest of a name counts."""

    body = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="tracker_mappings"
    )
    name = models.CharField(max_length=60)
    told = models.JSONField()
    """In the shape of `rules.tracker.Mapping.as_json`."""

    class Meta:
        ordering = ("name", "-at", "-pk")
        indexes = (models.Index(fields=("body", "name", "-at"), name="followup_mappings_by_name"),)


class TrackerImport(Said):
    """A tracker that was loaded, whole."""

    body = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="tracker_imports")
    name = models.CharField(max_length=255)
    """Of the file, as its sender called it."""
    sha256 = models.CharField(max_length=64)
    mapping = models.ForeignKey(TrackerMapping, on_delete=models.PROTECT, related_name="imports")
    as_at_on = models.DateField()
    """The civil date of which the tracker speaks, as whoever loaded it said."""
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
