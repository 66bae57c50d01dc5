"""Sign-ins that failed, each one line in the log: with what, and whose account, if there is one.

Never what was typed: neither password nor code, and no e-mail address, for it may be a password
that slipped into the wrong box. The record of acts, which nobody can shorten, has lock-outs alone:
whoever guesses passwords would write it full.
"""

from __future__ import annotations

import logging
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

from answerable_site.people import queries
from answerable_site.people.models import User

log = logging.getLogger(__name__)
_UID = "people.signing_in.failures"


def note(means: str, user: User | None) -> None:
    """Write the line.

    Args:
        means: what was shown and was not right, such as "password".
        user: whose account was named; None where it is nobody's, or switched off.
    """
    log.warning("Sign-in failed: %s, %s", means, f"user {user.pk}" if user else "no such account")


@receiver(user_login_failed, dispatch_uid=f"{_UID}.password")
def _password(credentials: dict[str, Any], **_: Any) -> None:
    typed = credentials.get("email") or credentials.get("username") or ""
    note("password", queries.account_of(str(typed)))


@receiver(authentication_failed, dispatch_uid=f"{_UID}.second_factor")
def _second_factor(user: User, authenticator: Authenticator, **_: Any) -> None:
    note(authenticator.type, user)
