"""Case files as JSON, one case a line: how analysts hand cases over without a site.

A line is an object: `case` (a number that says nothing about anybody), `reported_on`,
`organisations` (numbers by `force` and `cps_area`) and `events`. An event is an object: `number`,
`recorded_at` (with its offset from UTC), `side`, `event` (the facts as `records.kinds.to_stored`
gives them), and where there is one `why_in_breach` and `replaces`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeAlias, Union

import msgspec
from msgspec import Struct

from answerable.cuts.tables import GROUPINGS
from answerable.records.event import Event, Instant, Number, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import KINDS, to_stored

if TYPE_CHECKING:
    _AnyEvent: TypeAlias = Event
    _Grouping: TypeAlias = str
else:
    _AnyEvent = Union[KINDS]  # noqa: UP007  # a union of what a tuple holds has no other spelling
    _Grouping = Literal[GROUPINGS]


class UnusableLine(ValueError):
    """A line is not a case; the message names the line and what is wrong with it."""


class _Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    number: Number
    recorded_at: Instant
    side: Side
    event: _AnyEvent
    why_in_breach: str = ""
    replaces: Number | None = None


class _Case(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    case: int
    reported_on: date
    organisations: dict[_Grouping, int] = {}
    events: tuple[_Event, ...] = ()


def read_lines(lines: BinaryIO) -> Iterator[tuple[CaseFile, Mapping[str, int]]]:
    """Each case of a file with the organisations that it belongs to. Empty lines are passed over.

    Raises:
        UnusableLine: a line is not a case, or an event takes the place of one that is not there.
    """
    decoder = msgspec.json.Decoder(_Case)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            case = decoder.decode(line)
        except msgspec.DecodeError as problem:
            raise UnusableLine(f"Line {number} is not a case: {problem}.") from problem
        yield _file(case, number), case.organisations


def _file(case: _Case, line: int) -> CaseFile:
    numbers = [one.number for one in case.events]
    if len(set(numbers)) != len(numbers):
        raise UnusableLine(f"Line {line} is not a case: two of its events have the same number.")
    replaced = [one.replaces for one in case.events if one.replaces is not None]
    for one in case.events:
        if one.replaces is not None and not (one.replaces in numbers and one.replaces < one.number):
            raise UnusableLine(
                f"Line {line} is not a case: event {one.number} takes the place of "
                f"{one.replaces}, and no earlier event has that number."
            )
    if len(set(replaced)) != len(replaced):
        raise UnusableLine(f"Line {line} is not a case: an event was put right twice.")
    recorded = tuple(
        Recorded(
            number=one.number,
            event=one.event,
            recorded_at=one.recorded_at,
            side=one.side,
            why_in_breach=one.why_in_breach,
            replaces=one.replaces,
        )
        for one in sorted(case.events, key=lambda one: one.number)
    )
    return CaseFile(case.case, case.reported_on, recorded)


def as_line(file: CaseFile, organisations: Mapping[str, int]) -> bytes:
    """A case as a line, without its line feed."""
    events = [
        {
            "number": one.number,
            "recorded_at": one.recorded_at,
            "side": one.side,
            "event": to_stored(one.event),
            "why_in_breach": one.why_in_breach,
            "replaces": one.replaces,
        }
        for one in file.recorded
    ]
    return msgspec.json.encode(
        {
            "case": file.case,
            "reported_on": file.reported_on,
            "organisations": dict(organisations),
            "events": events,
        }
    )
