"""Stages that a victim’s case reached, and whether the victim had support at each."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import (
    beside,
    earliest,
    first_day,
    in_its_case,
    later,
    table,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.measures.subjects.victims import known_victims
from answerable.records.kinds.first_response import AccountType
from answerable.records.stages import Stage

if TYPE_CHECKING:
    from ibis.expr.types import Table

_VICTIM = ("case_number", "victim")
_MILESTONES = {
    Stage.WITH_CPS: "submitted_on",
    Stage.CHARGED: "charged_on",
    Stage.BEFORE_TRIAL: "plea_hearing_on",
    Stage.AT_TRIAL: "trial_on",
}
"""The milestone of the spine with which each of the later stages begins."""


def _stages() -> Table:
    rows = _reached()
    supported = _in_support(rows)
    offers = table("event_support_offered")
    offered = first_day(offers, "offered_on", *_VICTIM, "stage")
    found = beside(beside(rows, offered, *_VICTIM, "stage"), supported, *_VICTIM, "stage")
    return in_its_case(
        found.mutate(has_support=found["offered_on"].notnull() | found["referrals"].notnull()).drop(
            "offered_on", "referrals"
        )
    )


def _reached() -> Table:
    """Every victim with every stage that their case reached, and since when for them."""
    victims = known_victims().select(*_VICTIM, "known_on")
    known = beside(victims, _first_days(), "case_number")
    each = [
        known.filter(known[begins].notnull()).select(
            *_VICTIM,
            stage=ibis.literal(stage.value),
            reached_on=later(known[begins], known["known_on"]),
        )
        for stage, begins in _BEGINS.items()
    ]
    return reduce(lambda one, other: one.union(other), each)


def _first_days() -> Table:
    spine = table("spine")
    accounts = table("event_account_taken")
    taken = accounts.filter(accounts["account_type"] != AccountType.NOTES.value)
    return beside(
        spine.select(
            "case_number",
            *_MILESTONES.values(),
            spoken_to_on=earliest(spine["arrested_on"], spine["interviewed_on"]),
            reported=spine["reported_on"],
        ),
        first_day(taken, "account_on", "case_number"),
        "case_number",
    )


_BEGINS = {
    Stage.BEFORE_ACCOUNT: "reported",
    Stage.BEFORE_SUSPECT: "account_on",
    Stage.BEFORE_REFERRAL: "spoken_to_on",
    **_MILESTONES,
}


def _in_support(rows: Table) -> Table:
    """How many referrals of the victim went on when each stage began for them."""
    referred, ended = table("event_support_referred"), table("event_support_ended")
    ends = ended.filter(ended["referral"].notnull()).group_by("case_number", "referral")
    referrals = beside(
        referred.select("case_number", "victim", "event_number", began_on=referred["happened_on"]),
        ends.aggregate(over_on=ended["happened_on"].min()).rename(event_number="referral"),
        "case_number",
        "event_number",
    )
    each = with_each(rows, referrals.drop("event_number"), *_VICTIM)
    going_on = each.filter(
        each["began_on"] <= each["reached_on"],
        each["over_on"].isnull() | (each["over_on"] > each["reached_on"]),
    )
    return going_on.group_by([*_VICTIM, "stage"]).aggregate(referrals=going_on.count())


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
