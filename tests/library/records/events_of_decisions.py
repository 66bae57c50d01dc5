"""Events around decisions, telling, review and court, as tests need them; day 0 is a Monday."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tests.library.records.files_of_events import MONDAY, case_file

from answerable.records import rules
from answerable.records.event import Event, Recorded
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import (
    Status,
    SuspectIdentified,
    SuspectStatus,
    VictimIdentified,
)
from answerable.records.kinds.telling import Method, Teller, Told
from answerable.statute.limits import LIMITS

WORDS = "A reason in words."


def day(number: int) -> date:
    """So many calendar days after the report; day 4 is a Friday."""
    return MONDAY + timedelta(days=number)


def victim(number: int = 1, *, enhanced: bool = True, on: date = MONDAY) -> VictimIdentified:
    return VictimIdentified(on=on, victim=number, enhanced_rights=enhanced)


def suspect(number: int = 1, *, on: date = MONDAY) -> SuspectIdentified:
    return SuspectIdentified(on=on, suspect=number)


def status(what: Status, on: date, number: int = 1, **facts: object) -> SuspectStatus:
    return SuspectStatus(on=on, suspect=number, status=what, **facts)


def interviewed(number: int = 1, *, on: date = MONDAY) -> SuspectStatus:
    return status(Status.INTERVIEWED, on, number)


def decision(
    on: date,
    made: What = What.NO_FURTHER_ACTION,
    *,
    maker: Maker = Maker.POLICE,
    rationale: str = WORDS,
    **facts: object,
) -> Decision:
    return Decision(on=on, maker=maker, made=made, rationale=rationale, **facts)


def told(on: date, of: int, number: int = 1, **facts: object) -> Told:
    given = {"explained": True, "support_offered": True, "review_right_offered": True} | facts
    return Told(
        on=on,
        victim=number,
        decision=of,
        method=given.pop("method", Method.TELEPHONE),
        teller=given.pop("teller", Teller.INVESTIGATOR),
        **given,
    )


def flagged(*events: Event | Recorded, code: str, on: date) -> list[tuple[date, bool]]:
    """Since when a rule is breached, and whether it is open, as at the end of a day."""
    found = rules.breaches(case_file(*events), LIMITS, on=on)
    return [(one.since, one.is_open) for one in found if one.rule.code == code]


def due(*events: Event | Recorded, code: str, on: date) -> list[date | None]:
    """The last day of what a rule still asks for at the end of a day."""
    found = rules.dues(case_file(*events), LIMITS, on=on)
    return [one.due_on for one in found if one.rule.code == code]


def why(events: Iterable[Event | Recorded], event: Event, *, replaces: int | None = None) -> str:
    """Why an event is refused after others, in one text; empty where it is possible."""
    from tests.library.records.files_of_events import recorded

    file = case_file(*events)
    one = recorded(file.next_number, event, replaces=replaces)
    return " ".join(rules.why_impossible(file, one))
