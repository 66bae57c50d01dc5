"""Recommendation 4: plans, their items, and whether anybody looked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.reference import slow_spine
from tests.reference.slow_measures.reading import Case, Row

DAY_0 = date(1970, 1, 1)


def _items(case: Case) -> list[dict[str, Any]]:
    """The items, with their days as dates."""
    return [
        {
            name: DAY_0 + timedelta(days=cell)
            if name.endswith("_on") and cell is not None
            else cell
            for name, cell in row.items()
        }
        for row in slow_spine.items(case.file, case.as_of)
    ]


def plan_items_done(case: Case) -> Iterator[Row]:
    for item in _items(case):
        target = item["original_on"]
        standing = case.by(target, item["ended_on"]) if target else "missed"
        yield Row(standing, target or item["set_on"], {"plan": item["plan"]})


def plan_items_escalated(case: Case) -> Iterator[Row]:
    for item in _items(case):
        target, standing = item["original_on"], "not_applicable"
        due = case.runs_out("escalate_overdue_item", target) if target else None
        if due and (item["ended_on"] is None or item["ended_on"] > due):
            standing = case.by(due, item["escalated_on"])
        yield Row(standing, target, {"plan": item["plan"]})


def plan_item_reviews_held(case: Case) -> Iterator[Row]:
    for item in _items(case):
        looks = [
            (one.on, number, one.review_on)
            for number, one in case.of("item_reviewed")
            if case.heir(one.item) == item["item"]
        ]
        set_ = next(one for number, one in case.of("item_set") if number == item["item"])
        looks = sorted([*looks, (set_.on, item["item"], set_.review_on)])
        for place, (_, _, due) in enumerate(looks):
            following = [day for day, _, _ in looks[place + 1 : place + 2]]
            settled = [*following, *([item["ended_on"]] if item["ended_on"] else [])]
            if due is not None:
                standing = case.by(due, min(settled, default=None))
                yield Row(standing, due, {"plan": item["plan"]})


def plan_items_overdue(case: Case) -> Iterator[Row]:
    for item in _items(case):
        day = item["set_on"]
        while day <= case.as_of and not (item["ended_on"] and item["ended_on"] <= day):
            if (day + timedelta(days=1)).day == 1:
                has_target = item["dated_on"] is not None and item["dated_on"] <= day
                is_late = not has_target or item["original_on"] < day
                facts = {"plan": item["plan"], "has_target": has_target}
                yield Row("met" if is_late else "missed", day, facts)
            day += timedelta(days=1)


MEASURES = {
    one.__name__: one
    for one in (
        plan_items_done,
        plan_items_escalated,
        plan_item_reviews_held,
        plan_items_overdue,
    )
}
