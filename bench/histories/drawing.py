"""Events drawn from the types of their kinds, so that a kind that is added is drawn too."""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from random import Random
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from answerable.records.event import Event
from answerable.records.file import CaseFile

WORDS = "A reason in words enough."
BY_NAME: dict[str, tuple[str, ...]] = {
    "outcome": ("", "15", "16", "14", "18", "1", "1A", "0", "23", "A"),
    "offence": ("19C", "19F", "SX03001A"),
    "code": ("N100/1", "C2"),
}
"""Texts that are codes, right and wrong."""


def draw(kind: type[Event], file: CaseFile, lots: Random, *, careful: bool) -> Event | None:
    """An event of a kind for a case.

    Args:
        careful: names only what is there, on days that are in order; None where the case has
            nothing that a careful event of the kind could name. Otherwise anything goes.
    """
    referred = _references(kind, file, lots, careful=careful)
    if referred is None:
        return None
    on = _day(kind, file, referred, lots, careful=careful)
    facts: dict[str, Any] = {"on": on}
    for name, hint in _fields(kind):
        if name in referred:
            facts[name] = referred[name]
        elif name in {"victim", "suspect", "victims", "suspects"}:
            facts[name] = _people(kind, name, hint, file, referred, lots, careful=careful)
        else:
            facts[name] = _value(name, hint, on, lots, careful=careful)
    return kind(**facts)


@cache
def _fields(kind: type[Event]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in msgspec.structs.fields(kind)]
    return tuple((name, hints[name]) for name in names if name != "on")


def _references(
    kind: type[Event], file: CaseFile, lots: Random, *, careful: bool
) -> dict[str, int | None] | None:
    referred: dict[str, int | None] = {}
    for name, other in kind.REFERS.items():
        there = [number for number, _ in file.of(other)]
        optional = type(None) in get_args(dict(_fields(kind))[name])
        if not careful and lots.random() < 0.2:
            referred[name] = lots.randint(1, file.next_number + 1)
        elif there and not (optional and lots.random() < 0.3):
            referred[name] = lots.choice(there)
        elif optional:
            referred[name] = None
        elif careful:
            return None
        else:
            referred[name] = lots.randint(1, file.next_number + 1)
    return referred


def _day(
    kind: type[Event],
    file: CaseFile,
    referred: dict[str, int | None],
    lots: Random,
    *,
    careful: bool,
) -> date:
    if not careful:
        return file.reported_on + timedelta(days=lots.randint(-3, 150))
    named = [file.named(number, kind.REFERS[name]) for name, number in referred.items() if number]
    earliest = max((one.on for one in named if one), default=file.reported_on)
    latest = max((one.event.on for one in file.standing), default=file.reported_on)
    start = lots.choice((earliest, latest, latest))
    return max(start, earliest) + timedelta(days=lots.choice((0, 0, 1, 1, 2, 5, 10, 30)))


def _people(
    kind: type[Event],
    name: str,
    hint: Any,
    file: CaseFile,
    referred: dict[str, int | None],
    lots: Random,
    *,
    careful: bool,
) -> Any:
    person = name.removesuffix("s")
    known = sorted({getattr(one.event, person, 0) or 0 for one in file.standing} - {0})
    for other, number in referred.items():
        named = file.named(number, kind.REFERS[other]) if number else None
        if careful and named and getattr(named, person, None):
            known = [getattr(named, person)]
    pool = known if careful and known else [1, 2, 3]
    if kind.kind() == f"{person}_identified":
        pool = [1, 2]
    if name.endswith("s"):
        return tuple(sorted(lots.sample(pool, lots.randint(0, min(2, len(pool))))))
    return None if type(None) in get_args(hint) and lots.random() < 0.4 else lots.choice(pool)


def _value(name: str, hint: Any, on: date, lots: Random, *, careful: bool) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        if lots.random() < 0.3:
            return None
        return _value(
            name, next(p for p in parts if p is not type(None)), on, lots, careful=careful
        )
    if origin is tuple:
        count = lots.randint(0, 2)
        return tuple(_value(name, parts[0], on, lots, careful=careful) for _ in range(count))
    if origin is Annotated:
        return _value(name, parts[0], on, lots, careful=careful)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lots.choice(list(hint))
    return _PLAIN[hint](name, on, lots, careful)


def _text(name: str, _on: date, lots: Random, careful: bool) -> str:
    if name in BY_NAME:
        return lots.choice(BY_NAME[name])
    return lots.choice(("", WORDS)) if name == "value" or not careful else WORDS


def _date(_name: str, on: date, lots: Random, careful: bool) -> date:
    return on + timedelta(days=lots.randint(0 if careful else -20, 120))


def _instant(_name: str, on: date, lots: Random, careful: bool) -> datetime:
    hours = lots.choice((0, 9, 14, 22) if careful else (0, 9, 14, 22, 23, 30))
    return datetime.combine(on, time(), UTC) + timedelta(hours=hours, minutes=lots.randint(0, 59))


_PLAIN: dict[Any, Callable[[str, date, Random, bool], Any]] = {
    bool: lambda _name, _on, lots, _careful: lots.random() < 0.5,
    int: lambda _name, _on, lots, _careful: lots.randint(1, 3),
    str: _text,
    date: _date,
    datetime: _instant,
}
