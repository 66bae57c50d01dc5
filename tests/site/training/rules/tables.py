"""Tables of words as facts of the rules: the example of the documentation, and invented ones."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from answerable_site.training.rules import (
    AttendanceFacts,
    CountingFacts,
    Duty,
    Outcome,
    PersonFacts,
    PostingFacts,
    Purpose,
    QualificationFacts,
)

DOCS = Path(__file__).parents[4] / "docs/reference"
Row = dict[str, str]


def read(name: str) -> list[Row]:
    """A table of the documentation."""
    with (DOCS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def countings(courses: list[Row], names: list[str]) -> list[CountingFacts]:
    """Which versions count, by their place in a list of names."""
    return [
        CountingFacts(
            version=names.index(row["course"]),
            purpose=Purpose(row["purpose"]),
            from_on=date.fromisoformat(row["from"]),
            to_on=_day(row["to"]),
            lasts_months=_months(row["lasts_months"]),
            refresher_months=_months(row["refresher_months"]),
        )
        for row in courses
    ]


def person(row: Row, names: list[str]) -> PersonFacts:
    """One line of people."""
    return PersonFacts(
        record=int(row["number"]),
        postings=tuple(
            PostingFacts(
                Duty(row[f"{part}duty"]),
                date.fromisoformat(row[f"{part}from"]),
                _day(row[f"{part}to"]),
            )
            for part in ("", "second_")
            if row[f"{part}duty"]
        ),
        attendances=tuple(
            AttendanceFacts(
                names.index(row[f"{part}course"]),
                date.fromisoformat(row[f"{part}last_day"]),
                Outcome(row[f"{part}outcome"]),
                date.fromisoformat(row[f"{part}result_on"] or row[f"{part}last_day"]),
            )
            for part in ("", "second_")
            if row[f"{part}course"]
        ),
        qualifications=_certificates(row, names),
    )


def names_in(courses: list[Row], people: list[Row]) -> list[str]:
    """Every course that is named."""
    return sorted(
        {row["course"] for row in courses}
        | {row[name] for row in people for name in ("course", "second_course", "certificate")}
    )


def _certificates(row: Row, names: list[str]) -> tuple[QualificationFacts, ...]:
    if not row["certificate"]:
        return ()
    return (
        QualificationFacts(
            names.index(row["certificate"]),
            date.fromisoformat(row["certificate_from"]),
            _day(row["certificate_to"]),
        ),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _months(text: str) -> int | None:
    return int(text) if text else None
