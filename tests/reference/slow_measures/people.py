"""Recommendations 1, 2 and 5: what was asked of victims, offered to them, and asked for advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.slow_measures.reading import Case, Row, latest

from answerable.records.codes.characteristics import Characteristic

ANSWERS = {"recorded", "asked_prefer_not_to_say", "asked_not_known_by_victim"}


def _first_answers(case: Case, victim: int) -> dict[str, date]:
    first: dict[str, date] = {}
    for _, one in case.of("characteristic_recorded"):
        if one.victim == victim and one.state.value in ANSWERS:
            first.setdefault(one.characteristic.value, one.on)
    return first


def characteristics_complete(case: Case) -> Iterator[Row]:
    recorded = case.first_day("crime_recorded")
    for victim, known in case.victims().items():
        start = latest(recorded, known)
        answers = _first_answers(case, victim)
        done = max(answers.values()) if len(answers) == 9 else None
        standing = case.in_time("characteristics_complete", start, done)
        if case.of("not_a_crime"):
            standing = "not_applicable"
        yield Row(standing, start, {"enhanced_rights": case.is_enhanced(victim)})


def characteristic_recorded(case: Case) -> Iterator[Row]:
    recorded = case.first_day("crime_recorded")
    for victim, known in case.victims().items():
        start = latest(recorded, known)
        answers = _first_answers(case, victim)
        for one in Characteristic:
            standing = case.in_time("characteristics_complete", start, answers.get(one.value))
            if case.of("not_a_crime"):
                standing = "not_applicable"
            yield Row(standing, start, {"characteristic": one.value})


def ethnicity_self_defined(case: Case) -> Iterator[Row]:
    for victim, known in case.victims().items():
        own = others = silent = False
        for _, one in case.of("characteristic_recorded"):
            if one.victim != victim or one.characteristic.value != "race":
                continue
            own = own or (one.state == "recorded" and one.source == "self")
            others = others or (one.state == "recorded" and one.source != "self")
            silent = silent or one.state == "asked_prefer_not_to_say"
        seen = any(one.victim == victim for _, one in case.of("ethnicity_observed"))
        if own:
            standing = "met"
        elif silent:
            standing = "not_applicable"
        else:
            standing = "missed" if others or seen else "unknown"
        yield Row(standing, known, {"enhanced_rights": case.is_enhanced(victim)})


def support_offered(case: Case) -> Iterator[Row]:
    for victim, known in case.victims().items():
        days = [
            one.on
            for kind in ("support_offered", "support_referred")
            for _, one in case.of(kind)
            if one.victim == victim
        ]
        standing = case.in_time("offer_support", known, min(days, default=None))
        yield Row(standing, known, {"enhanced_rights": case.is_enhanced(victim)})


def _advice(case: Case, *kinds: str) -> Iterator[Row]:
    days = [one.on for kind in kinds for _, one in case.of(kind)]
    standing = case.in_time("consider_advice", case.reported_on, min(days, default=None))
    yield Row("not_applicable" if case.of("not_a_crime") else standing, case.reported_on)


def advice_considered(case: Case) -> Iterator[Row]:
    yield from _advice(case, "advice_considered", "advice_requested")


def advice_sought(case: Case) -> Iterator[Row]:
    yield from _advice(case, "advice_requested")


MEASURES = {
    one.__name__: one
    for one in (
        characteristics_complete,
        characteristic_recorded,
        ethnicity_self_defined,
        support_offered,
        advice_considered,
        advice_sought,
    )
}
