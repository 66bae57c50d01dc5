"""The words of what is public, for its search."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from answerable_site.publication import rules
from answerable_site.publication.models.figures import PublicDataSet
from answerable_site.publication.models.meetings import PublicMeeting
from answerable_site.publication.models.responses import PublicInspection


class PublicText(models.Model):
    """The words of one thing that stands in public: written when it is released, and gone when it
    is withdrawn. It says nothing that its page does not say."""

    kind = models.CharField(max_length=20, choices=[(k, k) for k in rules.Findable])
    entry = models.ForeignKey(
        PublicInspection, null=True, on_delete=models.CASCADE, related_name="texts"
    )
    data_set = models.ForeignKey(
        PublicDataSet, null=True, on_delete=models.CASCADE, related_name="texts"
    )
    meeting = models.ForeignKey(
        PublicMeeting, null=True, on_delete=models.CASCADE, related_name="texts"
    )
    title = models.CharField(max_length=700)
    body_name = models.CharField(max_length=200)
    on = models.DateField()
    """The civil date that results are in the order of."""
    text = models.TextField(blank=True)
    has_welsh = models.BooleanField(default=False)

    class Meta:
        ordering = ("-on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(entry__isnull=False, data_set__isnull=True, meeting__isnull=True)
                | Q(entry__isnull=True, data_set__isnull=False, meeting__isnull=True)
                | Q(entry__isnull=True, data_set__isnull=True, meeting__isnull=False),
                name="publication_words_are_of_one_thing",
            ),
        )
        indexes = (models.Index(fields=("-on", "id"), name="publication_texts_in_order"),)

    @property
    def path(self) -> str:
        """The path of the page on which the words stand."""
        if self.data_set:
            return self.data_set.path
        if self.meeting:
            return self.meeting.path
        entry = self.entry
        if entry is None:
            raise ValueError("The words of nothing.")
        if self.kind != rules.Findable.RECOMMENDATION:
            return entry.path
        where = {"body": entry.body_slug, "inspection": entry.slug}
        return reverse("publication:progress", kwargs=where)
