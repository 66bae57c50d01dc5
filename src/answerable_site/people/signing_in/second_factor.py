"""What django-allauth tells of second factors, left in the record."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.dispatch import receiver
from django.utils import timezone

from answerable_site.people import operations, queries
from answerable_site.people.models import User

_UID = "people.signing_in.second_factor"


@receiver(authenticator_added, dispatch_uid=f"{_UID}.added")
def _added(user: User, authenticator: Authenticator, **_: Any) -> None:
    # Recovery codes that come with the first factor are part of it.
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        _note(user, authenticator, "set up")


@receiver(authenticator_removed, dispatch_uid=f"{_UID}.removed")
def _removed(user: User, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        _note(user, authenticator, "removed")


@receiver(authenticator_reset, dispatch_uid=f"{_UID}.reset")
def _made_afresh(user: User, authenticator: Authenticator, **_: Any) -> None:
    _note(user, authenticator, "made afresh")


def _note(user: User, authenticator: Authenticator, what: str) -> None:
    operations.note_second_factor(
        by=queries.viewer_for(user, on=timezone.localdate()),
        at=timezone.now(),
        kind=authenticator.type,
        what=what,
    )
