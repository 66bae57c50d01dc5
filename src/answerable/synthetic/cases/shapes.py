"""What the facts of each kind of event hold, when they are kept by column in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from answerable.records.event import Event

NONE = -(2**31)
"""Stands for an empty cell in every column of facts."""


class Shape(StrEnum):
    """What the cells of a fact hold, in whole numbers."""

    CODE = "code"
    """The place of a code in its closed list."""
    FLAG = "flag"
    NUMBER = "number"
    DAY = "day"
    WORDS = "words"
    """The place of a text among the texts of the fact; 0 is the empty text."""
    SEVERAL = "several"
    """Two columns: the places of at most two codes, or at most two numbers."""


@dataclass(frozen=True, slots=True)
class FactShape:
    """The shape of a fact, with its closed list and what it is where nobody says."""

    shape: Shape
    codes: tuple[StrEnum, ...]
    default: Any


@cache
def shapes_of(kind: type[Event]) -> Mapping[str, FactShape]:
    """The shape of every fact of a kind but its day. Moments stay empty: only days are invented."""
    hints = get_type_hints(kind)
    return {
        one.name: _shape(hints[one.name], one.default)
        for one in msgspec.structs.fields(kind)
        if one.name != "on" and _plain(hints[one.name]) is not datetime
    }


def _shape(hint: Any, default: Any) -> FactShape:
    default = None if default is msgspec.NODEFAULT else default
    plain = _plain(hint)
    if get_origin(plain) is tuple:
        inner = get_args(plain)[0]
        codes = tuple(inner) if issubclass(inner, StrEnum) else ()
        return FactShape(Shape.SEVERAL, codes, default)
    if issubclass(plain, StrEnum):
        return FactShape(Shape.CODE, tuple(plain), default)
    simple = {bool: Shape.FLAG, int: Shape.NUMBER, date: Shape.DAY, str: Shape.WORDS}
    return FactShape(simple[plain], (), default)


def _plain(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint
