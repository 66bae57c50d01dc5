"""What a rule of casework is, and the three things that come of one.

A rule asks; it never falsifies what happened. Something impossible (told before it was decided) is
refused. Everything else may be recorded: where it breaches a rule, that is flagged with the rule,
and a reason is asked for. What a rule still asks for is due, from a side, by a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.statute import Confidence
from answerable.statute.limits import Limits


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is asked in every case to which it applies."""

    code: str
    """Lasting; measures and exports name the rule by it."""
    asks: str
    """One sentence, as the person who must do it reads it."""
    citation: str
    """Where it comes from, such as a recommendation of an inspection or a right of a code."""
    confidence: Confidence
    recommendation: int | None = None
    """The number of the recommendation of the joint inspection that it serves."""
    limit: str = ""
    """The code of the limit within which it is asked; empty where it has none."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what in the case something concerns; all None for the case as a whole."""

    victim: int | None = None
    suspect: int | None = None
    event: int | None = None
    """The number of an event, such as the decision that the victim is to be told of."""


WHOLE_CASE = About()


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that happened, or did not, against a rule."""

    rule: Rule
    words: str
    """What was wrong, in a sentence with the days."""
    since: date
    """The first day on which it was a breach."""
    about: About = WHOLE_CASE
    is_open: bool = False
    """Whether what the rule asks for has still not been done."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule still asks for."""

    rule: Rule
    words: str
    """What is to be done, such as "Tell victim 1 of the decision of 3 March 2026"."""
    side: Side
    since: date
    """The day from which it was asked."""
    due_on: date | None
    """The last day in time, inclusive; None where it is asked without a limit."""
    about: About = WHOLE_CASE

    def is_late(self, on: date) -> bool:
        """Whether it is past its last day."""
        return self.due_on is not None and self.due_on < on


Impossibilities: TypeAlias = Callable[[CaseFile, Recorded], Iterator[str]]
"""Why an event cannot have happened in a file that does not hold it yet: a sentence for each
reason. Only what is logically impossible."""
Breaches: TypeAlias = Callable[[CaseFile, Limits, date], Iterator[Breach]]
"""The breaches of a file as at the end of a day."""
Dues: TypeAlias = Callable[[CaseFile, Limits, date], Iterator[Due]]
"""What is due in a file as at the end of a day, late or not."""
