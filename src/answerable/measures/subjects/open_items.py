"""Items of plans that were open at the end of a month, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import in_its_case, month_ends, table, truly
from answerable.measures.subjects.subject import Subject, code, day, flag, number

if TYPE_CHECKING:
    from ibis.expr.types import Table

_NOT_ENDED = 2**31 - 1
"""Stands for the end of an item that has none: after any day of a calendar."""


def _open_items() -> Table:
    """Each item at each month end at which it was open, as it stood on that day: a target day that
    was given later is none yet."""
    rows, ends = table("items"), month_ends()
    items = rows.select(
        "case_number",
        "item",
        "plan",
        "set_on",
        "original_on",
        "dated_on",
        open_until=rows["ended_on"].fill_null(ibis.literal(_NOT_ENDED, "int32")),
    )
    each = items.inner_join(
        ends, [items["set_on"] <= ends["month_end_on"], items["open_until"] > ends["month_end_on"]]
    )
    has_target = truly(each["dated_on"] <= each["month_end_on"])
    is_past = truly(each["original_on"] < each["month_end_on"])
    return in_its_case(
        each.mutate(has_target=has_target, is_overdue=has_target & is_past).drop(
            "set_on", "original_on", "dated_on", "open_until"
        )
    )


OPEN_ITEMS = Subject(
    name="open_items",
    one="An item of a plan and the end of a month at which it was open",
    key=("case_number", "item", "month_end_on"),
    own=(
        number("item", "The event that set the item"),
        code("plan", "Which plan it is in", "plan.plan"),
        day("month_end_on", "The last day of the month"),
        flag("has_target", "Whether it had a target day by then"),
        flag("is_overdue", "Whether the first target day that it ever had was over by then"),
    ),
    relation=_open_items,
    looked_at="month_end_on",
)
