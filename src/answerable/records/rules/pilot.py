"""An enrolment in the early advice pilot is left once."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds.pilot import PilotLeft
from answerable.records.rules.asked import in_words


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """Left twice. To be enrolled twice at once changes nothing, and is no impossibility."""
    event = recorded.event
    if isinstance(event, PilotLeft):
        for _, one in file.of(PilotLeft):
            if file.standing_number(one.enrolment) == file.standing_number(event.enrolment):
                yield f"The case left the pilot already, on {in_words(one.on)}."
