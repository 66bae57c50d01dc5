"""An account: signing in and out, its password and second factor, and whether it may be used."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.people import access
from answerable_site.people.models import User
from answerable_site.people.operations.sessions import _end_sessions
from answerable_site.people.rules import Viewer


class AlreadySo(ValueError):
    """The account is switched on or off already, as asked."""


@transaction.atomic
def change_password(*, by: Viewer, at: datetime, user: User, password: str) -> User:
    """Set one's own password; every other session of the person ends.

    Raises:
        access.Refused: the user is somebody else.
        django.core.exceptions.ValidationError: the password is too weak, or known to be stolen.
    """
    if by.user_id != user.pk:
        raise access.Refused("Only the person who signs in with a password can change it.")
    user = User.objects.select_for_update().get(pk=user.pk)
    validate_password(password, user)
    user.password, user.must_change_password = make_password(password), False
    user.save(update_fields=["password", "must_change_password"])
    record(by=by, at=at, act="people.change_password", subject=_subject(user.pk))
    return user


@transaction.atomic
def set_password_at_console(*, by: Actor, at: datetime, user: User, password: str) -> User:
    """Give somebody a password that they must change; every session of the person ends.

    For whoever runs the installation, where no link can be sent by e-mail.

    Raises:
        django.core.exceptions.ValidationError: the password is too weak, or known to be stolen.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    validate_password(password, user)
    user.password, user.must_change_password = make_password(password), True
    user.save(update_fields=["password", "must_change_password"])
    record(
        by=by,
        at=at,
        act="people.set_password_at_console",
        subject=_subject(user.pk),
        details={"made_at": "console"},
    )
    return user


@transaction.atomic
def disable_person(*, by: Viewer, at: datetime, user: User, reason: str) -> User:
    """Switch an account off: nothing is served to it from the next request on.

    Raises:
        access.Refused: the viewer administers no organisation of the person, or is the person.
        AlreadySo: it is off.
    """
    user = _switched(by=by, user=user, on=False)
    _end_sessions(user.pk)
    record(
        by=by,
        at=at,
        act="people.disable_person",
        subject=_subject(user.pk),
        details={"reason": reason},
    )
    return user


@transaction.atomic
def enable_person(*, by: Viewer, at: datetime, user: User) -> User:
    """Switch an account on again, with the roles that are in force.

    Raises:
        access.Refused: the viewer administers no organisation of the person, or is the person.
        AlreadySo: it is on.
    """
    user = _switched(by=by, user=user, on=True)
    record(by=by, at=at, act="people.enable_person", subject=_subject(user.pk))
    return user


@transaction.atomic
def note_sign_in(*, by: Viewer, at: datetime, methods: tuple[str, ...] = ()) -> None:
    """Leave an entry that a person signed in.

    Args:
        methods: what was shown, in order, such as "password" and "totp".
    """
    details = {"methods": list(methods)} if methods else None
    record(by=by, at=at, act="people.note_sign_in", subject=_subject(by.user_id), details=details)


@transaction.atomic
def note_sign_out(*, by: Viewer, at: datetime) -> None:
    """Leave an entry that a person signed out."""
    record(by=by, at=at, act="people.note_sign_out", subject=_subject(by.user_id))


@transaction.atomic
def note_lock_out(*, by: Actor, at: datetime, user: User) -> None:
    """Leave an entry that an account is locked for an address after failed sign-ins.

    Neither the address nor what was typed is kept.
    """
    record(by=by, at=at, act="people.note_lock_out", subject=_subject(user.pk))


@transaction.atomic
def note_second_factor(*, by: Viewer, at: datetime, kind: str, what: str) -> None:
    """Leave an entry that a person changed their own second factor.

    Args:
        kind: "totp", "webauthn" or "recovery_codes".
        what: "set up", "removed" or "made afresh".
    """
    record(
        by=by,
        at=at,
        act="people.note_second_factor",
        subject=_subject(by.user_id),
        details={"kind": kind, "what": what},
    )


def _switched(*, by: Viewer, user: User, on: bool) -> User:
    access.check_can_look_after(by, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_active == on:
        raise AlreadySo(f"The account is switched {'on' if on else 'off'} already.")
    user.is_active = on
    user.save(update_fields=["is_active"])
    return user


def _subject(user_id: int | None) -> str:
    return f"people.user:{user_id}"
