"""The stage that a case has reached, and since when."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.records.file import CaseFile
from answerable.records.progress import current_stage
from answerable.records.stages import Stage

_DAY = timedelta(days=1)


def reached(file: CaseFile) -> tuple[Stage, date]:
    """The present stage of a case, and the day on which it was last reached."""
    stage = current_stage(file)
    for day in sorted({one.event.on for one in file.standing}, reverse=True):
        if current_stage(file.as_at(day - _DAY)) is not stage:
            return stage, day
    return stage, file.reported_on
