"""Checks whose findings are the breaches of a rule, because they show in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.quality.check import Check, Finding
from answerable.records.rules import (
    advice,
    characteristics,
    communication,
    meeting,
    notice,
    plan,
    support,
    telling,
)
from answerable.records.rules.rule import Breaches, Rule
from answerable.statute.limits import Limits


@dataclass(frozen=True, slots=True)
class _Part:
    """Rules of one module whose breaches are findings."""

    breaches: Breaches
    rules: tuple[Rule, ...]
    only_open: bool = False
    """Whether what was done late, and is complete since, is no finding any more."""


_PARTS = (
    _Part(
        characteristics.breaches, (characteristics.FIRST, characteristics.COMPLETE), only_open=True
    ),
    _Part(support.breaches, (support.CONSENT, support.IN_TOUCH)),
    _Part(support.breaches, (support.REFERRED,), only_open=True),
    _Part(plan.breaches, (plan.DATED, plan.CLOSED)),
    _Part(advice.breaches, (advice.CONTRADICTION, advice.WHY_NOT)),
    _Part(communication.breaches, (communication.DETAILS,)),
    _Part(meeting.breaches, (meeting.MEETING,)),
    _Part(notice.breaches, (notice.ASK_HOW,)),
    _Part(telling.breaches, (telling.TRY_THREE_TIMES,)),
)


def _of_rule(rule: Rule) -> Check:
    return Check(rule.code, rule.asks, rule.citation, rule.confidence, rule.recommendation)


_CHECKS = {rule.code: _of_rule(rule) for part in _PARTS for rule in part.rules}
CHECKS = tuple(_CHECKS.values())


def findings(file: CaseFile, limits: Limits, on: date) -> Iterator[Finding]:
    """The breaches of those rules that bear on the quality of the record."""
    for part in _PARTS:
        codes = {rule.code for rule in part.rules}
        for breach in part.breaches(file, limits, on):
            if breach.rule.code in codes and (breach.is_open or not part.only_open):
                check = _CHECKS[breach.rule.code]
                yield Finding(check, breach.words, breach.since, breach.about)
