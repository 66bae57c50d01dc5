"""First response, the victim’s account, and what is done about suspects before a decision."""

from __future__ import annotations

from typing import Any

import numpy as np

from answerable.records.event import Event
from answerable.records.kinds.first_response import (
    AccountTaken,
    AccountType,
    Centre,
    ReferralCentre,
    SpecialistDeployed,
)
from answerable.records.kinds.people import Authoriser, Status, SuspectStatus
from answerable.synthetic.cases.chance import FAR, Numbers, whole
from answerable.synthetic.cases.happenings import NONE, Block
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.parameters import number

_NOTES = list(AccountType).index(AccountType.NOTES)
_EXTENSION = 91


def add(life: Life) -> tuple[Block, ...]:
    """What the police do first, hear and do. The statuses of suspects are handed back."""
    _response(life)
    _accounts(life)
    return _statuses(life)


def _response(life: Life) -> None:
    victims, chance = life.victims, life.chance
    size = len(victims)
    met = life.reported[victims.row] + whole(chance.days("specialist_days", 1.0, size))
    _while_worked(life, SpecialistDeployed, chance.happens("specialist_deployed", size), met)
    _while_worked(
        life,
        ReferralCentre,
        chance.happens("centre_recorded", size),
        life.reported[victims.row] + chance.between(0, 3, size),
        what=chance.answer("centre", Centre, size),
    )


def _while_worked(life: Life, kind: type[Event], there: Any, on: Numbers, **facts: Numbers) -> None:
    """Events about victims, as far as they lie before the decision and the victim’s withdrawal."""
    victims = life.victims
    last = np.minimum(life.worked_until[victims.row], victims.withdrew)
    of = np.flatnonzero(there & (on <= last)).astype(np.int32)
    life.happened.add(
        kind,
        of,
        victims.row[of],
        on[of],
        victim=victims.number[of],
        **{name: value[of] for name, value in facts.items()},
    )


def _accounts(life: Life) -> None:
    victims, chance = life.victims, life.chance
    size = len(victims)
    on = life.reported[victims.row] + whole(chance.days("account_days", "account_spread", size))
    there = chance.happens("account_recorded", size)
    there &= on <= np.minimum(life.worked_until[victims.row], victims.withdrew)
    kinds = chance.answer("account_type", AccountType, size)
    _while_worked(life, AccountTaken, there, on, account_type=kinds)
    full = np.flatnonzero(there & (kinds != _NOTES))
    np.minimum.at(life.account, victims.row[full], on[full])


def _statuses(life: Life) -> tuple[Block, ...]:
    suspects, chance = life.suspects, life.chance
    spoken_to = suspects.interviewed < FAR
    arrested = spoken_to & chance.happens("arrested", len(suspects))
    bailed = arrested & chance.happens("bailed", len(suspects))
    ends = suspects.interviewed + int(number("bail_length"))
    running = life.worked_until[suspects.row] > ends
    extended = bailed & running & chance.happens("bail_extended", len(suspects))
    return (
        _status(life, Status.ARRESTED, arrested, suspects.interviewed),
        _status(life, Status.INTERVIEWED, spoken_to, suspects.interviewed),
        _bail(life, Status.BAILED, bailed, suspects.interviewed, ends, Authoriser.CUSTODY_OFFICER),
        _status(life, Status.UNDER_INVESTIGATION, arrested & ~bailed, suspects.interviewed),
        _bail(life, Status.BAIL_EXTENDED, extended, ends, ends + _EXTENSION, Authoriser.INSPECTOR),
    )


def _bail(
    life: Life, status: Status, there: Any, on: Numbers, ends: Numbers, by: Authoriser
) -> Block:
    size = len(on)
    sought = life.chance.happens("bail_views_sought", size)
    return _status(
        life,
        status,
        there,
        on,
        ends_on=ends,
        has_conditions=np.ones(size, np.int32),
        authoriser=np.full(size, list(Authoriser).index(by), np.int32),
        victims_views_sought=np.where(sought, 1, NONE),
    )


def _status(life: Life, status: Status, there: Any, on: Numbers, **facts: Numbers) -> Block:
    suspects = life.suspects
    of = np.flatnonzero(there).astype(np.int32)
    return life.happened.add(
        SuspectStatus,
        of,
        suspects.row[of],
        on[of],
        suspect=suspects.number[of],
        status=status,
        **{name: value[of] for name, value in facts.items()},
    )
