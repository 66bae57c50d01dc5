"""Looks as the record of access would hold them, with what a test does not care about filled in."""

from __future__ import annotations

from datetime import datetime, timedelta

from answerable.statute import LONDON
from answerable_site.accessreview.rules.looks import Act, Look, Standing

MONDAY = datetime(2026, 3, 2, 9, tzinfo=LONDON)
LONG_AGO = MONDAY - timedelta(days=400)
FAR_AHEAD = MONDAY + timedelta(days=400)


def at(day: float, minutes: float = 0) -> datetime:
    """Nine o’clock so many days after a Monday, and minutes after it."""
    return MONDAY + timedelta(days=day, minutes=minutes)


def case(number: int) -> str:
    return f"casework.case:{number}"


def look(
    day: float = 0,
    minutes: float = 0,
    *,
    person: int = 1,
    record: str = "casework.case:1",
    act: Act = Act.OPENED,
    standing: Standing = Standing.BROKE_GLASS,
    **facts,
) -> Look:
    filled = {
        "role": "investigator",
        "organisation": 1,
        "record_organisation": 1,
        "reason": f"The victim rang about {record}, {day}.",
        **facts,
    }
    return Look(
        at=at(day, minutes), person=person, record=record, act=act, standing=standing, **filled
    )


def work(day: float = 0, minutes: float = 0, **facts) -> Look:
    """Something recorded in a case."""
    return look(day, minutes, act=Act.RECORDED, **facts)


def opened(cases: int, day: float = 0, *, every: float = 30, first: int = 1, **facts) -> list[Look]:
    """So many different cases opened one after another, minutes apart."""
    return [look(day, every * place, record=case(first + place), **facts) for place in range(cases)]
