"""E-mails about an account, sent in the background."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from answerable_site.background import task
from answerable_site.people import queries
from answerable_site.people.models import User

# Nobody's absence notice is to answer (RFC 3834).
_HEADERS = {"Auto-Submitted": "auto-generated"}


@task
def send_password_reset(user_id: int) -> None:
    """Send somebody the link by which they choose a new password."""
    user = queries.everybody().filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    _send(
        to=user.email,
        subject="Choose a new password for Answerable",
        text=(
            "Somebody, most likely you, asked for a new password for this address.\n\n"
            f"Choose it here within an hour:\n{_link(user)}\n\n"
            "If it was not you, do nothing: your password stays as it is."
        ),
    )


@task
def send_invitation(user_id: int) -> None:
    """Send somebody who was added the link by which they choose a first password."""
    user = queries.everybody().filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    again = settings.PUBLIC_ADDRESS + reverse("account_reset_password")
    _send(
        to=user.email,
        subject="You have an account for Answerable",
        text=(
            f"An administrator added you to Answerable, {settings.PUBLIC_ADDRESS}.\n\n"
            f"Choose a password here within an hour:\n{_link(user)}\n\n"
            f"The link works once. Later, ask for another here, with this address:\n{again}"
        ),
    )


@task
def tell_of_reset_at_console(user_id: int) -> None:
    """Tell somebody that their second factor was reset on the server."""
    user = queries.everybody().filter(pk=user_id).first()
    if user is None or not settings.EMAIL_IS_SET_UP:
        return
    _send(
        to=user.email,
        subject="Your second factor for Answerable was reset",
        text=(
            "Whoever runs the server of Answerable reset your second factor, and you were signed "
            "out everywhere.\n\n"
            "Sign in with your password: you will be asked to set up a second factor afresh.\n\n"
            "If you did not ask for this, tell an administrator of your organisation at once."
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


def _link(user: User) -> str:
    """Where the person chooses a password: once, and within `PASSWORD_RESET_TIMEOUT`."""
    key = default_token_generator.make_token(user)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": key},
    )
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _send(*, to: str, subject: str, text: str) -> None:
    EmailMessage(subject=subject, body=text, to=[to], headers=_HEADERS).send()
