"""Organisations, people, and who holds which role where and when."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from answerable_site.people.rules import NEEDS_TWO_PEOPLE, BodyType, OrganisationKind, Role


class Organisation(models.Model):
    """A body with people in it. Titles are data: no class knows what a holder is called."""

    kind = models.CharField(max_length=40, choices=[(k.value, k.label) for k in OrganisationKind])
    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    holder_title = models.CharField(max_length=200, blank=True)
    """The office that signs ("Police and Crime Commissioner") or commands ("Chief Constable")."""
    force = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="policing_body"
    )
    """The force that a local policing body holds to account."""
    body_type = models.CharField(
        max_length=30, blank=True, choices=[(t.value, t.label) for t in BodyType]
    )
    """For a local policing body: what it is in law; empty until somebody said."""
    email = models.EmailField(blank=True)
    """Where letters to the organisation go, and answers to those that it sends."""
    colour = models.CharField(max_length=7, blank=True)
    """Its colour as "#rrggbb", for pages and documents; decoration only."""
    logo = models.BinaryField(null=True)
    """A PNG picture; checked when it was taken in."""
    logo_alternative = models.CharField(max_length=200, blank=True)
    succeeded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    """The body that took over its functions, and what was open."""
    succeeded_on = models.DateField(null=True)
    """The first day on which the successor acts."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(succeeded_by__isnull=True, succeeded_on__isnull=True)
                | Q(succeeded_by__isnull=False, succeeded_on__isnull=False)
                & ~Q(succeeded_by=F("id")),
                name="people_succeeded_by_another_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(force__isnull=True) | Q(kind=OrganisationKind.LOCAL_POLICING_BODY),
                name="people_only_a_policing_body_has_a_force",
            ),
        )


class Naming(models.Model):
    """What an organisation is called from a day on; appended, the latest that has begun counts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="namings")
    name = models.CharField(max_length=200)
    holder_title = models.CharField(max_length=200, blank=True)
    body_type = models.CharField(
        max_length=30, blank=True, choices=[(t.value, t.label) for t in BodyType]
    )
    from_on = models.DateField()
    reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("User", null=True, on_delete=models.PROTECT, related_name="+")
    """Empty for those recorded when the installation was set up at its console."""

    class Meta:
        ordering = ("from_on", "recorded_at", "pk")


class Tenure(models.Model):
    """Who holds the office of an organisation from a day to a day, both inclusive."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="tenures")
    holder_name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    """As it is printed, "Acting" included."""
    is_acting = models.BooleanField(default=False)
    user = models.ForeignKey(
        "User", null=True, blank=True, on_delete=models.PROTECT, related_name="tenures"
    )
    """The account of the holder, if there is one."""
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("organisation_id", "from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="people_tenure_ends_after_it_begins",
            ),
        )


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in, known by e-mail address."""

    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    is_machine = models.BooleanField(default=False)
    """It stands for a system: nobody signs in as it, and no list of people has it."""
    session_stamp = models.PositiveIntegerField(default=0)
    """Part of every session: counting it up ends all that the person has."""
    must_change_password = models.BooleanField(default=False)
    """Somebody else knows the password, so nothing is served before the person chose another."""

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(is_machine=False) | Q(is_active=False),
                name="people_nobody_signs_in_as_a_machine",
            ),
        )

    def get_full_name(self) -> str:
        return self.full_name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What Django compares at each request: another password or stamp, and it is over."""
        return salted_hmac(
            "answerable_site.people.models.User.session",
            f"{self.session_stamp}:{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class SecondFactorReset(models.Model):
    """One administrator asks that somebody may set up a second factor afresh; another agrees."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="second_factor_resets")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.TextField()
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(confirmed_at__isnull=True),
                name="people_one_reset_waits",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~Q(confirmed_by=F("asked_by")),
                name="people_reset_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=~Q(user=F("asked_by"))
                & (Q(confirmed_by__isnull=True) | ~Q(user=F("confirmed_by"))),
                name="people_reset_by_others",
            ),
        )


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def in_force(self, on: date) -> "AssignmentQuerySet":
        """Those that count on a day; the same rule as `rules.in_force`, for the database."""
        return self.filter(
            Q(to_on__isnull=True) | Q(to_on__gt=on) | Q(to_on=on, ended_at__isnull=True),
            ~Q(role__in=NEEDS_TWO_PEOPLE) | Q(confirmed_by__isnull=False),
            from_on__lte=on,
        )


class Assignment(models.Model):
    """A role of a person in an organisation, from and to dates inclusive. Ended, never deleted.

    One that is ended on its last day counts on that day only until the moment of ending.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField(max_length=40, choices=[(r.value, r.label) for r in Role])
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """When it was ended on its last day; empty where the last day was named before."""
    granted_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="assignments_granted"
    )
    """Empty for those granted when the installation was set up at its console."""
    granted_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="assignments_confirmed"
    )
    confirmed_at = models.DateTimeField(null=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("organisation_id", "role", "from_on")
        constraints = (
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="people_confirmed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | Q(granted_by__isnull=True)
                | ~Q(confirmed_by=F("granted_by")),
                name="people_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
                name="people_assignment_ends_after_it_begins",
            ),
        )
