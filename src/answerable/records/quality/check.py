"""What a check of quality is, and what it finds.

A check does not say what should have been done, which rules do. It says whether the record is
complete, valid and consistent, so that somebody can put it right or confirm it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from answerable.records.file import CaseFile
from answerable.records.rules.rule import WHOLE_CASE, About
from answerable.statute import Confidence
from answerable.statute.limits import Limits


@dataclass(frozen=True, slots=True)
class Check:
    """Something that is checked in the record of every case, or over many cases."""

    code: str
    """Lasting; worklists, measures and exports name the check by it."""
    asks: str
    """One sentence that is true of a good record."""
    citation: str
    """Where it comes from."""
    confidence: Confidence
    recommendation: int | None = None
    """The number of the recommendation of the joint inspection that it serves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the record of a case that a person should look at."""

    check: Check
    words: str
    """What was found, in a sentence. It holds no value of a characteristic that is restricted."""
    since: date
    """The first day on which it was so."""
    about: About = WHOLE_CASE
    is_restricted: bool = False
    """Whether only those may read it who may read restricted characteristics."""


Findings: TypeAlias = Callable[[CaseFile, Limits, date], Iterator[Finding]]
"""What the checks of one part find in a file as at the end of a day."""
