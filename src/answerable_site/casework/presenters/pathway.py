"""Disagreements between police and prosecutors, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.records.pathway import Pathway
from answerable_site.design.dates import date_in_words


@dataclass(frozen=True, slots=True)
class ShownPathway:
    """The disagreements of a period."""

    period: str
    raised: int
    rows: tuple[tuple[str, int], ...]
    """How they stand: the parts add up to those raised."""
    changed: int
    ended: int
    levels: tuple[tuple[int, int], ...]
    """The highest level that they came to, and how many."""
    remarks: tuple[str, ...]


def shown_pathway(found: Pathway, first: date, last: date) -> ShownPathway:
    """The figures of a period, for its page."""
    raised = len(found.raised)
    return ShownPathway(
        period=f"{date_in_words(first)} to {date_in_words(last)}",
        raised=raised,
        rows=(
            ("Ended in time", found.resolved_in_time),
            ("Ended late", found.resolved_late),
            ("Ended, where no limit was in force", found.resolved_without_limit),
            ("Still open, in time", found.still_open - found.open_beyond_limit),
            ("Still open, past the limit", found.open_beyond_limit),
        ),
        changed=found.changed,
        ended=raised - found.still_open,
        levels=tuple(found.by_level.items()),
        remarks=tuple(found.remarks()),
    )
