"""Reads of organisations, people and roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db.models import Prefetch, QuerySet
from django.utils.crypto import salted_hmac

from answerable.writing.brand import Brand, Logo
from answerable_site.people.models import (
    Assignment,
    MachineAccount,
    Organisation,
    SecondFactorReset,
    Tenure,
    User,
)
from answerable_site.people.rules import (
    ANONYMOUS,
    BROWSER,
    SEEN_AT,
    SIGNED_IN_AT,
    UNKNOWN,
    Machine,
    NamingFacts,
    OpenSession,
    OrganisationKind,
    Post,
    Role,
    Scope,
    Viewer,
    is_idle,
    is_over,
    naming_in_force,
    roles_for,
    tenure_in_force,
    tenures_in_force,
)


def viewer_for(user: User | AnonymousUser, *, on: date) -> Viewer:
    """The viewer that a signed-in person is on a day; `ANONYMOUS` for anybody else."""
    if isinstance(user, User) and user.is_machine:
        return _machine_in_the_background(user)
    if not isinstance(user, User) or not user.is_active:
        return ANONYMOUS
    # Plain values, for every request asks this: whole organisations took half of its time.
    held = user.assignments.in_force(on).order_by("organisation_id", "role")
    posts = tuple(
        Post(
            role=Role(role),
            organisation_id=organisation_id,
            organisation_name=name,
            policing_body_id=_policing_body_id(organisation_id, kind, body_of_force),
            organisation_kind=OrganisationKind(kind),
        )
        for role, organisation_id, name, kind, body_of_force in held.values_list(
            "role",
            "organisation_id",
            "organisation__name",
            "organisation__kind",
            "organisation__policing_body",
        )
    )
    return Viewer(user_id=user.pk, name=user.full_name, posts=posts)


def _machine_in_the_background(user: User) -> Viewer:
    """A machine account, for work that it sent and that is done later; with all that it may do."""
    account = (
        MachineAccount.objects.filter(user=user, confirmed_at__isnull=False, ended_at__isnull=True)
        .select_related("set_up_by", "confirmed_by")
        .first()
    )
    return ANONYMOUS if account is None else machine_viewer(account, account.allowed)


def machine_viewer(account: MachineAccount, scopes: frozenset[Scope], *, token: str = "") -> Viewer:
    """The viewer that a machine account is: a person’s posts, and no more than the scopes need.

    Args:
        token: the name of the token that was shown.
    """
    place = Organisation.objects.filter(pk=account.organisation_id).values_list(
        "name", "kind", "policing_body"
    )
    name, kind, body_of_force = place.get()
    posts = tuple(
        Post(
            role=role,
            organisation_id=account.organisation_id,
            organisation_name=name,
            policing_body_id=_policing_body_id(account.organisation_id, kind, body_of_force),
            organisation_kind=OrganisationKind(kind),
        )
        for role in roles_for(sorted(scopes), OrganisationKind(kind))
    )
    machine = Machine(account.pk, account.told, scopes, token)
    return Viewer(
        user_id=account.user_id, name=f"{account.name} of {name}", posts=posts, machine=machine
    )


def _policing_body_id(organisation_id: int, kind: str, body_of_force: int | None) -> int | None:
    """The local policing body that an organisation is, or that holds it to account."""
    return organisation_id if kind == OrganisationKind.LOCAL_POLICING_BODY else body_of_force


def policing_bodies() -> QuerySet[Organisation]:
    """Every local policing body of this installation. Their names are public."""
    bodies = Organisation.objects.filter(kind=OrganisationKind.LOCAL_POLICING_BODY)
    return bodies.defer("logo").order_by("name")


def names_of_organisations() -> list[str]:
    """What every organisation of this installation is called today."""
    return list(Organisation.objects.order_by("name").values_list("name", flat=True))


def policing_bodies_of(viewer: Viewer) -> QuerySet[Organisation]:
    """The bodies whose work the viewer takes part in."""
    return policing_bodies().filter(pk__in=viewer.policing_body_ids).select_related("force")


def organisations_administered_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations in which the viewer may add people and grant roles."""
    return (
        Organisation.objects.filter(pk__in=viewer.organisations_where(Role.ADMINISTRATOR))
        .defer("logo")
        .order_by("name")
    )


def whole_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations that the viewer administers, with all that their own page shows."""
    return (
        organisations_administered_by(viewer)
        .select_related("force", "succeeded_by")
        .prefetch_related("namings__recorded_by", "tenures__user", "predecessors")
    )


def tenures_visible_to(viewer: Viewer) -> QuerySet[Tenure]:
    """Tenures in organisations that the viewer administers."""
    return Tenure.objects.filter(
        organisation__in=viewer.organisations_where(Role.ADMINISTRATOR)
    ).select_related("organisation")


def people_of(organisation: Organisation) -> QuerySet[User]:
    """People who hold or held a role in an organisation that the viewer administers."""
    return User.objects.filter(
        pk__in=Assignment.objects.filter(organisation=organisation).values("user")
    ).order_by("full_name")


def logo_at(slug: str) -> bytes | None:
    """The logo of the organisation at a public address; logos are public."""
    logo = Organisation.objects.filter(slug=slug).values_list("logo", flat=True).first()
    return bytes(logo) if logo else None


def brand_of(organisation: Organisation) -> Brand:
    """The colour and logo that documents of an organisation bear."""
    logo = bytes(organisation.logo) if organisation.logo else None
    return Brand(
        colour=organisation.colour or None,
        logo=Logo(logo, organisation.logo_alternative) if logo else None,
    )


def naming_on(organisation: Organisation, day: date) -> NamingFacts:
    """What an organisation is called on a day.

    Before anything changed, and for years without a record, that is what its own row says.
    """
    found = naming_in_force(organisation.namings.all(), on=day)
    said = found or organisation
    return NamingFacts(said.name, said.holder_title, said.body_type)


def namings_to_apply(*, on: date) -> list[Organisation]:
    """Organisations whose own row says another name than the one in force on a day."""
    named = Organisation.objects.filter(namings__from_on__lte=on).distinct()
    return [
        organisation
        for organisation in named.prefetch_related("namings").defer("logo").order_by("pk")
        if naming_on(organisation, on)
        != NamingFacts(organisation.name, organisation.holder_title, organisation.body_type)
    ]


def tenure_on(organisation: Organisation, day: date) -> Tenure | None:
    """Who holds the office on a day; whoever acts comes first. None if that is not recorded."""
    return tenure_in_force(organisation.tenures.all(), on=day)


def title_for(user_id: int | None, organisation: Organisation, day: date) -> str:
    """The office in which somebody signs for an organisation on a day, as it is printed.

    Whoever holds the office, or acts, signs under the recorded title; anybody else, such as a
    delegate, is proposed the title of the holder.
    """
    running = tenures_in_force(organisation.tenures.all(), on=day)
    own = (tenure.title for tenure in running if user_id and tenure.user_id == user_id)
    return next(own, naming_on(organisation, day).office)


def people_visible_to(viewer: Viewer) -> QuerySet[User]:
    """People who hold or held a role in an organisation that the viewer administers.

    `shown_assignments` on each holds only the assignments in those organisations.
    """
    administered = viewer.organisations_where(Role.ADMINISTRATOR)
    return (
        User.objects.filter(assignments__organisation__in=administered)
        .distinct()
        .order_by("full_name")
        .prefetch_related(
            Prefetch(
                "assignments",
                queryset=Assignment.objects.filter(organisation__in=administered).select_related(
                    "organisation", "granted_by", "confirmed_by"
                ),
                to_attr="shown_assignments",
            )
        )
    )


def assignments_visible_to(viewer: Viewer) -> QuerySet[Assignment]:
    """Assignments in organisations that the viewer administers."""
    return (
        Assignment.objects.filter(organisation__in=viewer.organisations_where(Role.ADMINISTRATOR))
        .select_related("organisation", "user")
        .defer("organisation__logo")
    )


def everybody() -> QuerySet[User]:
    """Everybody with an account, for signing in alone; no page lists them."""
    return User.objects.all()


def account_of(email: str) -> User | None:
    """The account that is in use under an e-mail address, in any case; for signing in alone."""
    return User.objects.filter(email__iexact=email, is_active=True).first()


def has_second_factor(user: User) -> bool:
    """Whether a person has an authenticator app or a passkey; recovery codes alone are none."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=kinds).exists())


def uses_single_sign_on(user: User) -> bool:
    """Whether a person has signed in through the single sign-on of this installation."""
    return bool(SocialAccount.objects.filter(user=user).exists())


def has_taken_over(user: User) -> bool:
    """Whether a person chose a password that nobody told them, or signs in without one."""
    own = user.has_usable_password() and not user.must_change_password
    return own or uses_single_sign_on(user)


def open_sessions_of(user: User, *, now: datetime, this_key: str | None) -> list[OpenSession]:
    """Where a person is signed in, the latest use first.

    Sessions do not say whose they are but inside, so every one that has not expired is looked at.

    Args:
        this_key: of the session that asks.
    """
    found = []
    for key, held in _sessions_that_serve(user, now):
        began_at = datetime.fromtimestamp(held.get(SIGNED_IN_AT, 0), UTC)
        seen_at = datetime.fromtimestamp(held.get(SEEN_AT, began_at.timestamp()), UTC)
        limit = settings.SESSION_IDLE
        is_left = limit is not None and is_idle(seen_at=seen_at, now=now, limit=limit)
        if not is_left and not is_over(signed_in_at=began_at, now=now):
            browser = held.get(BROWSER, UNKNOWN)
            is_this_one = key == this_key
            found.append(OpenSession(session_name(key), browser, began_at, seen_at, is_this_one))
    return sorted(found, key=lambda one: one.seen_at, reverse=True)


def session_name(key: str) -> str:
    """What a session is called on a page, where its key may not stand."""
    return salted_hmac("answerable open session", key, algorithm="sha256").hexdigest()[:32]


def key_of_session(user: User, name: str, *, now: datetime) -> str | None:
    """The key of a session of a person; None if there is none of that name."""
    keys = (key for key, _ in _sessions_that_serve(user, now))
    return next((key for key in keys if session_name(key) == name), None)


def _sessions_that_serve(user: User, now: datetime) -> Iterator[tuple[str, dict[str, Any]]]:
    """Key and content of those that were begun with the password and the rights of today."""
    good = {user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()}
    for row in Session.objects.filter(expire_date__gt=now).iterator():
        held = row.get_decoded()
        if held.get(SESSION_KEY) == str(user.pk) and held.get(HASH_SESSION_KEY) in good:
            yield row.session_key, held


def resets_visible_to(viewer: Viewer) -> QuerySet[SecondFactorReset]:
    """Resets that wait, of people in organisations that the viewer administers."""
    return (
        SecondFactorReset.objects.filter(
            confirmed_at__isnull=True,
            user__assignments__organisation__in=viewer.organisations_where(Role.ADMINISTRATOR),
        )
        .select_related("user", "asked_by")
        .distinct()
    )


def demonstration_accounts() -> QuerySet[User]:
    """Everybody, for the demonstration's account switcher only."""
    return User.objects.filter(is_active=True).prefetch_related("assignments__organisation")
