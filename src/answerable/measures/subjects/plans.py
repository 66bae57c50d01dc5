"""Items of plans, and each look at their progress that was to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import (
    beside,
    earliest,
    in_its_case,
    table,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, number

if TYPE_CHECKING:
    from ibis.expr.types import Table

_PLAN = code("plan", "Which plan it is in", "plan.plan")
_ITEM = number("item", "The event that set the item")


def _items() -> Table:
    rows = table("items")
    items = rows.select(
        "case_number",
        "item",
        "plan",
        "original_on",
        "ended_on",
        "escalated_on",
        asked_on=ibis.coalesce(rows["original_on"], rows["set_on"]),
    )
    return in_its_case(items)


def _reviews() -> Table:
    """Every look that was to come, with the day by which and the day on which it came.

    It is no longer asked once the item has ended: that settles it as a look does.
    """
    looks = _looks()
    window = ibis.window(
        group_by=[looks["case_number"], looks["item"]],
        order_by=[looks["happened_on"], looks["event_number"]],
    )
    following = looks.mutate(next_look_on=looks["happened_on"].lead().over(window))
    asked = following.filter(following["review_on"].notnull())
    ended = beside(
        asked,
        table("items").select("case_number", "item", "plan", "ended_on"),
        "case_number",
        "item",
    )
    seen = ended.mutate(seen_on=earliest(ended["next_look_on"], ended["ended_on"]))
    return in_its_case(
        seen.select("case_number", "item", "event_number", "plan", "review_on", "seen_on")
    )


def _looks() -> Table:
    """The setting of each item, and each look at its progress: both may name the next."""
    set_ = table("event_item_set")
    first = set_.select(
        "case_number", "event_number", "happened_on", "review_on", item=set_["event_number"]
    )
    reviewed = table("event_item_reviewed")
    of_items = table("items").select("case_number", "item")
    later = with_each(
        reviewed.select("case_number", "item", "event_number", "happened_on", "review_on"),
        of_items,
        "case_number",
        "item",
    )
    columns = ["case_number", "item", "event_number", "happened_on", "review_on"]
    return first.select(columns).union(later.select(columns))


ITEMS = Subject(
    name="items",
    one="An item of an investigation plan or of an action plan",
    key=("case_number", "item"),
    own=(
        _ITEM,
        _PLAN,
        day("original_on", "The first target day that it ever had", "it never had one"),
        day("asked_on", "The original target day; of an item without one, the day it was set"),
        day("ended_on", "The day from which nothing more is asked", "something still is"),
        day("escalated_on", "It was first taken further up", "it was not"),
    ),
    relation=_items,
)
ITEM_REVIEWS = Subject(
    name="item_reviews",
    one="A look at the progress of an item, for which a day was set",
    key=("case_number", "item", "event_number"),
    own=(
        _ITEM,
        number("event_number", "The event that set the day"),
        _PLAN,
        day("review_on", "The day by which it was to be looked at"),
        day("seen_on", "It was looked at, or the item ended", "neither yet"),
    ),
    relation=_reviews,
)
