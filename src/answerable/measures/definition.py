"""What a measure is: a question about every row of a subject, defined once, with its history.

A definition is plain data. It knows no database: `compiling` turns it into a query, and a second,
slow implementation in `tests/reference` answers the same question from case files.

Every row of the subject stands in exactly one way (`standing.Standing`), decided in this order:

1. not applicable: `applies` is not true;
2. missed: `fails` is true, whatever the clock says;
3. of a clock: unknown, where the day on which it starts is not recorded; not applicable, where no
   limit was in force on that day; pending, until the day after the last day in time, done or not;
4. unknown: `unknown` is true;
5. met: done by the last day in time, where there is a clock, and `met` is true; else missed.

What was done already while its limit still runs is pending with the rest: to count it before the
others have had their time would count the quick alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from answerable.measures.conditions import Condition

MONTH_END: Final = "month_end_on"
"""The column of the day on which a subject is looked at again each month."""


class Basis(StrEnum):
    """By which day rows are put into a month. The two are never mixed in one figure."""

    COHORT = "cohort"
    """By the day on which they began, whatever became of them since."""
    PERIOD = "period"
    """By the day on which it happened, whenever the case began."""


class Good(StrEnum):
    """In which direction a higher share points."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    """It describes; neither more nor less is better by itself."""


@dataclass(frozen=True, slots=True)
class When:
    """The limit that governs where a condition is true."""

    condition: Condition
    limit: str


@dataclass(frozen=True, slots=True)
class Clock:
    """By when something is to be done, counted from a day of the row itself."""

    starts: str
    """The column of day 0."""
    done: str
    """The column of the day on which it was done; empty while it was not."""
    limit: str
    """The code of the limit of casework; its version is that in force on day 0."""
    otherwise: tuple[When, ...] = ()
    """The limits that govern instead, the first whose condition is true."""


@dataclass(frozen=True, slots=True)
class DueOn:
    """By when something is to be done, where the case itself sets the day."""

    due: str
    """The column of the last day in time."""
    done: str
    """The column of the day on which it was done; empty while it was not."""


@dataclass(frozen=True, slots=True)
class Within:
    """For how long something is looked for, where no limit asks for it: the measure’s own choice,
    which every row has had before it is counted."""

    starts: str
    """The column of day 0."""
    done: str
    """The column of the day on which it happened; empty while it did not."""
    days: int
    """Calendar days after day 0; the last one is inclusive."""


@dataclass(frozen=True, slots=True)
class Version:
    """One meaning of a measure. A changed meaning is a further version, never a change of this."""

    number: int
    on: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One measure."""

    name: str
    title: str
    asks: str
    """The question, in one sentence that a resident may read."""
    recommendations: tuple[str, ...]
    """Those that it serves, by number as printed."""
    subject: str
    """What is counted: the name of a subject."""
    population: str
    """In words: which rows are asked."""
    numerator: str
    """In words: which of them count as met."""
    not_applicable: str
    """In words: which rows are not asked; "" where every one is."""
    unknown_means: str
    """In words: of which rows nobody can tell; "" where there are none."""
    applies: Condition | None = None
    fails: Condition | None = None
    unknown: Condition | None = None
    clock: Clock | DueOn | Within | None = None
    met: Condition | None = None
    basis: Basis
    dated_by: str
    """The column of the day that puts a row into a month."""
    breakdowns: tuple[str, ...] = ()
    """Columns of the subject, beside time and organisation, by which it may be broken down."""
    good: Good
    owner: str
    """Whose measure it is, by their work."""
    source: str
    """What asks for it, and where its limit is from."""
    cautions: tuple[str, ...] = ()
    """What a reader must know to read it rightly."""
    history: tuple[Version, ...]
    """Every version, earliest first."""

    @property
    def version(self) -> int:
        """The number of the present version."""
        return self.history[-1].number

    @property
    def looks_again(self) -> bool:
        """Whether the same person or thing is there again at the end of each month, so that several
        months together count it several times."""
        return self.dated_by == MONTH_END
