"""The tables of a cut that whoever writes one hands in, made from the kinds of case event.

One table for every kind, `event_` and the kind, with the facts as columns; one more for each fact
that may name several things, such as the suspects of a decision. Free text leaves only its length,
users only whether one is named, and a moment only its day. A fact that names another event holds
the number of what stands in that event's place (`records.file.CaseFile.standing_number`).

Only events that stand are in these tables: what was put right is in `corrections`, without its
facts. Two tables are of organisations and of no case: who is in post, and when the pathway was
reviewed. Everything else in a cut is built from these tables when it is written (`built.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from answerable.cuts.columns import Column, Holds, Table, by_name
from answerable.records.codes.qualification import Qualification
from answerable.records.event import Event, Line, Number, Side, User, Words
from answerable.records.kinds import KINDS

SCHEMA = 4
"""The version of the tables. A cut says with which it was written, and opens with that alone."""

LEFT_OUT = frozenset({"on"})
"""Facts that are columns of every kind under another name."""

CASE = Column("case_number", Holds.CASE, "The case: a pseudonym that says nothing about anybody")
EVENT = Column("event_number", Holds.NUMBER, "The event within its case, in the order of recording")
OF_EVERY_EVENT = (
    CASE,
    EVENT,
    Column("happened_on", Holds.DAY, "The day on which it happened"),
    Column("recorded_on", Holds.DAY, "The day on which it was recorded"),
    Column(
        "recorded_by",
        Holds.CODE,
        "The side whose people recorded it",
        codes=tuple(Side),
        code_list="event.side",
    ),
    Column(
        "breach_reason_length",
        Holds.COUNT,
        "Characters of the reason that was given where it breached a rule; 0 where none was given",
    ),
)
"""The first columns of every table of events."""

EVENTS: tuple[type[Event], ...] = tuple(kind for kind in KINDS if not kind.LEAVES_NOTHING)
"""The kinds that have a table. What was recorded in error stands in `corrections` alone."""

VALUES = "characteristic_values"
"""The list of answers about a characteristic, which is really that which is named beside each."""
OPEN_LISTS = {
    ("offence_alleged", "offence"): "offences",
    ("not_a_crime", "code"): "not_crimes",
    ("characteristic_recorded", "value"): VALUES,
    ("characteristic_recorded", "code_list"): "code_lists",
    ("decision", "outcome"): "outcomes",
    ("outcome_recorded", "outcome"): "outcomes",
    ("charged", "offence"): "offences",
}
"""The list of each fact that is a short text: such a text is a code, never words."""

NOT_IN_LIST = "not_in_list"
"""Stands for a code that is none of its list: what was typed in its place may be anything."""

_EMPTY = {
    Holds.DAY: "no day is recorded",
    Holds.NUMBER: "none is named",
    Holds.COUNT: "not recorded",
    Holds.FLAG: "not recorded",
    Holds.CODE: "not recorded",
    Holds.OPEN_CODE: "not recorded",
}
_EMPTY_OF = {
    ("characteristic_recorded", "value"): "there is no answer, or only named roles may read it",
    ("characteristic_recorded", "code_list"): "there is no answer, or only named roles may read it",
    ("communicated", "victim"): "it is to none of the victims",
    ("outcome_recorded", "suspect"): "every suspect there is, or nobody is identified",
    ("decision", "outcome"): "the decision assigns none",
}


def event_table(kind: type[Event]) -> str:
    """The name of the table of a kind."""
    return f"event_{kind.kind()}"


def several_table(kind: type[Event], fact: str) -> str:
    """The name of the table of a fact that may name several things."""
    return f"{event_table(kind)}_{fact}"


@cache
def facts(kind: type[Event]) -> Mapping[str, Any]:
    """The facts of a kind that a cut keeps, each with its type."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        one.name: hints[one.name]
        for one in msgspec.structs.fields(kind)
        if one.name not in LEFT_OUT and _plain(hints[one.name]) is not datetime
    }


@cache
def several(kind: type[Event]) -> Mapping[str, Any]:
    """The facts of a kind that may name several things, each with the type of one of them."""
    return {
        name: get_args(hint)[0] for name, hint in facts(kind).items() if get_origin(hint) is tuple
    }


def singular(fact: str) -> str:
    """The column that holds one of several things, such as `suspect` for `suspects`."""
    return fact.removesuffix("s")


def list_name(codes: type[StrEnum]) -> str:
    """What the table `codes` calls a closed list, such as `telling.method`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", codes.__name__).lower()
    return f"{codes.__module__.rpartition('.')[2]}.{words}"


def enums_of(kind: type[Event]) -> Iterator[type[StrEnum]]:
    """The closed lists that the facts of a kind are answered from."""
    for hint in (*facts(kind).values(), *several(kind).values()):
        plain = _plain(hint)
        if issubclass(plain, StrEnum):
            yield plain


def column_of(kind: type[Event], fact: str, hint: Any) -> Column:
    """The column that a fact becomes."""
    question = kind.QUESTIONS[fact]
    optional = NoneType in get_args(hint)
    inner = _without_none(hint)
    if inner == Words:
        return Column(
            f"{fact}_length",
            Holds.COUNT,
            f"Characters of the answer to “{question}”, which itself is left out; 0 where empty",
        )
    if inner == User:
        return Column(f"{fact}_named", Holds.FLAG, f"Whether somebody is named: “{question}”")
    if inner == Line:
        optional = optional or (kind.kind(), fact) in _EMPTY_OF or _default(kind, fact) == ""
        return Column(
            fact,
            Holds.OPEN_CODE,
            question,
            _empty(kind, fact, Holds.OPEN_CODE) if optional else "",
            code_list=OPEN_LISTS[kind.kind(), fact],
        )
    plain = _plain(hint)
    if issubclass(plain, StrEnum):
        return Column(
            fact,
            Holds.CODE,
            question,
            _empty(kind, fact, Holds.CODE) if optional else "",
            codes=tuple(plain),
            code_list=list_name(plain),
        )
    holds = _holds(kind, fact, inner, plain)
    if fact in kind.REFERS:
        gone = "the event that it names was recorded in error"
        empty = f"none is named, or {gone}" if optional else gone
        table = event_table(kind.REFERS[fact])
        return Column(fact, holds, f"{question} The event in `{table}` with this number", empty)
    return Column(fact, holds, question, _empty(kind, fact, holds) if optional else "")


def _holds(kind: type[Event], fact: str, inner: Any, plain: type) -> Holds:
    if plain is bool:
        return Holds.FLAG
    if plain is date:
        return Holds.DAY
    if plain is not int:
        raise TypeError(f"A cut has no column for the fact {fact!r} of {kind.kind()!r}: {inner}.")
    names_something = inner == Number or fact in kind.REFERS or fact in {"service"}
    return Holds.NUMBER if names_something and fact != "level" else Holds.COUNT


def _empty(kind: type[Event], fact: str, holds: Holds) -> str:
    return _EMPTY_OF.get((kind.kind(), fact), _EMPTY[holds])


def _default(kind: type[Event], fact: str) -> Any:
    return next(one.default for one in msgspec.structs.fields(kind) if one.name == fact)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _plain(hint: Any) -> type:
    """The class without None and without what annotates it."""
    hint = _without_none(hint)
    if hasattr(hint, "__metadata__"):
        hint = hint.__origin__
    return hint if isinstance(hint, type) else tuple


def _first_target() -> Column:
    return Column(
        "first_target_on",
        Holds.DAY,
        "The earliest target day that it was set with, over all its corrections: late or in time "
        "is counted from it for ever",
        "it was set without one",
    )


def _event_tables() -> Iterator[Table]:
    for kind in EVENTS:
        single = [
            column_of(kind, fact, hint)
            for fact, hint in facts(kind).items()
            if fact not in several(kind)
        ]
        if kind.kind() == "item_set":
            single.append(_first_target())
        yield Table(
            event_table(kind),
            f"An event “{kind.LABEL}” that stands",
            (*OF_EVERY_EVENT, *single),
            order=("case_number", "happened_on", "event_number"),
            key=("case_number", "event_number"),
        )
        for fact, hint in several(kind).items():
            one = column_of(kind, fact, hint)
            named = Column(
                singular(fact), one.holds, one.about, codes=one.codes, code_list=one.code_list
            )
            yield Table(
                several_table(kind, fact),
                f"One of those that an event “{kind.LABEL}” names; no row where it names none",
                (CASE, EVENT, named),
                order=("case_number", "event_number", named.name),
                key=("case_number", "event_number", named.name),
            )


EVENT_TABLES: dict[str, Table] = by_name(_event_tables())
"""The tables of events and of what they name, by name, in the order of the kinds."""

GROUPINGS = ("force", "cps_area")
"""What organisations are to a case. A case has one force, and an Area once it is with one."""


def _grouping(about: str) -> Column:
    return Column("grouping", Holds.CODE, about, codes=GROUPINGS, code_list="groupings")


CASES = Table(
    "cases",
    "A case, with events or without",
    (CASE, Column("reported_on", Holds.DAY, "The day of the report to the police")),
    order=("case_number",),
    key=("case_number",),
)
_ORGANISATION = Column("organisation", Holds.NUMBER, "The organisation: a pseudonym")
GROUPING_TABLE = Table(
    "groupings",
    "An organisation that a case belongs to, under a pseudonym",
    (CASE, _grouping("What the organisation is to the case"), _ORGANISATION),
    order=("case_number", "grouping"),
    key=("case_number", "grouping"),
)
_TAGS = tuple(kind.kind() for kind in KINDS)
CORRECTIONS = Table(
    "corrections",
    "An event that took the place of another, because that was recorded wrongly",
    (
        CASE,
        Column("event_number", Holds.NUMBER, "The event that took the place"),
        Column("kind", Holds.CODE, "Its kind", codes=_TAGS, code_list="kinds"),
        Column(
            "happened_on",
            Holds.DAY,
            "Its day; of “recorded in error” the day on which the error was found",
        ),
        Column("recorded_on", Holds.DAY, "The day on which it was recorded"),
        Column("replaced", Holds.NUMBER, "The number of the event whose place it took"),
        Column("replaced_kind", Holds.CODE, "The kind of that one", codes=_TAGS, code_list="kinds"),
        Column("replaced_happened_on", Holds.DAY, "The day of that one, as it stood"),
        Column("replaced_recorded_on", Holds.DAY, "The day on which that one was recorded"),
    ),
    order=("case_number", "event_number"),
    key=("case_number", "event_number"),
)

IN_POST = Table(
    "in_post",
    "An investigator of a force who was in post at the end of a month, known by nothing but how "
    "they stood then",
    (
        Column("force", Holds.NUMBER, "The force: a pseudonym"),
        Column("month_end_on", Holds.DAY, "The last day of the month"),
        Column(
            "place",
            Holds.NUMBER,
            "From 1, in the order of how they stood: it names nobody, and leads from one month to "
            "no other",
        ),
        Column(
            "qualification",
            Holds.CODE,
            "How they stood to the courses that the force says qualify, that day included",
            codes=tuple(Qualification),
            code_list=list_name(Qualification),
        ),
    ),
    order=("force", "month_end_on", "place"),
    key=("force", "month_end_on", "place"),
)
PATHWAY_REVIEWS = Table(
    "pathway_reviews",
    "A review of how police and prosecutors escalate a disagreement, once for each organisation "
    "whose pathway it is",
    (
        _grouping("What the organisation is to cases"),
        _ORGANISATION,
        Column("held_on", Holds.DAY, "The day on which the review was held"),
        Column("next_due_on", Holds.DAY, "The day by which it says that the next one is held"),
    ),
    order=("grouping", "organisation", "held_on"),
    key=("grouping", "organisation", "held_on"),
)
OF_ORGANISATIONS = (IN_POST, PATHWAY_REVIEWS)
"""The tables that are handed in and are of no case."""

GIVEN: dict[str, Table] = (
    by_name((CASES, GROUPING_TABLE, CORRECTIONS, *OF_ORGANISATIONS)) | EVENT_TABLES
)
"""Every table that whoever writes a cut hands in, by name. One without rows may be left out."""
