"""Whether a case is in the early advice pilot on a day."""

from __future__ import annotations

from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.pilot import PilotEnrolled, PilotLeft


def is_enrolled(file: CaseFile, on: date) -> bool:
    """Whether the case was in the pilot on a day: the day of enrolment counts, that of leaving
    does not."""
    left = {file.standing_number(one.enrolment): one.on for _, one in file.of(PilotLeft)}
    return any(
        one.on <= on and (number not in left or on < left[number])
        for number, one in file.of(PilotEnrolled)
    )
