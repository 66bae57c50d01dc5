"""A case is enrolled in the early advice pilot once at a time, and leaves once."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.enrolment import is_enrolled
from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.pilot import PilotEnrolled, PilotLeft
from answerable.records.rules.asked import in_words


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Enrolled while it is, or left twice."""
    event = recorded.event
    if isinstance(event, PilotEnrolled) and is_enrolled(file, event.on):
        yield "The case is in the pilot on that day already."
    if isinstance(event, PilotLeft):
        for _, one in file.of(PilotLeft):
            if file.standing_number(one.enrolment) == file.standing_number(event.enrolment):
                yield f"The case left the pilot already, on {in_words(one.on)}."
