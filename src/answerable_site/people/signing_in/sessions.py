"""What a session keeps of a sign-in, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from answerable_site.people import rules

_SINGLE_SIGN_ON = "single_sign_on"
_PROOFS = {"password", "mfa"}


class SessionLimit:
    """Middleware: signs out whoever signed in too long ago, or did nothing for too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            _end_or_go_on(request, timezone.now())
        return self.get_response(request)


def _end_or_go_on(request: HttpRequest, now: datetime) -> None:
    seen_at = _moment(request.session.get(rules.SEEN_AT)) or signed_in_at(request)
    limit = settings.SESSION_IDLE
    if rules.is_over(signed_in_at=signed_in_at(request), now=now):
        logout(request)
    elif limit is not None and rules.is_idle(seen_at=seen_at, now=now, limit=limit):
        _end_idle(request, limit)
    elif rules.is_to_be_noted(seen_at=seen_at, now=now) and _is_work(request):
        request.session[rules.SEEN_AT] = now.timestamp()


def _end_idle(request: HttpRequest, limit: timedelta) -> None:
    if _is_by_a_script(request):
        # Served nothing; the session ends with the next page, which somebody reads.
        request.user = AnonymousUser()
        return
    logout(request)
    minutes = int(limit.total_seconds() // 60)
    messages.info(
        request,
        f"You were signed out because nothing was done here for {minutes} minutes. Sign in again "
        "to go on where you were.",
    )


def _is_work(request: HttpRequest) -> bool:
    """Whether a person did something: a page that asks how a file is coming on does so by itself,
    while one that keeps a text sends it only because somebody typed."""
    return request.method == "POST" or not _is_by_a_script(request)


def _is_by_a_script(request: HttpRequest) -> bool:
    """As browsers say with each request (W3C Fetch Metadata); scripts cannot say otherwise."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"


@receiver(user_logged_in, dispatch_uid="people.signing_in.sessions")
def _begin(request: HttpRequest, **_: Any) -> None:
    now = timezone.now().timestamp()
    request.session[rules.SIGNED_IN_AT] = request.session[rules.SEEN_AT] = now
    user_agent = request.headers.get("User-Agent", "")
    request.session[rules.BROWSER] = rules.browser_in_words(user_agent)


def signed_in_at(request: HttpRequest) -> datetime | None:
    """When the session began; None if it does not say."""
    return _moment(request.session.get(rules.SIGNED_IN_AT))


def warning(request: HttpRequest) -> datetime | None:
    """When the session ends, if that is soon."""
    if not request.user.is_authenticated:
        return None
    began = signed_in_at(request)
    return rules.ends_soon(signed_in_at=began, now=timezone.now()) if began else None


def keep_single_sign_on(request: HttpRequest, claims: Mapping[str, Any]) -> None:
    """Keep what the identity token of a single sign-on says about how it was made.

    Args:
        claims: of the token; `auth_time` is when the person proved there who they are.
    """
    request.session[_SINGLE_SIGN_ON] = {
        "second_factor": rules.asserts_second_factor(claims, settings.SINGLE_SIGN_ON_SECOND_FACTOR),
        "at": claims.get("auth_time"),
    }


def is_single_sign_on(request: HttpRequest) -> bool:
    """Whether the session was made by a single sign-on, with no password of this site."""
    return _SINGLE_SIGN_ON in request.session


def has_single_sign_on_second_factor(request: HttpRequest) -> bool:
    """Whether the session was made by a single sign-on that used a second factor."""
    return bool(request.session.get(_SINGLE_SIGN_ON, {}).get("second_factor"))


def proved_recently(request: HttpRequest) -> bool:
    """Whether the person gave a password, code or passkey within the time that acts ask for.

    A single sign-on counts from the time at which its provider asked the person, if it says so.
    """
    if settings.CONFIRM_WITHIN is None:
        return True
    return rules.is_recent(
        proved_at=_proved_at(request), now=timezone.now(), within=settings.CONFIRM_WITHIN
    )


def _proved_at(request: HttpRequest) -> datetime | None:
    records = get_authentication_records(request, request.user)
    moments = [record["at"] for record in records if record["method"] in _PROOFS]
    asked_elsewhere = request.session.get(_SINGLE_SIGN_ON, {}).get("at")
    if isinstance(asked_elsewhere, int | float):
        # A clock that runs ahead elsewhere makes no proof last longer.
        moments.append(min(asked_elsewhere, timezone.now().timestamp()))
    return _moment(max(moments, default=None))


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
