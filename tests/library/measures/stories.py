"""Cases that tell one thing each about items of plans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.plan import Answer, ItemAnswered, ItemMoved, ItemSet, Plan

SET_ON = date(2026, 1, 5)


def item(target_on: date | None) -> ItemSet:
    return ItemSet(
        on=SET_ON, plan=Plan.INVESTIGATION, asked="Ask.", side=Side.POLICE, target_on=target_on
    )


def done(on: date) -> ItemAnswered:
    return ItemAnswered(on=on, item=1, answer=Answer.DONE, words="Done.")


OVERDUE = (
    item(date(2026, 1, 20)),
    ItemMoved(on=date(2026, 1, 19), item=1, target_on=date(2026, 2, 20), reason="Waiting."),
    done(date(2026, 2, 10)),
)
"""Done by the second target, after the first."""
PENDING = (item(date(2026, 3, 31)), done(date(2026, 3, 1)))
"""Done, with a target that is not over on the as-of day."""
UNDATED = (item(None), done(date(2026, 1, 6)))
WITHOUT_FORCE = (item(date(2026, 1, 20)), done(date(2026, 1, 20)))


def story(number: int, events: tuple[Event, ...]) -> tuple[CaseFile, Mapping[str, int]]:
    """A case in which this happened, of the force of its number; the fourth is of none."""
    recorded = tuple(
        Recorded(
            number=place,
            event=one,
            recorded_at=datetime.combine(one.on, time(12), UTC),
            side=Side.POLICE,
        )
        for place, one in enumerate(events, 1)
    )
    organisations = {} if events is WITHOUT_FORCE else {"force": number}
    return CaseFile(number, SET_ON, recorded), organisations
