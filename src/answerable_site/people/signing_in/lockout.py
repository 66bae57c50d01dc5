"""What django-axes asks: which account and which address an attempt is counted for."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import get_adapter
from axes.signals import user_locked_out
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from answerable_site.people import operations, queries
from answerable_site.people.rules import PRODUCT

log = logging.getLogger(__name__)


def account(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The account that an attempt names, in a form that gives the typed e-mail address to nobody.

    Counters and log lines hold this and not what was typed.
    """
    given = credentials or {}
    typed = given.get("email") or given.get("username") or request.POST.get("login") or ""
    return _key_of(str(typed))


def address(request: HttpRequest) -> str | None:
    """The network address that an attempt comes from, past the proxies that are trusted."""
    try:
        found: str = get_adapter(request).get_client_ip(request)
    except PermissionDenied:
        return None
    return found


def unnamed(*_attempt: object) -> str:
    """Whom the log lines of django-axes name: nobody, whatever their level is set to."""
    return "somebody"


def page(request: HttpRequest, _credentials: Any) -> HttpResponse:
    """What somebody sees who is locked out: for how long, and what to do."""
    context = {
        "failures": settings.AXES_FAILURE_LIMIT,
        "minutes": int(settings.AXES_COOLOFF_TIME.total_seconds() // 60),
    }
    return render(request, "people/locked_out.html", context, status=429)


@receiver(user_locked_out, dispatch_uid="people.signing_in.lockout")
def _note(username: str, ip_address: str, **_: Any) -> None:
    """Leave one line and one entry a lock, however often it is tried.

    An account that is not there is nobody's: the line says so, and there is no entry.
    """
    seconds = settings.AXES_COOLOFF_TIME.total_seconds()
    if not cache.add(f"locked-out:{username}:{ip_address}", "y", timeout=seconds):
        return
    user = next((u for u in queries.everybody() if _key_of(u.email) == username), None)
    whose = f"user {user.pk}" if user else "no such account"
    log.warning("Locked out after failed sign-ins: %s", whose)
    if user is not None:
        operations.note_lock_out(by=PRODUCT, at=timezone.now(), user=user)


def _key_of(email: str) -> str:
    return salted_hmac("answerable lock-out", email.strip().lower(), algorithm="sha256").hexdigest()
