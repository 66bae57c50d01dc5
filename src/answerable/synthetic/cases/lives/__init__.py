"""The life of many cases at once, from the report to the end of what is known of them."""

from __future__ import annotations

from answerable.records.kinds.decision import Maker
from answerable.synthetic.cases.chance import Chance, Numbers
from answerable.synthetic.cases.happenings import Happenings
from answerable.synthetic.cases.lives import (
    advice,
    characteristics,
    court,
    investigation,
    plan,
    police,
    prosecution,
    report,
    review,
    support,
    telling,
    withdrawal,
)
from answerable.synthetic.cases.lives.beginning import begin
from answerable.synthetic.cases.lives.life import Life


def live(force: Numbers, backlog: Numbers, last_day: int, chance: Chance) -> Life:
    """Cases of some forces, lived through.

    What leads to something else is added before it: within a day that is the order.

    Args:
        force: the number of the force of each case.
        backlog: how much longer than usual work takes, in thousandths, by force and quarter
            (`beginning.backlog`).
        last_day: days since 1970; nobody reports later.
    """
    life = begin(force, backlog, last_day, chance, Happenings())
    report.add(life)
    characteristics.add(life)
    statuses = investigation.add(life)
    support.add(life)
    plan.add(life)
    advice.add(life)
    withdrawal.add(life)
    closing = police.add(life)
    decided = prosecution.add(life)
    stopped = court.add(life)
    told = telling.add(life, (closing, decided, stopped))
    telling.add_steps(life, statuses)
    review.add(life, ((told[0], Maker.POLICE), (told[1], Maker.CPS)))
    return life


__all__ = ["Life", "live"]
