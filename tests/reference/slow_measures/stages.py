"""Recommendation 2: support at each stage that a case reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.reference.slow_measures.reading import Case, Row


def _began(case: Case) -> dict[str, date | None]:
    accounts = [one.on for _, one in case.of("account_taken") if one.account_type != "notes"]
    spoken_to = [
        one.on for _, one in case.of("suspect_status") if one.status in {"arrested", "interviewed"}
    ]
    return {
        "before_account": case.reported_on,
        "before_suspect": min(accounts, default=None),
        "before_referral": min(spoken_to, default=None),
        "with_cps": case.first_day("submitted"),
        "charged": case.first_day("charged"),
        "before_trial": case.first_day("hearing_held", hearing="plea"),
        "at_trial": case.first_day("hearing_held", hearing="trial"),
    }


def support_at_stages(case: Case) -> Iterator[Row]:
    for victim, known in case.victims().items():
        for stage, began in _began(case).items():
            if began is not None:
                reached = max(began, known)
                has_support = _was_offered(case, victim, stage) or _goes_on(case, victim, reached)
                yield Row("met" if has_support else "missed", reached, {"stage": stage})


def _was_offered(case: Case, victim: int, stage: str) -> bool:
    return any(one.victim == victim and one.stage == stage for _, one in case.of("support_offered"))


def _goes_on(case: Case, victim: int, day: date) -> bool:
    for number, referral in case.of("support_referred"):
        if referral.victim != victim or referral.on > day:
            continue
        ends = [one.on for _, one in case.of("support_ended") if case.heir(one.referral) == number]
        if not ends or min(ends) > day:
            return True
    return False


MEASURES = {"support_at_stages": support_at_stages}
