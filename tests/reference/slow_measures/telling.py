"""Recommendation 6: victims told of decisions, in time and as they wished."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.reference.slow_measures.reading import Case, Row

TOLD_OF = {
    "not_investigate",
    "no_further_action",
    "charge",
    "out_of_court",
    "provisional_no_evidence",
    "no_evidence_offered",
    "stop_prosecution",
    "lie_on_file",
}


def limit_of_telling(case: Case, victim: int) -> str:
    return "tell_victim_enhanced" if case.is_enhanced(victim) else "tell_victim"


def concerned(case: Case, decision: Any) -> list[tuple[int, date]]:
    """The known victims whom a decision concerns, and since when they could be told."""
    return [
        (victim, max(decision.on, known))
        for victim, known in case.victims().items()
        if not decision.victims or victim in decision.victims
    ]


def about(case: Case, kind: str, decision: int, victim: int) -> list[Any]:
    """What of a kind concerns a victim and a decision."""
    return [
        one
        for _, one in case.of(kind)
        if one.victim == victim and case.heir(one.decision) == decision
    ]


def victims_told(case: Case) -> Iterator[Row]:
    for number, decision in case.of("decision"):
        if decision.made.value not in TOLD_OF:
            continue
        for victim, since in concerned(case, decision):
            told = [one.on for one in about(case, "told", number, victim)]
            standing = _standing(case, number, victim, since, min(told, default=None))
            facts = {"maker": decision.maker.value, "made": decision.made.value}
            yield Row(standing, since, {**facts, "enhanced_rights": case.is_enhanced(victim)})


def _standing(case: Case, decision: int, victim: int, since: date, told: date | None) -> str:
    limit = limit_of_telling(case, victim)
    due = case.runs_out(limit, since)
    excused = _excused(case, decision, victim, since)
    is_told_in_time = told is not None and due is not None and told <= due
    if due and excused and excused <= due and not is_told_in_time:
        return "not_applicable"
    return case.in_time(limit, since, told)


def _excused(case: Case, decision: int, victim: int, since: date) -> date | None:
    days = []
    wish = False
    for _, one in case.of("asked_not_to_be_told"):
        if one.victim != victim:
            continue
        if one.on <= since:
            wish = one.tell_nothing
        elif one.tell_nothing:
            days.append(one.on)
    if wish:
        return since
    for given_up in about(case, "uncontactable", decision, victim):
        tried = list(about(case, "notice_attempt", decision, victim))
        if len([one for one in tried if one.on <= given_up.on]) >= 3:
            days.append(given_up.on)
    return min(days, default=None)


def _notices(case: Case) -> Iterator[tuple[Any, Any]]:
    """The first notice of each decision to each victim, with the decision."""
    decisions = dict(case.of("decision"))
    seen = set()
    for _, one in case.of("told"):
        number = case.heir(one.decision)
        if number in decisions and (number, one.victim) not in seen:
            seen.add((number, one.victim))
            yield one, decisions[number]


def _facts(told: Any, decision: Any) -> dict[str, str]:
    return {
        "maker": decision.maker.value,
        "made": decision.made.value,
        "method": told.method.value,
    }


def told_as_wished(case: Case) -> Iterator[Row]:
    for told, decision in _notices(case):
        wishes = [
            one
            for _, one in case.of("contact_preference")
            if one.victim == told.victim and one.on <= told.on
        ]
        if not wishes:
            standing = "unknown"
        else:
            wish = wishes[-1]
            otherwise = (
                told.method is not wish.method
                or (wish.teller is not None and told.teller is not wish.teller)
                or (wish.support_present is True and told.support_present is False)
            )
            standing = "missed" if otherwise else "met"
        yield Row(standing, told.on, _facts(told, decision))


def decisions_explained(case: Case) -> Iterator[Row]:
    for told, decision in _notices(case):
        yield Row("met" if told.explained else "missed", told.on, _facts(told, decision))


MEASURES = {one.__name__: one for one in (victims_told, told_as_wished, decisions_explained)}
