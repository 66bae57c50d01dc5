"""What loading a tracker would do, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from answerable_site.followup.rules.tracker import (
    Column,
    Columns,
    Outcome,
    Plan,
    PlannedRow,
    Problem,
)

_TAGS: Final = {
    Outcome.ADDED: ("Added", "govuk-tag--green"),
    Outcome.UPDATED: ("Updates", "govuk-tag--blue"),
    Outcome.UNCHANGED: ("Unchanged", "govuk-tag--grey"),
    Outcome.REFUSED: ("Mistake", "govuk-tag--red"),
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the tracker."""

    number: int
    tag: str
    tag_classes: str
    title: str
    sentences: tuple[str, ...]


def shown_row(row: PlannedRow, columns: Columns) -> ShownRow:
    """What becomes of a row of a file with these columns."""
    tag, classes = _TAGS[row.outcome]
    return ShownRow(
        number=row.number,
        tag=tag,
        tag_classes=classes,
        title=row.action or row.about,
        sentences=tuple(sentences(row, columns)),
    )


def sentences(row: PlannedRow, columns: Columns) -> Iterable[str]:
    """Everything there is to say of a row: mistakes, what it is about, changes, what to check."""
    for problem in row.problems:
        yield problem_in_words(row.number, problem, columns)
    if row.about:
        yield f"About: {row.about}"
    for change in row.changes:
        before = f"{change.before} → " if change.before else ""
        yield f"{change.name}: {before}{change.after}"
    yield from row.notes


def problem_in_words(number: int, problem: Problem, columns: Columns) -> str:
    """Row, column as the file calls it, what is wrong and what to do."""
    if problem.column is None:
        return f"Row {number}. {problem.sentence}"
    position = columns.places.get(problem.column)
    heading = problem.column.label if position is None else columns.headers[position]
    return f"Row {number}. Column “{heading}”: {problem.sentence}"


def tracker_counts(plan: Plan) -> tuple[tuple[str, int], ...]:
    """How many rows come to which outcome, in words."""
    counted = plan.counts
    return (
        ("Rows", len(plan.rows)),
        ("Added", counted[Outcome.ADDED]),
        ("Updated", counted[Outcome.UPDATED]),
        ("Unchanged", counted[Outcome.UNCHANGED]),
        ("With a mistake", counted[Outcome.REFUSED]),
    )


def taken_as(columns: Columns) -> tuple[str, ...]:
    """Which column was taken as what, a sentence each."""
    return tuple(
        f"“{columns.headers[position]}” is taken as “{column.label}”."
        for column, position in sorted(columns.places.items(), key=lambda item: item[1])
    )


def left_out(columns: Columns) -> str:
    """The headings from which nothing is taken; empty if there are none."""
    return ", ".join(f"“{columns.headers[position]}”" for position in columns.left_out)


def unknown_words(plan: Plan) -> list[tuple[Column, str]]:
    """Words that a person may say the meaning of, each once."""
    found = {
        (problem.column, problem.word): None
        for row in plan.rows
        for problem in row.problems
        if problem.column is not None and problem.word
    }
    return list(found)[:_MOST_WORDS]


_MOST_WORDS: Final = 40
"""More than these are no statuses: the column is taken as the wrong one."""


def template_rows() -> Iterable[list[str]]:
    """The headings of a tracker, and an invented row below them."""
    yield [column.label for column in Column]
    yield [_EXAMPLE.get(column, "") for column in Column]


_EXAMPLE: Final = {
    Column.REFERENCE: "W-012",
    Column.INSPECTION: "An invented report on lost property (delete this row)",
    Column.PUBLISHED: "16/7/2026",
    Column.NUMBER: "3",
    Column.KIND: "Recommendation",
    Column.TEXT: "By 31 March 2027, the force should keep a list of what it holds.",
    Column.ORGANISATION: "Wexmoor Constabulary",
    Column.SUMMARY: "Keep a list in every store",
    Column.OWNER: "A Person",
    Column.ORIGINAL: "31/3/2027",
    Column.OWN_VIEW: "On track",
    Column.INSPECTORATE: "In progress",
    Column.ACTION_REFERENCE: "W-012-1",
    Column.ACTION: "Write the list",
    Column.ACTION_OWNER: "a.person@example.org",
    Column.ACTION_ORIGINAL: "30 November 2026",
    Column.ACTION_REVISED: "31 January 2027",
    Column.ACTION_REVISED_BECAUSE: "The supplier is late",
    Column.ACTION_STATE: "In progress",
    Column.ACTION_RATING: "Amber",
    Column.ACTION_UPDATE: "Two of five stores have a list.",
    Column.ACTION_UPDATED_ON: "2026-10-05",
}
