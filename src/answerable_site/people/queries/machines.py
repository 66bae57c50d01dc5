"""Machine accounts as their administrators see them, and tokens as they are shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from answerable_site.people.models import KeptAnswer, MachineAccount, MachineToken
from answerable_site.people.rules import Role, Viewer

TOKEN_SALT: Final = "answerable machine token"  # noqa: S105 - no secret: it names the purpose


def machines_visible_to(viewer: Viewer) -> QuerySet[MachineAccount]:
    """Machine accounts of organisations that the viewer administers, with their `tokens`."""
    tokens = MachineToken.objects.select_related("made_by", "revoked_by")
    return (
        MachineAccount.objects.filter(
            organisation__in=viewer.organisations_where(Role.ADMINISTRATOR)
        )
        .select_related("organisation", "set_up_by", "confirmed_by", "ended_by")
        .defer("organisation__logo")
        .prefetch_related(Prefetch("tokens", tokens))
        .order_by("organisation__name", "name", "pk")
    )


def tokens_visible_to(viewer: Viewer) -> QuerySet[MachineToken]:
    """Tokens of these machine accounts."""
    return MachineToken.objects.filter(
        account__organisation__in=viewer.organisations_where(Role.ADMINISTRATOR)
    ).select_related("account")


def token_in_force(name: str, *, on: date) -> MachineToken | None:
    """The token of a name that counts on a day, with its account; its secret is another matter."""
    found = MachineToken.objects.in_force(on).filter(name=name)
    return found.select_related(
        "account__user", "account__set_up_by", "account__confirmed_by"
    ).first()


def token_named(name: str) -> MachineToken:
    """A token that was found to be in force, with its account and organisation.

    Raises:
        MachineToken.DoesNotExist: there is none of that name.
    """
    found = MachineToken.objects.select_related("account__organisation")
    return found.defer("account__organisation__logo").get(name=name)


def secret_hash_fits(token: MachineToken, secret: str) -> bool:
    """Whether a secret is that of a token. The hash is keyed with the key of the installation, or
    with a former one, so that a copy of the database tells nobody which guess is right."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(
        constant_time_compare(
            token.secret_hash,
            salted_hmac(TOKEN_SALT, secret, secret=key, algorithm="sha256").hexdigest(),
        )
        for key in keys
    )


def kept_answer(viewer: Viewer, key: str) -> KeptAnswer | None:
    """What a machine was answered under a key; None where it used none such."""
    if viewer.machine is None:
        return None
    return KeptAnswer.objects.filter(account=viewer.machine.account_id, key=key).first()


def answers_to_forget(before: datetime) -> QuerySet[KeptAnswer]:
    """Answers that were given before a moment."""
    return KeptAnswer.objects.filter(at__lt=before)
