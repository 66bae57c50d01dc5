"""The two clocks of the early advice pilot, in words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.pilot_clock import Reckoning, Standing, Start, reckon
from answerable.statute import Limits


@dataclass(frozen=True, slots=True)
class ShownReckoning:
    """One clock, for cases in the pilot or outside it."""

    heading: str
    all_submissions: int
    decided_within: int
    rows: tuple[tuple[str, int], ...]
    excluded: tuple[str, ...]


def shown_reckonings(
    files: Sequence[tuple[CaseFile, Limits]], *, as_at: date
) -> list[ShownReckoning]:
    """Both clocks, for submissions in the pilot and outside it."""
    return [
        _shown(reckon(files, start, as_at=as_at, enrolled=enrolled))
        for enrolled in (True, False)
        for start in Start
    ]


def _shown(found: Reckoning) -> ShownReckoning:
    where = "In the pilot" if found.enrolled else "Not in the pilot"
    return ShownReckoning(
        heading=f"{where}: {found.start.label[0].lower()}{found.start.label[1:]}",
        all_submissions=found.all_submissions,
        decided_within=found.decided_within,
        rows=tuple((one.label, found.number(one)) for one in Standing),
        excluded=tuple(found.excluded()),
    )
