"""Recommendation 7: the right to a review, asked of the rules of records one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.reference.slow_measures.reading import Case, Row
from tests.reference.slow_measures.telling import about, concerned, limit_of_telling

from answerable.records.rules.entitlement import entitlement

CPS_REVIEWS = {"no_further_action", "stop_prosecution", "no_evidence_offered", "lie_on_file"}


def _scheme(decision: Any) -> str | None:
    if decision.made == "provisional_no_evidence":
        return "pilot"
    if decision.maker == "cps" and decision.made.value in CPS_REVIEWS:
        return "cps"
    if decision.maker == "police" and decision.made == "no_further_action":
        return "police"
    return None


def _rights(case: Case) -> Iterator[tuple[int, Any, int, date, bool, date | None]]:
    by_then = case.file.as_at(case.as_of)
    for number, decision in case.of("decision"):
        if _scheme(decision) is None:
            continue
        for victim, since in concerned(case, decision):
            may_ask = entitlement(by_then, number, victim).is_entitled
            told = [one.on for one in about(case, "review_right_told", number, victim)]
            told += [
                one.on for one in about(case, "told", number, victim) if one.review_right_offered
            ]
            yield number, decision, victim, since, may_ask, min(told, default=None)


def _facts(decision: Any) -> dict[str, str | None]:
    return {"scheme": _scheme(decision), "maker": decision.maker.value}


def review_right_told(case: Case) -> Iterator[Row]:
    for _, decision, victim, since, may_ask, told in _rights(case):
        standing = case.in_time(limit_of_telling(case, victim), since, told)
        yield Row(standing if may_ask else "not_applicable", since, _facts(decision))


def review_requested(case: Case) -> Iterator[Row]:
    limits = {"police": "ask_review_police", "cps": "ask_review_cps_latest"}
    for number, decision, victim, _, may_ask, told in _rights(case):
        standing, limit = "not_applicable", limits.get(_scheme(decision) or "")
        if may_ask and told and limit:
            asked = [one.on for one in about(case, "review_requested", number, victim)]
            standing = case.in_time(limit, told, min(asked, default=None))
        yield Row(standing, told, _facts(decision))


def _requests(case: Case) -> Iterator[tuple[int, Any, str | None]]:
    decisions = dict(case.of("decision"))
    for number, request in case.of("review_requested"):
        decision = decisions.get(case.heir(request.decision))
        yield number, request, _scheme(decision) if decision else None


def _results(case: Case, request: int) -> list[tuple[int, Any]]:
    return [
        (number, one)
        for number, one in case.of("review_decided")
        if case.heir(one.request) == request
    ]


def reviews_acknowledged(case: Case) -> Iterator[Row]:
    for number, request, scheme in _requests(case):
        days = [one.on for _, one in _results(case, number)]
        for _, one in case.of("review_acknowledged"):
            if case.heir(one.request) == number:
                days.append(one.on)
        done = min(days, default=None)
        standing = case.in_time("acknowledge_review_police", request.on, done)
        yield Row(standing if scheme == "police" else "not_applicable", request.on)


def reviews_completed(case: Case) -> Iterator[Row]:
    limits = {
        "police": "complete_review_police",
        "cps": "complete_review_cps_local",
        "pilot": "complete_review_pilot",
    }
    for number, request, scheme in _requests(case):
        known = []
        for at, result in _results(case, number):
            if result.result == "withdrawn":
                known.append(result.on)
                continue
            told = [
                one.on for _, one in case.of("review_result_told") if case.heir(one.result) == at
            ]
            known += told[:1]
        standing = "not_applicable"
        if scheme:
            standing = case.in_time(limits[scheme], request.on, min(known, default=None))
        yield Row(standing, request.on, {"scheme": scheme})


def reviews_changed(case: Case) -> Iterator[Row]:
    for number, _, scheme in _requests(case):
        results = [one for _, one in _results(case, number)]
        last = results[-1] if results else None
        standing = "not_applicable"
        if last and last.result in {"decision_stood", "cannot_be_recommenced"}:
            standing = "missed"
        if last and last.result == "decision_changed":
            standing = "met"
        yield Row(standing, last.on if last else None, {"scheme": scheme})


MEASURES = {
    one.__name__: one
    for one in (
        review_right_told,
        review_requested,
        reviews_acknowledged,
        reviews_completed,
        reviews_changed,
    )
}
