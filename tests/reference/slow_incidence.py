"""The share of cases with each ending, day by day with fractions, for small caseloads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Case = tuple[int, int, int]
"""The days on which it came under observation and left, and its ending; 0 where it was open."""


def shares(cases: Sequence[Case], day: int, endings: int) -> tuple[list[Fraction], Fraction]:
    """The share with each ending by the end of a day, and the share still open."""
    still_open = Fraction(1)
    found = [Fraction(0) for _ in range(endings)]
    for today in range(1, day + 1):
        at_risk = [case for case in cases if case[0] < today <= case[1]]
        ending = [case[2] for case in at_risk if case[1] == today and case[2] != 0]
        if not ending:
            continue
        for one in ending:
            found[one - 1] += still_open / len(at_risk)
        still_open *= Fraction(len(at_risk) - len(ending), len(at_risk))
    return found, still_open


def greenwood(cases: Sequence[Case], day: int) -> Fraction:
    """Greenwood’s variance of the share still open, where there is one ending alone."""
    _, still_open = shares(cases, day, 1)
    total = Fraction(0)
    for today in range(1, day + 1):
        at_risk = sum(case[0] < today <= case[1] for case in cases)
        ended = sum(case[1] == today and case[2] != 0 for case in cases if case[0] < today)
        if ended and ended < at_risk:
            total += Fraction(ended, at_risk * (at_risk - ended))
    return still_open**2 * total
