"""The investigation plan, its items with their slipping, and supervisors’ reviews."""

from __future__ import annotations

import numpy as np

from answerable.records.kinds.plan import (
    Answer,
    InvestigationPlanned,
    ItemAnswered,
    ItemEscalated,
    ItemMoved,
    ItemSet,
    Plan,
)
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.synthetic.cases.chance import Numbers, whole
from answerable.synthetic.cases.happenings import Said
from answerable.synthetic.cases.lives.life import Life
from answerable.synthetic.cases.lives.phrases import ITEMS, REVIEWS, STRATEGIES, WHY_MOVED, WHY_UP
from answerable.synthetic.cases.parameters import answers, number

_REVIEWS = 8
"""The most reviews of one case. Longer intervals follow where a case runs for years."""
_FOUR_WEEKS = 28
_FORTNIGHT = 14
_SECOND_LEVEL = 2


def add(life: Life) -> None:
    """The plan, its items and its reviews, as far as they lie before the decision."""
    chance, size = life.chance, len(life)
    on = life.reported + whole(chance.days("plan_days", 1.0, size))
    on = chance.fitted(on, life.reported, life.worked_until)
    there = chance.happens("plan_recorded", size)
    row = np.flatnonzero(there).astype(np.int32)
    life.happened.add(
        InvestigationPlanned,
        row,
        row,
        on[row],
        strategy=Said(chance.between(0, len(STRATEGIES) - 1, len(row)), STRATEGIES),
        review_on=on[row] + _FOUR_WEEKS,
    )
    add_items(life, row, on[row], life.worked_until[row], Plan.INVESTIGATION)
    _reviews(life, row, on[row])


def _reviews(life: Life, row: Numbers, since: Numbers) -> None:
    chance = life.chance
    on = since
    for place in range(_REVIEWS):
        waits = 1 + whole(chance.days("review_interval", "review_interval_spread", len(row)))
        on = on + waits * (1 + place // 4)
        held = on <= life.worked_until[row]
        row, on = row[held], on[held]
        life.happened.add(
            SupervisorReviewed,
            row,
            row,
            on,
            words=Said(chance.between(0, len(REVIEWS) - 1, len(row)), REVIEWS),
            review_on=on + _FOUR_WEEKS,
        )


def add_items(life: Life, row: Numbers, on: Numbers, until: Numbers, plan: Plan) -> None:
    """Items of a plan: done in time, done late, moved, taken up, or never answered.

    Args:
        row: the cases of the plans, each with the day on which it was made.
        until: the last day on which anybody works on it.
    """
    chance = life.chance
    counts = tuple(answers("items"))
    count = np.array([int(one) for one in counts])[chance.answer("items", counts, len(row))]
    row, set_on, until = (np.repeat(one, count) for one in (row, on, until))
    size = len(row)
    target = set_on + chance.between(7, 2 * int(number("item_length")) - 7, size)
    items = life.happened.add(
        ItemSet,
        np.arange(size, dtype=np.int32),
        row,
        set_on,
        plan=plan,
        asked=Said(chance.between(0, len(ITEMS) - 1, size), ITEMS),
        target_on=target,
    )
    in_time = chance.happens("item_on_time", size)
    late = target + 1 + whole(chance.days("item_late", "item_late_spread", size))
    done = np.where(in_time, chance.between(set_on, target, size), late)
    never = ~in_time & chance.happens("item_never", size)
    moved = np.flatnonzero(~in_time & chance.happens("item_moved", size) & (target <= until))
    moved_on = np.maximum(target[moved] - chance.between(0, 5, len(moved)), set_on[moved])
    life.happened.add(
        ItemMoved,
        moved.astype(np.int32),
        row[moved],
        moved_on,
        names={"item": (items, moved)},
        target_on=target[moved] + chance.between(7, 2 * _FOUR_WEEKS, len(moved)),
        reason=Said(chance.between(0, len(WHY_MOVED) - 1, len(moved)), WHY_MOVED),
    )
    up_on = target + _FORTNIGHT + chance.between(0, _FORTNIGHT, size)
    is_up = (never | (done > up_on)) & ~in_time & chance.happens("item_escalated", size)
    up = np.flatnonzero(is_up & (up_on <= until)).astype(np.int32)
    life.happened.add(
        ItemEscalated,
        up,
        row[up],
        up_on[up],
        names={"item": (items, up)},
        level=_SECOND_LEVEL,
        reason=WHY_UP[0],
    )
    answered = np.flatnonzero(~never & (done <= until)).astype(np.int32)
    life.happened.add(
        ItemAnswered,
        answered,
        row[answered],
        done[answered],
        names={"item": (items, answered)},
        answer=chance.answer("item_answer", Answer, len(answered)),
    )
