"""Machine accounts and their tokens in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.people import access
from answerable_site.people.rules import Scope, Viewer

if TYPE_CHECKING:
    from answerable_site.people.models import MachineAccount, MachineToken


@dataclass(frozen=True, slots=True)
class ShownToken:
    """A token, without its secret."""

    id: int
    name: str
    scopes: tuple[str, ...]
    facts: str
    state: str
    colour: str
    can_revoke: bool


@dataclass(frozen=True, slots=True)
class ShownMachine:
    """A machine account with its tokens."""

    id: int
    name: str
    organisation: str
    purpose: str
    scopes: tuple[str, ...]
    facts: str
    state: str
    colour: str
    can_confirm: bool
    waits_for_another: bool
    can_end: bool
    can_make_token: bool
    tokens: tuple[ShownToken, ...]


def shown_machine(account: MachineAccount, *, viewer: Viewer, on: date) -> ShownMachine:
    """A machine account; it comes from `queries.machines_visible_to`."""
    state, colour = _state(account)
    waits = account.confirmed_at is None and account.ended_at is None
    can_confirm = access.can_confirm_machine(viewer, account)
    goes_on = account.ended_at is None
    return ShownMachine(
        id=account.pk,
        name=account.name,
        organisation=account.organisation.name,
        purpose=account.purpose,
        scopes=_labels(account.allowed),
        facts=_facts(account),
        state=state,
        colour=colour,
        can_confirm=can_confirm,
        waits_for_another=waits and not can_confirm,
        can_end=goes_on,
        can_make_token=goes_on and not waits,
        tokens=tuple(_token(token, on=on, goes_on=goes_on) for token in account.tokens.all()),
    )


def _state(account: MachineAccount) -> tuple[str, str]:
    if account.ended_at:
        return "Ended", "grey"
    return ("Current", "green") if account.confirmed_at else ("To be confirmed", "yellow")


def _facts(account: MachineAccount) -> str:
    told = f"Set up by {account.set_up_by.full_name} on {date_in_words(account.set_up_at)}"
    if account.confirmed_by and account.confirmed_at:
        told += (
            f", confirmed by {account.confirmed_by.full_name} on "
            f"{date_in_words(account.confirmed_at)}"
        )
    if account.ended_by and account.ended_at:
        told += f", ended by {account.ended_by.full_name} on {date_in_words(account.ended_at)}"
    return f"{told}."


def _token(token: MachineToken, *, on: date, goes_on: bool) -> ShownToken:
    state, colour = _state_of_token(token, on, goes_on=goes_on)
    used = date_in_words(token.last_used_on) if token.last_used_on else "never"
    return ShownToken(
        id=token.pk,
        name=token.name,
        scopes=_labels(frozenset(Scope(one) for one in token.scopes)),
        facts=(
            f"Made by {token.made_by.full_name} on {date_in_words(token.made_at)}. "
            f"Counts until {date_in_words(token.expires_on)}. Last used: {used}."
        ),
        state=state,
        colour=colour,
        can_revoke=token.revoked_at is None,
    )


def _state_of_token(token: MachineToken, on: date, *, goes_on: bool) -> tuple[str, str]:
    if token.revoked_at:
        return "Revoked", "grey"
    if not goes_on:
        return "Account ended", "grey"
    return ("Expired", "grey") if token.expires_on < on else ("In force", "green")


def _labels(scopes: frozenset[Scope]) -> tuple[str, ...]:
    return tuple(scope.label for scope in Scope if scope in scopes)
