"""Machine accounts of organisations, their tokens, and what was answered to what they sent."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from answerable_site.people.models.accounts import Organisation, User
from answerable_site.people.rules import Scope


class MachineAccount(models.Model):
    """A system of an organisation, as which it acts here. Two administrators let it in."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="machine")
    """As whom its acts are recorded. Nobody can sign in as this user."""
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="machine_accounts"
    )
    name = models.CharField(max_length=100)
    purpose = models.TextField()
    scopes = models.JSONField()
    """What it may do at most: names of `rules.Scope`."""
    set_up_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_up_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("organisation_id", "name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~Q(confirmed_by=F("set_up_by")),
                name="people_machine_let_in_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="people_machine_ended_by_somebody",
            ),
        )

    @property
    def allowed(self) -> frozenset[Scope]:
        """What it may do at most."""
        return frozenset(Scope(one) for one in self.scopes)

    @property
    def told(self) -> str:
        """Who answers for it, in words."""
        confirmed = self.confirmed_by.full_name if self.confirmed_by else "nobody"
        return f"machine account, set up by {self.set_up_by.full_name}, confirmed by {confirmed}"


class MachineTokenQuerySet(models.QuerySet["MachineToken"]):
    def in_force(self, on: date) -> MachineTokenQuerySet:
        """Those that count on a day."""
        return self.filter(
            revoked_at__isnull=True,
            expires_on__gte=on,
            account__confirmed_at__isnull=False,
            account__ended_at__isnull=True,
        )


class MachineToken(models.Model):
    """What a system shows to act as its account. The secret itself is kept nowhere."""

    account = models.ForeignKey(MachineAccount, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=16, unique=True)
    """The part of it that is no secret."""
    secret_hash = models.CharField(max_length=64)
    scopes = models.JSONField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    """The last civil date (Europe/London) on which it counts."""
    last_used_on = models.DateField(null=True)
    revoked_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    objects = MachineTokenQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(revoked_by__isnull=True, revoked_at__isnull=True)
                | Q(revoked_by__isnull=False, revoked_at__isnull=False),
                name="people_token_revoked_by_somebody",
            ),
        )

    @property
    def allowed(self) -> frozenset[Scope]:
        """What it is for, as far as its account may do it."""
        return frozenset(Scope(one) for one in self.scopes) & self.account.allowed


class KeptAnswer(models.Model):
    """What was answered to something that a machine sent under a key, so that sending it again does
    it once."""

    account = models.ForeignKey(MachineAccount, on_delete=models.CASCADE, related_name="answers")
    key = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    """Of what was sent and where."""
    status = models.PositiveSmallIntegerField()
    body = models.JSONField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("account", "key"), name="people_answer_once_a_key"),
        )
