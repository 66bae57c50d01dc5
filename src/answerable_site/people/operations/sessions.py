"""Ending what somebody is signed in with."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F

from answerable_site.audit.operations import record
from answerable_site.people import access, queries
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer


class SessionIsOver(ValueError):
    """There is no such session of the person any more."""


@transaction.atomic
def end_session(*, by: Viewer, at: datetime, name: str) -> None:
    """End one of one's own sessions.

    Args:
        name: as `queries.open_sessions_of` calls it.

    Raises:
        access.Refused: nobody is signed in.
        SessionIsOver: one's own sessions have none of that name.
    """
    user = User.objects.get(pk=access.signed_in(by))
    key = queries.key_of_session(user, name, now=at)
    if key is None:
        raise SessionIsOver("You are not signed in there any more.")
    Session.objects.filter(session_key=key).delete()
    record(by=by, at=at, act="people.end_session", subject=f"people.user:{user.pk}")


@transaction.atomic
def end_other_sessions(*, by: Viewer, at: datetime) -> User:
    """End all of one's own sessions but the one that goes on with what is returned.

    Raises:
        access.Refused: nobody is signed in.
    """
    user_id = access.signed_in(by)
    _end_sessions(user_id)
    record(by=by, at=at, act="people.end_other_sessions", subject=f"people.user:{user_id}")
    return User.objects.get(pk=user_id)


@transaction.atomic
def end_all_sessions(*, by: Viewer, at: datetime, user: User) -> None:
    """Sign somebody out everywhere, as an administrator.

    Raises:
        access.Refused: the viewer administers no organisation of the person, or is the person.
    """
    access.check_can_look_after(by, user)
    _end_sessions(user.pk)
    record(by=by, at=at, act="people.end_all_sessions", subject=f"people.user:{user.pk}")


def _end_sessions(user_id: int) -> None:
    """Let the next request of every session of a person find it over."""
    User.objects.filter(pk=user_id).update(session_stamp=F("session_stamp") + 1)
