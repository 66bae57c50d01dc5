"""Proof of the steps: files as received, invitations, what was sent to whom."""

import uuid

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models import Organisation, User
from answerable_site.publication.models import PublicResponse
from answerable_site.responses.models.duties import Response
from answerable_site.responses.rules.words import Channel, DispatchState, Purpose


class KeptFile(models.Model):
    """A file that proves a step, byte for byte under a random name; never served inline."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    """As named by the person who added it; shown, never used as a path."""
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=255, unique=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    """Empty for what the product itself made, such as an e-mail that it sent."""

    class Meta:
        ordering = ("kept_at", "pk")


class Invitation(models.Model):
    """The chief officer was invited to comment by a date; appended, the latest counts."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="invitations")
    invited_on = models.DateField()
    comments_wanted_by = models.DateField()
    proof = models.TextField(blank=True)
    """How it can be shown that the invitation was made, in words."""
    file = models.ForeignKey(KeptFile, null=True, on_delete=models.PROTECT, related_name="+")
    """The letter or e-mail itself, where one was added."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(comments_wanted_by__gte=F("invited_on")),
                name="responses_comments_are_wanted_after_the_invitation",
            ),
        )


class Recipient(models.Model):
    """Where a body sends its copies and notices; appended, the latest of a purpose counts."""

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="recipients")
    purpose = models.CharField(max_length=30, choices=[(p, p) for p in Purpose])
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")


class Dispatch(models.Model):
    """Something was sent to somebody, with its proof; or an e-mail of the product is on its way."""

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="dispatches")
    purpose = models.CharField(max_length=30, choices=[(p, p) for p in Purpose])
    public_version = models.ForeignKey(
        PublicResponse, null=True, on_delete=models.PROTECT, related_name="+"
    )
    """The published version that was sent; empty for the invitation."""
    recipient = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True)
    """E-mail address, postal address or name of the portal."""
    channel = models.CharField(max_length=20, choices=[(c, c) for c in Channel])
    state = models.CharField(max_length=20, choices=[(s, s) for s in DispatchState])
    letter = models.JSONField(null=True)
    """The covering letter in the shape of `writing.canonical.as_json`."""
    sent_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    """When the mail server took it, for e-mails of the product."""
    message_id = models.CharField(max_length=300, blank=True)
    proof = models.TextField(blank=True)
    file = models.ForeignKey(KeptFile, null=True, on_delete=models.PROTECT, related_name="+")
    """The e-mail as sent, or a receipt that somebody added."""
    failure = models.TextField(blank=True)
    """Why it could not be sent and what to do, in a plain sentence."""
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("recorded_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=DispatchState.SENT) | Q(sent_on__isnull=False),
                name="responses_what_was_sent_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=DispatchState.FAILED) | ~Q(failure=""),
                name="responses_a_failure_says_why",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.FROM_HERE) | Q(state=DispatchState.SENT),
                name="responses_only_own_mail_waits_or_fails",
            ),
        )
