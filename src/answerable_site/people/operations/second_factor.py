"""Taking somebody's second factor away, so that they can set it up afresh: needs two people."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from answerable_site.audit.operations import Actor, record
from answerable_site.people import access
from answerable_site.people.models import SecondFactorReset, User
from answerable_site.people.operations.sessions import _end_sessions
from answerable_site.people.rules import Viewer


class NothingToReset(ValueError):
    """The person has no second factor, or the reset was confirmed before."""


class ResetWaits(ValueError):
    """A reset for this person waits for confirmation already."""


@transaction.atomic
def ask_second_factor_reset(
    *, by: Viewer, at: datetime, user: User, reason: str
) -> SecondFactorReset:
    """Ask, as one administrator, that somebody's second factor be reset.

    Raises:
        access.Refused: the viewer administers no organisation of the person, or is the person.
        NothingToReset: the person has no second factor.
        ResetWaits: somebody asked before.
    """
    access.check_can_look_after(by, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    if not Authenticator.objects.filter(user=user).exists():
        raise NothingToReset("This person has no second factor to reset.")
    if user.second_factor_resets.filter(confirmed_at__isnull=True).exists():
        raise ResetWaits("A reset for this person waits for a second administrator already.")
    reset = SecondFactorReset(user=user, asked_at=at, reason=reason)
    reset.asked_by_id = by.user_id  # type: ignore[assignment]  # a person, or it was refused above
    reset.save()
    record(
        by=by,
        at=at,
        act="people.ask_second_factor_reset",
        subject=f"people.user:{user.pk}",
        details={"reset": reset.pk, "reason": reason},
    )
    return reset


@transaction.atomic
def confirm_second_factor_reset(
    *, by: Viewer, at: datetime, reset: SecondFactorReset
) -> SecondFactorReset:
    """Take somebody's second factor away, as a second administrator; their sessions end.

    Raises:
        access.Refused: the viewer asked for it, is the person, or administers no organisation of
            the person.
        NothingToReset: it was confirmed before.
    """
    reset = SecondFactorReset.objects.select_for_update().get(pk=reset.pk)
    access.check_can_confirm_reset(by, reset)
    if reset.confirmed_at is not None:
        raise NothingToReset("This reset was confirmed already.")
    reset.confirmed_by_id, reset.confirmed_at = by.user_id, at
    reset.save()
    Authenticator.objects.filter(user=reset.user_id).delete()
    _end_sessions(reset.user_id)
    record(
        by=by,
        at=at,
        act="people.confirm_second_factor_reset",
        subject=f"people.user:{reset.user_id}",
        details={"reset": reset.pk, "asked_by": reset.asked_by_id},
    )
    return reset


@transaction.atomic
def reset_second_factor_at_console(*, by: Actor, at: datetime, user: User, reason: str) -> User:
    """Take somebody's second factor away where no two administrators can; their sessions end.

    For whoever runs the installation. A reset that waits for a second administrator is dropped:
    confirmed later, it would take away what the person sets up now.

    Raises:
        NothingToReset: the person has no second factor.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not Authenticator.objects.filter(user=user).exists():
        raise NothingToReset("This person has no second factor to reset.")
    Authenticator.objects.filter(user=user).delete()
    user.second_factor_resets.filter(confirmed_at__isnull=True).delete()
    _end_sessions(user.pk)
    record(
        by=by,
        at=at,
        act="people.reset_second_factor_at_console",
        subject=f"people.user:{user.pk}",
        details={"made_at": "console", "reason": reason},
    )
    return user
