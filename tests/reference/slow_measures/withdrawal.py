"""Recommendation 3: withdrawals, their reasons, and outcomes that say “does not support”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.reference.slow_measures.reading import Case, Row

from answerable.records.codes.withdrawal import Reason


def _comes_from_the_victim(one: Any) -> bool:
    by_officer_or_relative = {"officer", "family_or_friend", "panel"}
    return bool(one.reasons) and one.through.value not in by_officer_or_relative


def withdrawal_reasons_recorded(case: Case) -> Iterator[Row]:
    for _, one in case.of("withdrawal"):
        facts = {"stage": one.stage.value, "statement": one.statement.value}
        yield Row("met" if _comes_from_the_victim(one) else "missed", one.on, facts)


def withdrawal_reasons(case: Case) -> Iterator[Row]:
    for _, one in case.of("withdrawal"):
        for reason in Reason:
            facts = {"reason": reason.value, "stage": one.stage.value}
            yield Row("met" if reason in one.reasons else "missed", one.on, facts)


def withdrawals_explained(case: Case) -> Iterator[Row]:
    withdrawn = [one for _, one in case.of("withdrawal") if _comes_from_the_victim(one)]
    for _, outcome in case.of("outcome_recorded"):
        code = outcome.outcome.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if code in {"14", "16"}:
            is_explained = any(one.on <= outcome.on for one in withdrawn)
            yield Row("met" if is_explained else "missed", outcome.on, {"outcome": code})


MEASURES = {
    one.__name__: one
    for one in (withdrawal_reasons_recorded, withdrawal_reasons, withdrawals_explained)
}
