"""E-mails about an account, sent in the background."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from answerable_site.background import task
from answerable_site.people import queries

# Nobody's absence notice is to answer (RFC 3834).
_HEADERS = {"Auto-Submitted": "auto-generated"}


@task
def send_password_reset(user_id: int) -> None:
    """Send somebody the link by which they choose a new password."""
    user = queries.everybody().filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    key = default_token_generator.make_token(user)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": key},
    )
    _send(
        to=user.email,
        subject="Choose a new password for Answerable",
        text=(
            "Somebody, most likely you, asked for a new password for this address.\n\n"
            f"Choose it here within an hour:\n{settings.PUBLIC_ADDRESS}{path}\n\n"
            "If it was not you, do nothing: your password stays as it is."
        ),
    )


@task
def tell_of_reset(user_id: int) -> None:
    """Tell somebody that two administrators reset their second factor."""
    user = queries.everybody().filter(pk=user_id).first()
    if user is None or not settings.EMAIL_IS_SET_UP:
        return
    _send(
        to=user.email,
        subject="Your second factor for Answerable was reset",
        text=(
            "Two administrators reset your second factor, and you were signed out everywhere.\n\n"
            "Sign in with your password: you will be asked to set up a second factor afresh.\n\n"
            "If you did not ask for this, tell an administrator of your organisation at once."
        ),
    )


def _send(*, to: str, subject: str, text: str) -> None:
    EmailMessage(subject=subject, body=text, to=[to], headers=_HEADERS).send()
