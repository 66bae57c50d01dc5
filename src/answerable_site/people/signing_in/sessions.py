"""What a session keeps of a sign-in, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from answerable_site.people import rules

_SIGNED_IN_AT, _SINGLE_SIGN_ON = "signed_in_at", "single_sign_on"
_PROOFS = {"password", "mfa"}


class SessionLimit:
    """Middleware: signs out whoever signed in too long ago, before anything asks who they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated and rules.is_over(
            signed_in_at=signed_in_at(request), now=timezone.now()
        ):
            logout(request)
        return self.get_response(request)


@receiver(user_logged_in, dispatch_uid="people.signing_in.sessions")
def _begin(request: HttpRequest, **_: Any) -> None:
    request.session[_SIGNED_IN_AT] = timezone.now().timestamp()


def signed_in_at(request: HttpRequest) -> datetime | None:
    """When the session began; None if it does not say."""
    return _moment(request.session.get(_SIGNED_IN_AT))


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
