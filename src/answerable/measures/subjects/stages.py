"""Stages that a victim’s case reached, and whether the victim had support at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    earliest,
    first_day,
    later,
    spread,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.measures.subjects.victims import KNOWN_VICTIMS
from answerable.records.kinds.first_response import AccountType
from answerable.records.stages import Stage

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table, Value

_VICTIM = ("case_number", "victim")
_BEGINS = {
    Stage.BEFORE_ACCOUNT: "reported_on",
    Stage.BEFORE_SUSPECT: "account_on",
    Stage.BEFORE_REFERRAL: "spoken_to_on",
    Stage.WITH_CPS: "submitted_on",
    Stage.CHARGED: "charged_on",
    Stage.BEFORE_TRIAL: "plea_hearing_on",
    Stage.AT_TRIAL: "trial_on",
}
"""The first day on which each stage of a case began."""


def _stages() -> Table:
    columns = {
        stage.value: {"reached_on": f"{stage.value}_on", "has_support": f"{stage.value}_supported"}
        for stage in _BEGINS
    }
    each = spread(STAGES_OF_VICTIMS.table(), "stage", columns, *_VICTIM, "force", "cps_area")
    return each.filter(each["reached_on"].notnull())


def _reached() -> Table:
    """Every victim with the day on which each stage began for them; empty where it has not."""
    victims = KNOWN_VICTIMS.table().select(*_VICTIM, "known_on", "force", "cps_area")
    known = beside(victims, _first_days(), "case_number")
    return known.select(
        *_VICTIM,
        "force",
        "cps_area",
        **{
            f"{stage.value}_on": later(known[begins], known["known_on"])
            for stage, begins in _BEGINS.items()
        },
    )


def _first_days() -> Table:
    spine, accounts = table("spine"), table("event_account_taken")
    taken = accounts.filter(accounts["account_type"] != AccountType.NOTES.value)
    return beside(
        spine.select(
            "case_number",
            *(one for one in _BEGINS.values() if one not in {"account_on", "spoken_to_on"}),
            spoken_to_on=earliest(spine["arrested_on"], spine["interviewed_on"]),
        ),
        first_day(taken, "account_on", "case_number"),
        "case_number",
    )


def _supported() -> Table:
    """Every victim with the day on which each stage began for them, and whether they had support
    at it."""
    rows = _reached()
    offers = table("event_support_offered")
    offered = offers.group_by(list(_VICTIM)).aggregate(
        **{f"{one.value}_offers": (offers["stage"] == one.value).sum() for one in _BEGINS}
    )
    found = beside(beside(rows, offered, *_VICTIM), _in_support(rows), *_VICTIM)
    return found.mutate(
        **{
            f"{one.value}_supported": truly(found[f"{one.value}_offers"] > 0)
            | truly(found[f"{one.value}_referrals"] > 0)
            for one in _BEGINS
        }
    )


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
    return each.group_by(list(_VICTIM)).aggregate(
        **{
            f"{one.value}_referrals": truly(_went_on(each, each[f"{one.value}_on"])).sum()
            for one in _BEGINS
        }
    )


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
