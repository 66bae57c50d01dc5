"""Answers of a measure become a table of counts, with the columns that protection needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from answerable.disclosure.table import ALL, CountTable, Labels
from answerable.measures.answer import Answer
from answerable.release.made import ANSWER, MET, NONE, NOT_MET
from answerable.release.results import Result, label_of
from answerable.release.times import quarter_of, year_of

_CARRIED = {
    "month": ("year", "quarter", "month"),
    "quarter": ("year", "quarter"),
    "financial_year": ("year",),
}
"""A time stands beside those that it lies within, so that tables by months and by quarters of
later releases are of the same figures."""


def count_table(result: Result, of: Mapping[str, str]) -> CountTable:
    """The rows that were asked, by the breakdowns of a result and by whether they are met.

    It has every group that there could be, with nought where nobody was asked: a group that is
    hidden must not be told from one that is empty by standing there.

    Args:
        of: whose figures they are, and of which version of the data.
    """
    by = result.question.by
    counts: dict[Labels, int] = {}
    for group in groups_of(result):
        counts[*placed(by, group), MET] = counts[*placed(by, group), NOT_MET] = 0
    for answer in result.answers:
        place = placed(by, group_of(answer))
        counts[*place, MET] += answer.numerator
        counts[*place, NOT_MET] += answer.denominator - answer.numerator
    return CountTable(
        by=(*(column for one in by for column in columns_of(one)), ANSWER),
        counts=counts,
        of={"measure": result.question.measure, **of},
    )


def groups_of(result: Result) -> list[Labels]:
    """Every group that there could be, in order; one without labels where nothing is broken
    down."""
    return list(product(*(result.names[by] for by in result.question.by)))


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
    if by == "financial_year":
        yield value
        return
    quarter = quarter_of(value) if by == "month" else value
    named = {"month": value, "quarter": quarter, "year": year_of(quarter)}
    yield from (named[column] for column in columns_of(by))
