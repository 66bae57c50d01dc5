"""Stages that a victim’s case reached, and whether the victim had support at each."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    bit_of,
    bit_or,
    earliest,
    first_day,
    has_bit,
    later,
    spread,
    table,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.measures.subjects.victims import KNOWN_VICTIMS
from answerable.records.kinds.first_response import AccountType
from answerable.records.stages import Stage

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table, Value

_VICTIM = ("case_number", "victim")
_STAGES = tuple(one.value for one in Stage if one is not Stage.ENDED)
"""Those that a case is counted at."""


def _stages() -> Table:
    columns = {
        stage: {"reached_on": _began(stage), "has_support": f"{stage}_supported"}
        for stage in _STAGES
    }
    each = spread(STAGES_OF_VICTIMS.table(), "stage", columns, *_VICTIM, "force", "cps_area")
    return each.filter(each["reached_on"].notnull())


def _reached() -> Table:
    """Every victim with the day on which each stage began for them; empty where it has not."""
    accounts = table("event_account_taken")
    taken = accounts.filter(accounts["account_type"] != AccountType.NOTES.value)
    known = beside(
        KNOWN_VICTIMS.table(), first_day(taken, "account_on", "case_number"), "case_number"
    )
    begins = {
        Stage.BEFORE_ACCOUNT: known["reported_on"],
        Stage.BEFORE_SUSPECT: known["account_on"],
        Stage.BEFORE_REFERRAL: earliest(known["arrested_on"], known["interviewed_on"]),
        Stage.WITH_CPS: known["submitted_on"],
        Stage.CHARGED: known["charged_on"],
        Stage.BEFORE_TRIAL: known["plea_hearing_on"],
        Stage.AT_TRIAL: known["trial_on"],
    }
    return known.select(
        *_VICTIM,
        "force",
        "cps_area",
        **{_began(stage): later(on, known["known_on"]) for stage, on in begins.items()},
    )


def _began(stage: str) -> str:
    return f"{stage}_on"


def _supported() -> Table:
    """The same, with whether the victim had support at each stage."""
    rows, offers = _reached(), table("event_support_offered")
    offered = offers.group_by(list(_VICTIM)).aggregate(
        offered=bit_or(bit_of(offers["stage"], _STAGES))
    )
    found = beside(beside(rows, offered, *_VICTIM), _in_support(rows), *_VICTIM)
    return found.mutate(
        **{
            f"{stage}_supported": has_bit(found["offered"], _STAGES, stage)
            | has_bit(found["went_on"], _STAGES, stage)
            for stage in _STAGES
        }
    )


def _in_support(rows: Table) -> Table:
    """At which stages a referral of the victim went on when they began for them."""
    referred, ended = table("event_support_referred"), table("event_support_ended")
    ends = ended.filter(ended["referral"].notnull()).group_by("case_number", "referral")
    referrals = beside(
        referred.select("case_number", "victim", "event_number", began_on=referred["happened_on"]),
        ends.aggregate(over_on=ended["happened_on"].min()).rename(event_number="referral"),
        "case_number",
        "event_number",
    )
    each = with_each(rows, referrals.drop("event_number"), *_VICTIM)
    bits = [
        ibis.cases((_went_on(each, each[_began(stage)]), 1 << place), else_=0)
        for place, stage in enumerate(_STAGES)
    ]
    went_on = reduce(lambda one, other: one | other, bits)
    return each.group_by(list(_VICTIM)).aggregate(went_on=bit_or(went_on))


def _went_on(referrals: Table, on: Value) -> BooleanValue:
    over = referrals["over_on"]
    return (referrals["began_on"] <= on) & (over.isnull() | (over > on))


STAGES_OF_VICTIMS = Prepared("stages_of_victims", _supported)
STAGES = Subject(
    name="stages",
    one="A stage that the case of a victim reached",
    key=(*_VICTIM, "stage"),
    own=(
        number("victim", "The victim within the case"),
        code("stage", "Which stage", "stages.stage"),
        day("reached_on", "The stage began, and the case knew of the victim"),
        flag("has_support", "Whether support was offered at the stage, or went on when it began"),
    ),
    relation=_stages,
)
