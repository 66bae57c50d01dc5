"""What loading a list of past responses would do, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from answerable_site.design.dates import date_in_words
from answerable_site.responses.rules.takeover import Column, Columns, Outcome, Plan, PlannedRow

_TAGS: Final = {
    Outcome.ADDED: ("Added", "govuk-tag--green"),
    Outcome.UPDATED: ("Updates", "govuk-tag--blue"),
    Outcome.UNCHANGED: ("Unchanged", "govuk-tag--grey"),
    Outcome.REFUSED: ("Mistake", "govuk-tag--red"),
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the list."""

    number: int
    tag: str
    tag_classes: str
    title: str
    """Empty where the row cannot be read."""
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownColumns:
    """Which columns were taken as what."""

    taken: tuple[str, ...]
    """A sentence each."""
    left_out: str
    """The headers from which nothing is taken; empty if there are none."""


def shown_row(row: PlannedRow) -> ShownRow:
    """What becomes of a row."""
    tag, classes = _TAGS[row.outcome]
    return ShownRow(
        number=row.number,
        tag=f"{tag} {_reference(row)}".strip() if row.outcome is Outcome.UPDATED else tag,
        tag_classes=classes,
        title=row.listed.title if row.listed else "",
        sentences=tuple(_sentences(row)),
    )


def counts(plan: Plan) -> tuple[tuple[str, int], ...]:
    """How many rows come to which outcome, in words."""
    counted = plan.counts
    return (
        ("Rows", len(plan.rows)),
        ("Added", counted[Outcome.ADDED]),
        ("Updated", counted[Outcome.UPDATED]),
        ("Unchanged", counted[Outcome.UNCHANGED]),
        ("With a mistake", counted[Outcome.REFUSED]),
    )


def shown_columns(columns: Columns) -> ShownColumns:
    """Which columns were taken as what, and which were left out."""
    return ShownColumns(
        taken=tuple(
            f"“{columns.headers[position]}” is taken as “{column.label}”."
            for column, position in sorted(columns.places.items(), key=lambda item: item[1])
        ),
        left_out=", ".join(f"“{columns.headers[position]}”" for position in columns.left_out),
    )


def template_rows() -> Iterable[list[str]]:
    """The headers of a list, and an invented response below them."""
    yield [column.label for column in Column]
    yield [_EXAMPLE[column] for column in Column]


def _reference(row: PlannedRow) -> str:
    return row.answer.reference if row.answer else ""


def _sentences(row: PlannedRow) -> Iterable[str]:
    for problem in row.problems:
        place = f"Column “{problem.column.label}”: " if problem.column else ""
        yield f"Row {row.number}. {place}{problem.sentence}"
    if row.listed and row.outcome is not Outcome.REFUSED:
        day = date_in_words(row.listed.report_published_on)
        where = "in the register already" if row.known else "entered into the register with it"
        yield f"Report published {day}, {where}."
    for change in row.changes:
        before = f"{change.before} → " if row.outcome is Outcome.UPDATED else ""
        yield f"{change.name}: {before}{change.after}"
    yield from row.notes


_EXAMPLE: Final = {
    Column.TITLE: "An invented report on lost property (delete this row)",
    Column.REPORT_PUBLISHED: "16/7/2021",
    Column.KIND: "national",
    Column.LEGAL_BASIS: "section 55",
    Column.INSPECTORATES: "HMICFRS",
    Column.REPORT_ADDRESS: "https://inspectorate.example/lost-property",
    Column.PUBLISHED: "9 September 2021",
    Column.ADDRESS: "https://office.example/responses/lost-property",
    Column.INVITED: "2021-07-20",
    Column.COMMENTS_RECEIVED: "1/9/2021",
    Column.EXPLAINED: "yes",
    Column.COPIED_TO_INSPECTORS: "9/9/2021",
    Column.COPIED_TO_SECRETARY: "9/9/2021",
    Column.REFERENCE: "2021-04",
    Column.NOTE: "",
}
