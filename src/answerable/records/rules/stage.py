"""The stage that a case has reached, and since when."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.records.file import CaseFile
from answerable.records.progress import current_stage, history, states
from answerable.records.stages import Stage

_DAY = timedelta(days=1)


def reached(file: CaseFile) -> tuple[Stage, date]:
    """The present stage of a case, and the day on which it was last reached."""
    stage = current_stage(file)
    days = {day for suspect in states(file) for day, _ in history(file, suspect)}
    for day in sorted(days, reverse=True):
        if current_stage(file.as_at(day - _DAY)) is not stage:
            return stage, day
    return stage, file.reported_on
