"""The columns of a list of attendance, and the names by which offices call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

from answerable.documents.tables import Value
from answerable_site.register.rules import lists
from answerable_site.register.rules.lists import LEAVE_OUT, header_key, headers_in


class Column(StrEnum):
    """What a column tells of a place on a course event."""

    EMAIL = "email"
    PERSON = "person"
    COURSE = "course"
    VERSION = "version"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    PLACE = "place"
    OUTCOME = "outcome"
    RESULT_ON = "result_on"

    @property
    def label(self) -> str:
        """Its header in the template."""
        return NAMES[self][0]

    @property
    def is_required(self) -> bool:
        return self in {Column.EMAIL, Column.COURSE, Column.VERSION, Column.LAST_DAY, Column.PLACE}


NAMES: Final[dict[Column, tuple[str, ...]]] = {
    Column.EMAIL: (
        *("E-mail", "Email", "E-mail address", "Email address", "Work e-mail", "Work email"),
        *("Mail", "Contact e-mail"),
    ),
    Column.PERSON: (
        *("Name", "Full name", "Person", "Officer", "Officer name", "Student", "Delegate"),
        *("Attendee", "Attendee name"),
    ),
    Column.COURSE: ("Course", "Course code", "Course name", "Programme", "Course title"),
    Column.VERSION: ("Version", "Course version", "Syllabus", "Edition"),
    Column.FIRST_DAY: (
        *("First day", "Start", "Start date", "Starts", "Course start", "From", "Date from"),
        "Begins",
    ),
    Column.LAST_DAY: (
        *("Last day", "End", "End date", "Ends", "Course end", "To", "Date to", "Date"),
        *("Course date", "Date completed", "Completed on"),
    ),
    Column.PLACE: ("Place", "Venue", "Location", "Where", "Site", "Training centre"),
    Column.OUTCOME: (
        *("Outcome", "Result", "Attendance", "Status", "Pass or fail", "Attended"),
        "Attendance status",
    ),
    Column.RESULT_ON: (
        *("Result on", "Result date", "Date of result", "Passed on", "Assessed on"),
        *("Assessment date", "Qualified on"),
    ),
}
_BY_NAME: Final = {header_key(name): column for column, names in NAMES.items() for name in names}
Columns: TypeAlias = lists.Columns[Column]


def columns_of(rows: Sequence[Sequence[Value]], chosen: Mapping[int, str]) -> Columns:
    """What each column tells: as a person chose, else by its header.

    Args:
        rows: of the file; the first that holds anything names the columns.
        chosen: by position, the value of a `Column` or `LEAVE_OUT`.
    """
    told = [
        _told(header, chosen.get(position, "")) for position, header in enumerate(headers_in(rows))
    ]
    return lists.told_columns(rows, told, list(Column))


def _told(header: str, choice: str) -> Column | None:
    if choice == LEAVE_OUT:
        return None
    if choice in set(Column):
        return Column(choice)
    return _BY_NAME.get(header_key(header))
