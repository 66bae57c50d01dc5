"""Machine accounts: set up by one administrator, let in by another; tokens made and revoked."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from answerable_site.audit.operations import record
from answerable_site.people import access
from answerable_site.people.models import MachineAccount, MachineToken, Organisation, User
from answerable_site.people.queries import TOKEN_SALT
from answerable_site.people.rules import (
    OrganisationKind,
    Scope,
    Viewer,
    check_expiry,
    check_scopes,
    scopes_for,
    token_text,
)


class MachineNotThere(ValueError):
    """The machine account waits for a second person, or has ended; the sentence says which."""


class TokenRevoked(ValueError):
    """The token was revoked before."""


@transaction.atomic
def set_up_machine(
    *,
    by: Viewer,
    at: datetime,
    organisation: Organisation,
    name: str,
    purpose: str,
    scopes: Collection[Scope],
) -> MachineAccount:
    """Set up an account for a system of an organisation; it counts once somebody else confirms it.

    Args:
        purpose: which system it is and what for, for whoever confirms it.
        scopes: what it may do at most.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        NotAScopeHere: there is no scope, or one that organisations of this kind have not.
    """
    access.check_can_administer(by, organisation.pk)
    check_scopes(scopes, scopes_for(OrganisationKind(organisation.kind)))
    user = User.objects.create(
        # No e-mail can ever reach it: the domain is reserved for that (RFC 2606).
        email=f"{secrets.token_hex(16)}@machine.invalid",
        full_name=f"{name.strip()} (machine)",
        password=make_password(None),
        is_active=False,
        is_machine=True,
    )
    account = MachineAccount.objects.create(
        user=user,
        organisation=organisation,
        name=name.strip(),
        purpose=purpose.strip(),
        scopes=sorted(scopes),
        set_up_by_id=access.signed_in(by),
        set_up_at=at,
    )
    record(
        by=by,
        at=at,
        act="people.set_up_machine",
        subject=_subject(account),
        details={"organisation": organisation.pk, "user": user.pk, "scopes": account.scopes},
    )
    return account


@transaction.atomic
def confirm_machine(*, by: Viewer, at: datetime, account: MachineAccount) -> MachineAccount:
    """Let a machine in, as a second administrator.

    Raises:
        access.Refused: the viewer set it up, is not another person, or does not administer it.
        MachineNotThere: it was confirmed or ended before.
    """
    account = MachineAccount.objects.select_for_update().get(pk=account.pk)
    access.check_can_confirm_machine(by, account)
    if account.confirmed_at or account.ended_at:
        raise MachineNotThere("This machine account does not wait for confirmation.")
    account.confirmed_by_id, account.confirmed_at = by.user_id, at
    account.save()
    record(by=by, at=at, act="people.confirm_machine", subject=_subject(account))
    return account


@transaction.atomic
def end_machine(*, by: Viewer, at: datetime, account: MachineAccount) -> MachineAccount:
    """End a machine account for good, from the next request on; alone, for it only takes away.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        MachineNotThere: it has ended.
    """
    account = MachineAccount.objects.select_for_update().get(pk=account.pk)
    access.check_can_administer(by, account.organisation_id)
    if account.ended_at:
        raise MachineNotThere("This machine account has ended already.")
    account.ended_by_id, account.ended_at = by.user_id, at
    account.save()
    record(by=by, at=at, act="people.end_machine", subject=_subject(account))
    return account


@transaction.atomic
def make_token(
    *,
    by: Viewer,
    at: datetime,
    account: MachineAccount,
    scopes: Collection[Scope],
    expires_on: date,
) -> tuple[MachineToken, str]:
    """Make a token.

    Args:
        scopes: what it is for, of what its account may do.
        expires_on: the last civil date (Europe/London) on which it counts.

    Returns:
        The token and its text, which is kept nowhere: it is to be shown once.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        MachineNotThere: the account is not confirmed, or has ended.
        NotAScopeHere: there is no scope, or one that the account has not.
        ExpiresTooLate: it would last longer than a year, or not until today.
    """
    account = MachineAccount.objects.select_for_update().get(pk=account.pk)
    access.check_can_administer(by, account.organisation_id)
    if not account.confirmed_at or account.ended_at:
        raise MachineNotThere("Only a machine account that is confirmed and goes on has tokens.")
    check_scopes(scopes, account.allowed)
    check_expiry(expires_on, today=timezone.localdate(at))
    name, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
    token = MachineToken.objects.create(
        account=account,
        name=name,
        secret_hash=salted_hmac(TOKEN_SALT, secret, algorithm="sha256").hexdigest(),
        scopes=sorted(scopes),
        made_by_id=access.signed_in(by),
        made_at=at,
        expires_on=expires_on,
    )
    record(
        by=by,
        at=at,
        act="people.make_token",
        subject=_subject(account),
        details={
            "token": name,
            "scopes": token.scopes,
            "expires_on": expires_on.isoformat(),
        },
    )
    return token, token_text(name, secret)


@transaction.atomic
def revoke_token(*, by: Viewer, at: datetime, token: MachineToken) -> MachineToken:
    """Revoke a token, from the next request on.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        TokenRevoked: it was revoked before.
    """
    token = MachineToken.objects.select_for_update().select_related("account").get(pk=token.pk)
    access.check_can_administer(by, token.account.organisation_id)
    if token.revoked_at:
        raise TokenRevoked("This token was revoked already.")
    token.revoked_by_id, token.revoked_at = by.user_id, at
    token.save()
    record(
        by=by,
        at=at,
        act="people.revoke_token",
        subject=_subject(token.account),
        details={"token": token.name},
    )
    return token


@transaction.atomic
def note_token_used(*, by: Viewer, at: datetime, token: MachineToken) -> None:
    """Note on the first use of a day that a token is in use.

    Args:
        by: the machine account itself.
    """
    today = timezone.localdate(at)
    MachineToken.objects.filter(pk=token.pk).update(last_used_on=today)
    record(
        by=by,
        at=at,
        act="people.note_token_used",
        subject=f"people.machineaccount:{token.account_id}",
        details={"token": token.name},
    )


def _subject(account: MachineAccount) -> str:
    return f"people.machineaccount:{account.pk}"
