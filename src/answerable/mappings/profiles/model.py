"""What a profile says of one source: its columns, what they hold, and which events they tell."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, TypeAlias

from msgspec import Meta, Struct, field

from answerable.statute import Confidence

Name = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,59}$")]
"""How a profile names a column or an event: small letters, figures and low lines."""
Constant: TypeAlias = str | bool | int | None
"""A fact that is always the same; None where it comes from elsewhere."""
Line = Annotated[str, Meta(min_length=1, max_length=300)]


class Holds(StrEnum):
    """What the cells of a column hold."""

    REFERENCE = "reference"
    DATE = "date"
    CODE = "code"
    CODES = "codes"
    YES_NO = "yes_no"
    WHOLE = "whole"
    TEXT = "text"


class Blank(StrEnum):
    """What a blank cell of a column means."""

    NEVER = "never"
    NOT_RECORDED = "not_recorded"
    DID_NOT_HAPPEN = "did_not_happen"
    DOES_NOT_APPLY = "does_not_apply"


class Level(StrEnum):
    """What something is of: it is the same on all rows of it."""

    CASE = "case"
    VICTIM = "victim"
    SUSPECT = "suspect"
    SUBMISSION = "submission"
    ROW = "row"


class RowIs(StrEnum):
    """What one row of a source is. Rows of the second are not cases, and counting them is wrong."""

    CASE = "case"
    VICTIM_AND_SUSPECT = "victim_and_suspect"
    SUBMISSION_AND_SUSPECT = "submission_and_suspect"
    EVENT = "event"
    COUNT = "count"


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column that is read."""

    headings: Annotated[tuple[Line, ...], Meta(min_length=1)]
    """Every heading under which exports have it; case and full stops do not matter."""
    holds: Holds
    """What its cells hold."""
    blank: Blank
    """What an empty cell means."""
    of: Level = Level.ROW
    """What it is of: all rows of the same must say the same."""
    is_optional: bool = False
    """Whether the column may be absent from a file: then every cell of it is blank."""
    formats: tuple[str, ...] = ()
    """Of dates: how they are written, of those below. None: only what can be read in one
    way; ISO 8601 and dates of a workbook are always read."""
    century_from: Annotated[int, Meta(ge=1850, le=2000)] | None = None
    """Of dates with two-digit years: the first year that they can mean."""
    earliest: date | None = None
    """Of dates: the first that can be right."""
    may_be_future: bool = False
    """Of dates: whether they may be after the day of the extract, as a target may."""
    codes: dict[str, str] = field(default_factory=dict)
    """Of codes: what each word of the source means."""
    code_list: str = ""
    """Of codes: the list whose codes the source writes as they are, of those below; words of
    its own may stand beside it in `codes`."""
    separator: str = ";"
    """Of several codes: what stands between them."""
    yes: tuple[str, ...] = ("Y", "Yes", "true")
    """The words for yes; if left out, Y, Yes and true."""
    no: tuple[str, ...] = ("N", "No", "false")
    """The words for no; if left out, N, No and false."""
    least: int | None = None
    """Of whole numbers: the least that can be right; if left out, 0."""
    most: int | None = None
    """Of whole numbers: the most that can be right."""
    pattern: str = ""
    """Of references: a regular expression of the whole of one, in capital letters, without
    spaces."""
    no_value: dict[str, Blank] = field(default_factory=dict)
    """Words that stand for a blank, and what each means."""


class Grain(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one row is, and which columns say so."""

    row: RowIs
    """What one row is."""
    unique: Annotated[tuple[Name, ...], Meta(min_length=1)]
    """The columns that no two rows share all of."""
    case: Name | None = None
    """The column of the reference of the case; none where rows are counts."""
    reported_on: Name | None = None
    """The day of the report, where the source has it."""
    victim: Name | None = None
    """The column that says which victim: a number within the case, or any key of the source."""
    suspect: Name | None = None
    """The column that says which suspect, likewise."""
    submission: Name | None = None
    """The column that says which submission of the case to the prosecutors."""
    entry: Name | None = None
    """The number of the row, by which other rows name it."""
    goes_on_together: bool = False
    """Whether the rows of a case go on all together or not at all."""
    one_victim: bool = False
    """Whether each case has exactly one victim, so that no column says which."""


class FactFrom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a fact of an event comes from: exactly one of these, the entry beside its event."""

    column: Name | None = None
    """The column that says it."""
    meanings: dict[str, str | bool | int] = field(default_factory=dict)
    """What each value of the column says of this fact, where one column says several things."""
    otherwise: Constant = None
    """What every other value says; None: nothing of this fact."""
    but_not: tuple[str, ...] = ()
    """Values of the column that say nothing of this fact; without `meanings` and `otherwise`, all
    others are the fact."""
    value: Constant = None
    """What it always is."""
    event: Name | None = None
    """The event that it names, by its name in the profile."""
    entry: Name | None = None
    """The column that holds the entry of that event; without it, the one on the same row."""


class EventFrom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How events of one kind are told by rows."""

    name: Name
    """What the profile calls it; other events name it by this."""
    kind: str
    """The kind of event, by its word in brackets on the page of kinds."""
    each: Level
    """What one event is told of once: a case, a victim, a suspect, a submission or each row."""
    on: Name
    """The column of the day; where it is blank there is no event."""
    when: dict[Name, tuple[str, ...]] = field(default_factory=dict)
    """Only rows whose columns have one of these values, as they mean and not as they are written.
    """
    if_filled: tuple[Name, ...] = ()
    """Columns that are blank where there is no such event, for all that its day is given."""
    facts: dict[str, FactFrom] = field(default_factory=dict)
    """Where its facts come from, by their names. Victim and suspect follow from the row."""


class Sample(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rows by which a profile is tested before it is used, and what must become of them."""

    says: Line
    """What it shows, in a sentence."""
    as_at: date
    """The day of the extract that it stands for."""
    rows: Annotated[tuple[dict[str, str], ...], Meta(min_length=1)]
    """Cells by the name of their column; others are blank."""
    becomes: tuple[str, ...] = ()
    """Such as "told 2024-03-05 victim 1"; in any order."""
    set_aside: tuple[str, ...] = ()
    """Such as "2 unknown_code outcome": the row from 1, why, and the column."""


class Profile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What is known of one source, as data that can be handed on."""

    name: Annotated[str, Meta(pattern="^[a-z][a-z0-9-]{0,59}$")]
    """How it is called: small letters, figures and hyphens."""
    version: Annotated[int, Meta(ge=1)]
    """Raised with every change; receipts name it."""
    title: Line
    """What it reads, in a line."""
    citation: Line
    """Where the layout is described."""
    confidence: Confidence
    """How sure the layout is: confirmed, reasoned or to be verified."""
    grain: Grain
    """What one row is."""
    columns: Annotated[dict[Name, Column], Meta(min_length=1)]
    """The columns that are read, by the names that the profile gives them."""
    unread: dict[str, str] = field(default_factory=dict)
    """Columns that are never read, by heading, each with why: names and addresses above all."""
    events: tuple[EventFrom, ...] = ()
    """The events that the rows tell."""
    samples: Annotated[tuple[Sample, ...], Meta(min_length=1)]
    """Rows by which the profile is tried."""
    encoding: str | None = None
    """Of a text, such as utf-8 or cp1252; if left out, it is seen from the file."""
    separator: Annotated[str, Meta(min_length=1, max_length=1)] | None = None
    """What stands between the cells of a text; if left out, it is seen from the file."""

    @cached_property
    def events_by_name(self) -> dict[str, EventFrom]:
        return {event.name: event for event in self.events}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of event that the source tells."""
        return frozenset(event.kind for event in self.events)

    def key_of(self, level: Level) -> tuple[str, ...]:
        """The columns that say which case, victim, suspect or submission a row is about."""
        case = (self.grain.case,) if self.grain.case else ()
        whom: Any = {
            Level.VICTIM: self.grain.victim,
            Level.SUSPECT: self.grain.suspect,
            Level.SUBMISSION: self.grain.submission,
        }.get(level)
        return (*case, whom) if whom else case

    def heading(self, column: str) -> str:
        """The heading under which a column is named to people."""
        return self.columns[column].headings[0]
