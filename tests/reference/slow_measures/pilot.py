"""Decisions of the prosecutors: the meeting before them, and the three weeks of the pilot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.reference.slow_measures.reading import Case, Row


def _whom(case: Case, event: Any) -> list[int]:
    """The suspects whom something concerns."""
    if event.suspects:
        return sorted(set(event.suspects))
    return [suspect for suspect, since in case.suspects().items() if since <= event.on]


def _charging(case: Case) -> list[tuple[int, Any]]:
    ends = {"charge", "no_further_action", "out_of_court"}
    return [
        (number, one)
        for number, one in case.of("decision")
        if one.maker == "cps" and one.made.value in ends
    ]


def meeting_before_ending(case: Case) -> Iterator[Row]:
    for _, decision in _charging(case):
        if decision.made != "no_further_action":
            continue
        for suspect in _whom(case, decision):
            before = [
                one.on
                for _, one in _charging(case)
                if one.on < decision.on and suspect in _whom(case, one)
            ]
            held = [
                one.on
                for _, one in case.of("meeting_held")
                if one.mode in {"in_person", "virtual", "hybrid"}
                and one.police_present
                and one.prosecutor_present
                and suspect in _whom(case, one)
                and one.on <= decision.on
                and all(day < one.on for day in before)
            ]
            yield Row("met" if held else "missed", decision.on)


def _decided(case: Case, submission: Any) -> date | None:
    last = None
    for suspect in _whom(case, submission) or [None]:
        days = [
            one.on
            for _, one in _charging(case)
            if one.on >= submission.on
            and (suspect is None or not one.suspects or suspect in one.suspects)
        ]
        if not days:
            return None
        last = max(min(days), last or min(days))
    return last


def _is_enrolled(case: Case, day: date) -> bool:
    for number, joined in case.of("pilot_enrolled"):
        left = [one.on for _, one in case.of("pilot_left") if case.heir(one.enrolment) == number]
        if joined.on <= day and (not left or day < min(left)):
            return True
    return False


def _facts(case: Case, one: Any) -> dict[str, Any]:
    return {
        "is_enrolled": _is_enrolled(case, one.on),
        "track": one.track.value,
        "purpose": one.purpose.value,
        "in_custody": one.in_custody,
    }


def pilot_decided_from_submission(case: Case) -> Iterator[Row]:
    for _, one in case.of("submitted"):
        standing = case.in_time("pilot_decision_from_submission", one.on, _decided(case, one))
        yield Row(standing, one.on, _facts(case, one))


def pilot_decided_from_acceptance(case: Case) -> Iterator[Row]:
    for number, one in case.of("submitted"):
        accepted = [
            triage.on
            for _, triage in case.of("submission_triaged")
            if case.heir(triage.submission) == number and triage.is_accepted and triage.is_full_file
        ]
        start, standing = min(accepted, default=None), "not_applicable"
        if start:
            done = _decided(case, one)
            standing = case.in_time("pilot_decision_from_acceptance", start, done)
        yield Row(standing, start, _facts(case, one))


def _comparison(case: Case) -> str:
    if case.of("pilot_enrolled"):
        return "enrolled"
    if case.pilot_began is None:
        return "elsewhere"
    return "before" if case.reported_on < case.pilot_began else "beside"


def _within(case: Case, days: int, done: date | None) -> Iterator[Row]:
    standing = case.by(case.reported_on + timedelta(days=days), done)
    if case.of("not_a_crime"):
        standing = "not_applicable"
    yield Row(standing, case.reported_on, {"pilot": _comparison(case)})


def pilot_referred(case: Case) -> Iterator[Row]:
    yield from _within(case, 365, case.first_day("submitted"))


def pilot_charged(case: Case) -> Iterator[Row]:
    yield from _within(case, 730, case.first_day("charged"))


def pilot_first_hearing(case: Case) -> Iterator[Row]:
    yield from _within(case, 730, case.first_day("hearing_held", hearing="first"))


def pilot_convicted(case: Case) -> Iterator[Row]:
    days = [
        one.on
        for _, one in case.of("court_result")
        if one.verdict in {"convicted", "convicted_on_plea"}
    ]
    yield from _within(case, 1095, min(days, default=None))


COHORTS = (pilot_referred, pilot_charged, pilot_first_hearing, pilot_convicted)
MEASURES = {
    one.__name__: one
    for one in (
        meeting_before_ending,
        pilot_decided_from_submission,
        pilot_decided_from_acceptance,
        *COHORTS,
    )
}
