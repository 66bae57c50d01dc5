"""What the product has told people by itself: digests, and calendars at secret addresses."""

from django.db import models
from django.db.models import Q

from answerable_site.people.models import Organisation, User


class Digest(models.Model):
    """The e-mail that a person gets on a day about what is due; at most one a day.

    The row is made before the e-mail goes out, so two runs at once cannot both send it.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    items = models.PositiveIntegerField()
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    failure = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("on", "person_id")
        constraints = (
            models.UniqueConstraint(fields=("person", "on"), name="home_one_digest_a_day"),
        )


class CalendarAddress(models.Model):
    """A secret address at which a calendar program fetches last lawful days; revocable.

    Only the hash of the secret is kept: the address is shown once, when it is made.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_addresses")
    """Whose rights the calendar has, on the day on which it is fetched."""
    body = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    """The one body whose clocks it shows; empty for all bodies of the person."""
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    last_fetched_on = models.DateField(null=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="home_revoked_by_and_at_together",
            ),
        )
