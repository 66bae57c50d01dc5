"""What is true of an inspection, as a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable_site.register.rules.words import DateSource, InspectionKind


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """The facts of an inspection report or letter that a person confirms or corrects."""

    title: str
    kind: InspectionKind
    published_on: date
    date_source: DateSource
    legal_basis: str
    """Code of an entry in `answerable.statute.BASES`."""
    inspectorates: tuple[str, ...] = ()
    """Short names, the lead first."""
    source_address: str = ""
    key_findings: tuple[str, ...] = ()
    series: str = ""
    phase: str = ""
