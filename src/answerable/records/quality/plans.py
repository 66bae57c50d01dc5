"""Items of plans that look in time because their day was moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerable.records.file import CaseFile
from answerable.records.items import items
from answerable.records.quality.check import Check, Finding
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About
from answerable.statute import Confidence
from answerable.statute.limits import Limits

BY_ORIGINAL = Check(
    "item_late_by_original_day",
    "An item whose day was moved counts as late by its original day.",
    "recommendation 4 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=4,
)
CHECKS = (BY_ORIGINAL,)

_DAY = timedelta(days=1)


def findings(file: CaseFile, _limits: Limits, on: date) -> Iterator[Finding]:
    """Items that are in time by the day to which they were moved, and late by the first."""
    for item in items(file):
        original, target = item.original_on, item.target_on
        if original is None or target is None or not original < (item.ended_on or on) <= target:
            continue
        words = (
            f"{item.title} counts as late after {in_words(original)}, although it was moved to "
            f"{in_words(target)}."
        )
        yield Finding(BY_ORIGINAL, words, original + _DAY, About(event=item.number))
