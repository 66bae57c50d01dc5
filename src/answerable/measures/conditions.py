"""What a definition asks of one row of its subject, as plain data.

A condition is true or false, never unknown: of an empty cell nothing is true but that it is empty.
Whether an empty cell means that nobody knows is for the definition to say (`Definition.unknown`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Missing:
    """The cell is empty."""

    column: str


@dataclass(frozen=True, slots=True)
class Holds:
    """The cell says yes."""

    column: str


@dataclass(frozen=True, slots=True)
class Denied:
    """The cell says no. An empty one does not."""

    column: str


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The cell is one of these codes."""

    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number is this one or a greater one."""

    column: str
    number: int


@dataclass(frozen=True, slots=True)
class OnOrBefore:
    """The one day is the other or an earlier one; false where either is empty."""

    day: str
    other: str


@dataclass(frozen=True, slots=True)
class Same:
    """Both cells hold the same; false where either is empty."""

    column: str
    other: str


@dataclass(frozen=True, slots=True)
class Every:
    """All of these are true."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of these is true."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It is false."""

    condition: Condition


Condition: TypeAlias = (
    Missing | Holds | Denied | IsOneOf | AtLeast | OnOrBefore | Same | Every | Some | Not
)


def missing(column: str) -> Condition:
    """The cell is empty."""
    return Missing(column)


def present(column: str) -> Condition:
    """The cell is not empty."""
    return Not(Missing(column))


def holds(column: str) -> Condition:
    """The cell says yes."""
    return Holds(column)


def denied(column: str) -> Condition:
    """The cell says no. An empty one does not."""
    return Denied(column)


def one_of(column: str, *codes: str) -> Condition:
    """The cell is one of these codes."""
    return IsOneOf(column, codes)


def at_least(column: str, number: int) -> Condition:
    """The number is this one or a greater one."""
    return AtLeast(column, number)


def on_or_before(day: str, other: str) -> Condition:
    """The one day is the other or an earlier one; false where either is empty."""
    return OnOrBefore(day, other)


def same(column: str, other: str) -> Condition:
    """Both cells hold the same; false where either is empty."""
    return Same(column, other)


def every(*conditions: Condition) -> Condition:
    """All of these are true."""
    return Every(conditions)


def some(*conditions: Condition) -> Condition:
    """At least one of these is true."""
    return Some(conditions)


def unless(condition: Condition) -> Condition:
    """It is false."""
    return Not(condition)


def columns_of(condition: Condition) -> frozenset[str]:
    """The columns that it looks at."""
    match condition:
        case Every(some_of) | Some(some_of):
            return frozenset().union(*(columns_of(one) for one in some_of))
        case Not(inner):
            return columns_of(inner)
        case OnOrBefore(day, other) | Same(day, other):
            return frozenset({day, other})
        case Missing(column) | Holds(column) | Denied(column):
            return frozenset({column})
        case IsOneOf(column, _) | AtLeast(column, _):
            return frozenset({column})


def in_words(condition: Condition) -> str:
    """The condition as it stands on the page of the reference, with the columns by name."""
    match condition:
        case Missing(column):
            return f"`{column}` is empty"
        case Holds(column):
            return f"`{column}`"
        case Denied(column):
            return f"`{column}` says no"
        case IsOneOf(column, codes):
            return f"`{column}` is {' or '.join(f'`{one}`' for one in codes)}"
        case AtLeast(column, number):
            return f"`{column}` ≥ {number}"
        case OnOrBefore(day, other):
            return f"`{day}` ≤ `{other}`"
        case Same(column, other):
            return f"`{column}` = `{other}`"
        case Every(some_of):
            return " and ".join(_within(one) for one in some_of)
        case Some(some_of):
            return " or ".join(_within(one) for one in some_of)
        case Not(Missing(column)):
            return f"`{column}` is not empty"
        case Not(inner):
            return f"not ({in_words(inner)})"


def _within(condition: Condition) -> str:
    is_simple = not isinstance(condition, Every | Some)
    return in_words(condition) if is_simple else f"({in_words(condition)})"
