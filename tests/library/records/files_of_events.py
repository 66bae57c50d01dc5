"""Case files made of events, and limits, as tests need them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.people import VictimIdentified
from answerable.statute import Confidence
from answerable.statute.limits import Limit, Limits, Unit

MONDAY = date(2026, 3, 2)
"""The day of the report; no bank holiday is near."""
_LIMITS = {
    "offer_support": (2, Unit.WORKING_DAYS),
    "refer_support": (2, Unit.WORKING_DAYS),
    "support_gap": (28, Unit.CALENDAR_DAYS),
    "characteristics_first": (1, Unit.CALENDAR_DAYS),
    "characteristics_complete": (28, Unit.CALENDAR_DAYS),
}
NO_LIMITS = Limits(())
LIMITS = Limits(
    Limit(
        code=code,
        asks="",
        starts="",
        count=count,
        unit=unit,
        citation="",
        source="",
        confidence=Confidence.REASONED,
        in_force_from=date(2021, 1, 1),
    )
    for code, (count, unit) in _LIMITS.items()
)


def recorded(
    number: int, event: Event, *, side: Side = Side.POLICE, replaces: int | None = None
) -> Recorded:
    """An event as it stands in a file."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Recorded(number=number, event=event, recorded_at=at, side=side, replaces=replaces)


def case_file(*events: Event | Recorded, reported_on: date = MONDAY) -> CaseFile:
    """A case of these events, numbered from 1 in this order."""
    return CaseFile(
        1,
        reported_on,
        tuple(
            one if isinstance(one, Recorded) else recorded(number, one)
            for number, one in enumerate(events, start=1)
        ),
    )


def victim(number: int = 1, *, on: date = MONDAY, age: int | None = None) -> VictimIdentified:
    """A victim of the case."""
    return VictimIdentified(on=on, victim=number, age=age)
