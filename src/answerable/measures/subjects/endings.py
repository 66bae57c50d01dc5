"""Decisions of the prosecutors on no further action, for each suspect, and the meeting before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.decisions import SUSPECTS_OF_DECISIONS, with_suspects
from answerable.measures.subjects.relations import (
    beside,
    in_its_case,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, day, flag, number
from answerable.records.kinds.decision import Maker, What
from answerable.records.kinds.meeting import Mode
from answerable.records.submissions import CHARGING_DECISIONS

if TYPE_CHECKING:
    from ibis.expr.types import Table

_ENDING = ("case_number", "event_number", "suspect")


def _endings() -> Table:
    """A meeting counts from the day after the last decision that ended the same matter."""
    ended = _charging_of_suspects(What.NO_FURTHER_ACTION).select(*_ENDING, "happened_on")
    found = beside(beside(ended, _decided_before(ended), *_ENDING), _met(ended), *_ENDING)
    is_afresh = found["before_on"].isnull() | (found["met_on"] > found["before_on"])
    return in_its_case(
        found.mutate(is_after_a_meeting=truly(found["met_on"].notnull() & is_afresh))
    )


def charging(*made: What) -> Table:
    """The prosecutors’ decisions of these kinds."""
    return _of_cps(table("event_decision"), made)


def _charging_of_suspects(*made: What) -> Table:
    return _of_cps(SUSPECTS_OF_DECISIONS.table(), made)


def _of_cps(rows: Table, made: tuple[What, ...]) -> Table:
    return rows.filter(
        rows["maker"] == Maker.CPS.value, rows["made"].isin([one.value for one in made])
    )


def _decided_before(ended: Table) -> Table:
    """The latest earlier day on which the prosecutors decided about the same suspect."""
    about = _charging_of_suspects(*sorted(CHARGING_DECISIONS))
    each = with_each(
        ended,
        about.select("case_number", "suspect", decided_on=about["happened_on"]),
        "case_number",
        "suspect",
    )
    earlier = each.filter(each["decided_on"] < each["happened_on"])
    return earlier.group_by(list(_ENDING)).aggregate(before_on=earlier["decided_on"].max())


def _met(ended: Table) -> Table:
    """The latest meeting of both sides about the suspect, by the day of the decision."""
    rows = table("event_meeting_held")
    held = rows.filter(
        rows["mode"].isin([one.value for one in Mode if one.is_a_meeting]),
        rows["police_present"],
        rows["prosecutor_present"],
    ).select("case_number", "event_number", "happened_on")
    about = with_suspects(held, "event_meeting_held_suspects")
    each = with_each(
        ended,
        about.select("case_number", "suspect", held_on=about["happened_on"]),
        "case_number",
        "suspect",
    )
    by_then = each.filter(each["held_on"] <= each["happened_on"])
    return by_then.group_by(list(_ENDING)).aggregate(met_on=by_then["held_on"].max())


CPS_ENDINGS = Subject(
    name="cps_endings",
    one="A decision of the prosecutors on no further action, for one suspect",
    key=_ENDING,
    own=(
        number("event_number", "The decision"),
        number("suspect", "The suspect within the case"),
        day("happened_on", "The day of the decision"),
        flag(
            "is_after_a_meeting",
            "Whether both sides met about the suspect by that day, in person or by video, since "
            "the prosecutors decided before",
        ),
    ),
    relation=_endings,
)
