"""Organisations as they are set up, people, and their roles."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from answerable_site.audit.operations import Actor, record
from answerable_site.people import access, queries
from answerable_site.people.models import Assignment, Organisation, User
from answerable_site.people.operations.namings import _check_name_is_free
from answerable_site.people.operations.sessions import _end_sessions
from answerable_site.people.rules import (
    NEEDS_TWO_PEOPLE,
    ROLES_BY_KIND,
    BodyType,
    OrganisationKind,
    Role,
    Viewer,
)


class RoleNotForThisOrganisation(ValueError):
    """The role does not exist in organisations of this kind."""


class AlreadyConfirmed(ValueError):
    """The role was confirmed before, or needs no confirmation."""


class AccountNotTakenOver(ValueError):
    """The person has not chosen a password that nobody else knows, nor signed in otherwise."""


class AssignmentEnded(ValueError):
    """The role has an end already."""


@transaction.atomic
def add_organisation(
    *,
    by: Actor,
    at: datetime,
    kind: OrganisationKind,
    name: str,
    slug: str,
    holder_title: str,
    force: Organisation | None = None,
    body_type: BodyType | None = None,
) -> Organisation:
    """Add an organisation; done at the console when an installation is set up.

    Args:
        force: for a local policing body, the force that it holds to account.
        body_type: for a local policing body, what it is in law.

    Raises:
        NameTaken: another organisation bears this name, bore it, or will.
    """
    _check_name_is_free(name)
    organisation = Organisation.objects.create(
        kind=kind,
        name=name,
        slug=slug,
        holder_title=holder_title,
        force=force,
        body_type=body_type or "",
    )
    record(
        by=by,
        at=at,
        act="people.add_organisation",
        subject=f"people.organisation:{organisation.pk}",
        details={"name": name, "kind": kind},
    )
    return organisation


@transaction.atomic
def set_up_person(
    *,
    by: Actor,
    at: datetime,
    email: str,
    full_name: str,
    password: str,
    roles: list[tuple[Organisation, Role]],
    from_on: date,
    must_change_password: bool = False,
) -> User:
    """Add a person with roles at the console, where no administrator exists yet to grant them.

    Args:
        must_change_password: whether somebody else typed the password.
    """
    user = _new_user(
        email=email,
        full_name=full_name,
        password=password,
        must_change_password=must_change_password,
    )
    for organisation, role in roles:
        _check_role_fits(organisation, role)
        Assignment.objects.create(
            user=user,
            organisation=organisation,
            role=role,
            from_on=from_on,
            granted_at=at,
            confirmed_by=user if role in NEEDS_TWO_PEOPLE else None,
            confirmed_at=at if role in NEEDS_TWO_PEOPLE else None,
        )
    record(
        by=by,
        at=at,
        act="people.set_up_person",
        subject=f"people.user:{user.pk}",
        details={"roles": [[organisation.pk, role] for organisation, role in roles]},
    )
    return user


@transaction.atomic
def add_person(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    email: str,
    full_name: str,
    password: str | None,
    role: Role,
) -> User:
    """Add a person and grant a first role.

    Args:
        password: one that the person must change at the first sign-in, for the viewer knows it;
            None for somebody who chooses the first by a link in an e-mail.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        RoleNotForThisOrganisation: organisations of this kind have no such role.
        django.core.exceptions.ValidationError: the password is too weak.
    """
    access.check_can_administer(by, organisation.pk)
    _check_role_fits(organisation, role)
    user = _new_user(
        email=email, full_name=full_name, password=password, must_change_password=bool(password)
    )
    _grant(by=by, at=at, user=user, organisation=organisation, role=role)
    record(
        by=by,
        at=at,
        act="people.add_person",
        subject=f"people.user:{user.pk}",
        details={"organisation": organisation.pk, "role": role, "invited": password is None},
    )
    return user


@transaction.atomic
def grant_role(
    *, by: Viewer, at: datetime, user: User, organisation: Organisation, role: Role
) -> Assignment:
    """Grant a role from today. One that needs two people counts only once it is confirmed.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        RoleNotForThisOrganisation: organisations of this kind have no such role.
    """
    access.check_can_administer(by, organisation.pk)
    _check_role_fits(organisation, role)
    assignment = _grant(by=by, at=at, user=user, organisation=organisation, role=role)
    _end_sessions(user.pk)
    record(
        by=by,
        at=at,
        act="people.grant_role",
        subject=f"people.assignment:{assignment.pk}",
        details={"user": user.pk, "organisation": organisation.pk, "role": role},
    )
    return assignment


@transaction.atomic
def confirm_role(*, by: Viewer, at: datetime, assignment: Assignment) -> Assignment:
    """Confirm, as a second administrator, a role that needs two people.

    Raises:
        access.Refused: the viewer granted it, added the account, would receive the role, or is no
            administrator there.
        AlreadyConfirmed: nothing waits for confirmation.
        AccountNotTakenOver: somebody else still knows the password, or nobody chose one.
    """
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    access.check_can_confirm(by, assignment)
    if assignment.confirmed_by_id or assignment.role not in NEEDS_TWO_PEOPLE:
        raise AlreadyConfirmed("This role does not wait for confirmation.")
    if not queries.has_taken_over(assignment.user):
        raise AccountNotTakenOver(
            f"{assignment.user.full_name} has not signed in and chosen a password yet. Confirm the "
            "role once they have told you themselves that they did."
        )
    assignment.confirmed_by_id, assignment.confirmed_at = by.user_id, at
    assignment.save()
    _end_sessions(assignment.user_id)
    record(by=by, at=at, act="people.confirm_role", subject=f"people.assignment:{assignment.pk}")
    return assignment


@transaction.atomic
def end_role(*, by: Viewer, at: datetime, assignment: Assignment, last_day: date) -> Assignment:
    """End a role; the last day is inclusive. One that ends today ends at once.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        AssignmentEnded: it has an end already.
    """
    assignment = Assignment.objects.select_for_update().get(pk=assignment.pk)
    access.check_can_administer(by, assignment.organisation_id)
    if assignment.to_on is not None:
        raise AssignmentEnded("This role has ended already.")
    assignment.to_on = max(last_day, assignment.from_on)
    if assignment.to_on == timezone.localdate(at):
        assignment.ended_at = at
    assignment.save()
    _end_sessions(assignment.user_id)
    record(
        by=by,
        at=at,
        act="people.end_role",
        subject=f"people.assignment:{assignment.pk}",
        details={"last_day": assignment.to_on.isoformat()},
    )
    return assignment


def _new_user(
    *, email: str, full_name: str, password: str | None, must_change_password: bool
) -> User:
    user = User(
        email=email.strip().lower(),
        full_name=full_name.strip(),
        must_change_password=must_change_password,
    )
    if password is not None:
        validate_password(password, user)
    # Without one, Django keeps what no password can match.
    user.password = make_password(password)
    user.save()
    return user


def _grant(
    *, by: Viewer, at: datetime, user: User, organisation: Organisation, role: Role
) -> Assignment:
    return Assignment.objects.create(
        user=user,
        organisation=organisation,
        role=role,
        from_on=timezone.localdate(at),
        granted_by_id=by.user_id,
        granted_at=at,
    )


def _check_role_fits(organisation: Organisation, role: Role) -> None:
    if role not in ROLES_BY_KIND[OrganisationKind(organisation.kind)]:
        raise RoleNotForThisOrganisation(
            f"{organisation.name} has no role “{role.label}”. Choose a role that exists in "
            f"organisations of its kind: {OrganisationKind(organisation.kind).label}."
        )
