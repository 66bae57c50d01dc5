"""Telling access auditors at once that somebody looked at a decoy."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from answerable_site.background import task
from answerable_site.casework import queries, wall

SUBJECT = "Somebody looked at a decoy case"
TEXT = """Somebody looked at a case that was invented so that nobody has a reason to look at it.

Sign in to see who, when and with which reason:
{address}

This message names nobody, on purpose.
"""


@task
def tell_of_decoy(case_id: int) -> None:
    """E-mail every access auditor of the force whose decoy was looked at; names nobody."""
    if not settings.EMAIL_IS_SET_UP:
        return
    with wall.as_product():
        addresses = queries.auditors_of_decoy(case_id, on=timezone.localdate())
    text = TEXT.format(address=settings.PUBLIC_ADDRESS + reverse(settings.LOGIN_REDIRECT_URL))
    for address in addresses:
        send_mail(SUBJECT, text, None, [address])
