"""What loading a list of attendance would do, in words; and attendance as such a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable_site.design.dates import date_in_words
from answerable_site.training.presenters.words import days_of
from answerable_site.training.queries import place_of
from answerable_site.training.rules import Outcome
from answerable_site.training.rules.intake import Column, Columns, Plan, PlannedRow, Step

if TYPE_CHECKING:
    from answerable_site.training.models import Booking

_TAGS: Final = {
    Step.ADDED: ("Added", "green"),
    Step.UPDATED: ("Updates", "blue"),
    Step.UNCHANGED: ("Unchanged", "grey"),
    Step.REFUSED: ("Mistake", "red"),
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the list."""

    number: int
    tag: str
    colour: str
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
    tag, colour = _TAGS[row.step]
    title = (row.listed.person or row.listed.email) if row.listed else ""
    return ShownRow(row.number, tag, colour, title, tuple(_sentences(row)))


def counts(plan: Plan) -> tuple[tuple[str, int], ...]:
    """How many rows come to what, in words."""
    counted = plan.counts
    events = {row.event.key for row in plan.rows if row.event and row.event_held is None}
    return (
        ("Rows", len(plan.rows)),
        ("Added", counted[Step.ADDED]),
        ("Updated", counted[Step.UPDATED]),
        ("Unchanged", counted[Step.UNCHANGED]),
        ("With a mistake", counted[Step.REFUSED]),
        ("Events that are added with them", len(events)),
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


def template_rows() -> Iterable[list[object]]:
    """The headers of a list, and an invented place below them."""
    yield [column.label for column in Column]
    yield list(_EXAMPLE)


def attendance_rows(bookings: Iterable[Booking]) -> Iterable[list[object]]:
    """Attendance as a list that can be loaded again, the header first."""
    yield [column.label for column in Column]
    for booking in bookings:
        event, facts = booking.event, place_of(booking)
        has_result = facts.outcome is not Outcome.BOOKED
        yield [
            booking.record.user.email,
            booking.record.user.full_name,
            event.version.course.code,
            event.version.label,
            event.first_day.isoformat(),
            event.last_day.isoformat(),
            event.place,
            facts.outcome.label,
            facts.result_on.isoformat() if has_result else "",
        ]


def _sentences(row: PlannedRow) -> Iterable[str]:
    for problem in row.problems:
        place = f"Column “{problem.column.label}”: " if problem.column else ""
        yield f"Row {row.number}. {place}{problem.sentence}"
    if row.listed is None or row.step is Step.REFUSED:
        return
    listed = row.listed
    known = "held already" if row.event_held is not None else "added with it"
    yield (
        f"{listed.course} {listed.version}, {listed.place}, "
        f"{days_of(listed.first_day, listed.last_day)}; the event is {known}."
    )
    if row.step is Step.UNCHANGED:
        return
    before = f"{row.held.outcome.label} → " if row.held else ""
    yield f"{before}{listed.outcome.label}{_decided(row)}"


def _decided(row: PlannedRow) -> str:
    if row.listed is None or row.listed.outcome is Outcome.BOOKED:
        return ""
    return f", {date_in_words(row.listed.result_on)}"


_EXAMPLE: Final = (
    "an.invented.officer@force.example",
    "An Invented Officer (delete this row)",
    "SSAIDP",
    "2021",
    "3/6/2024",
    "14/6/2024",
    "Training school",
    "passed",
    "14/6/2024",
)
