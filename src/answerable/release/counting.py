"""Answers of a measure become a table of counts, with the columns that protection needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from answerable.disclosure.table import ALL, CountTable, Labels
from answerable.measures.answer import Answer
from answerable.release.made import ANSWER, MET, NONE, NOT_MET
from answerable.release.results import Result, label_of

_CARRIED = {
    "month": ("year", "quarter", "month"),
    "quarter": ("year", "quarter"),
    "financial_year": ("year",),
}
"""A time stands beside those that it lies within, so that tables by months and by quarters of
later releases are of the same figures."""
_FIRST_MONTH = 4
"""Of a financial year."""


def count_table(result: Result, of: Mapping[str, str]) -> CountTable:
    """The rows that were asked, by the breakdowns of a result and by whether they are met.

    Groups in which nobody was asked are left out: they are no groups of this figure.

    Args:
        of: whose figures they are.
    """
    counts: dict[Labels, int] = defaultdict(int)
    for answer in result.answers:
        if answer.denominator:
            place = placed(result.question.by, group_of(answer))
            counts[*place, MET] += answer.numerator
            counts[*place, NOT_MET] += answer.denominator - answer.numerator
    return CountTable(
        by=(*(column for by in result.question.by for column in columns_of(by)), ANSWER),
        counts=counts,
        of={"measure": result.question.measure, **of},
    )


def group_of(answer: Answer) -> Labels:
    """The labels of the group that an answer is of."""
    return tuple(label_of(value) for value in answer.group.values())


def columns_of(by: str) -> tuple[str, ...]:
    """The columns of a table that a breakdown needs, outermost first."""
    return _CARRIED.get(by, (by,))


def placed(by: tuple[str, ...], group: Labels) -> Labels:
    """Where a group stands in the columns of its table."""
    return tuple(
        label for name, value in zip(by, group, strict=True) for label in _labels(name, value)
    )


def together(by: tuple[str, ...]) -> Labels:
    """Where all groups together stand."""
    return (ALL,) * sum(len(columns_of(one)) for one in by)


def _labels(by: str, value: str) -> Iterator[str]:
    if by not in _CARRIED or value == NONE:
        yield from (value for _ in columns_of(by))
        return
    month = value if by == "month" else ""
    quarter = _quarter_of(month) if month else value
    named = {"month": month, "quarter": quarter, "year": quarter.partition(" ")[0]}
    yield from (named[column] for column in columns_of(by))


def _quarter_of(month: str) -> str:
    """The quarter of a financial year that a month lies in.

    >>> _quarter_of("2026-03"), _quarter_of("2026-04")
    ('2025/26 Q4', '2026/27 Q1')
    """
    year, number = int(month[:4]), int(month[5:])
    since = (number - _FIRST_MONTH) % 12
    begins = year if number >= _FIRST_MONTH else year - 1
    return f"{begins}/{(begins + 1) % 100:02} Q{since // 3 + 1}"
