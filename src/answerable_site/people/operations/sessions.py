"""Ending what somebody is signed in with."""

from __future__ import annotations

from django.db.models import F

from answerable_site.people.models import User


def _end_sessions(user_id: int) -> None:
    """Let the next request of every session of a person find it over."""
    User.objects.filter(pk=user_id).update(session_stamp=F("session_stamp") + 1)
