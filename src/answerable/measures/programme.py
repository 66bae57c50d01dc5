"""What an engine does to answer measures: what it keeps, what it is asked, and in which order.

A relation that several read is kept as a table from its first reader to its last; one that has a
single reader is worked out within it, so that the engine leaves out what nobody asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from answerable.measures.definition import Definition

Reads: TypeAlias = Mapping[str, frozenset[str]]
"""Of each prepared relation, the prepared relations that it reads."""


@dataclass(frozen=True, slots=True)
class Keep:
    """A prepared relation becomes a table of its name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Drop:
    """The table of a prepared relation is read no more."""

    name: str


@dataclass(frozen=True, slots=True)
class Question:
    """Measures that one query answers: they share their subject and the day that dates its rows.

    The query has a row for each group and each way in which its rows stand in the measures: the
    columns of the breakdown, one column of standings a measure, and how many rows those are.
    """

    definitions: tuple[Definition, ...]
    query: str


Step: TypeAlias = Keep | Question | Drop


@dataclass(frozen=True, slots=True)
class Programme:
    """What is done, in order."""

    once: tuple[Step, ...]
    """Before everything else, over the whole cut: what is not asked case by case."""
    steps: tuple[Step, ...]
    """For all cases at once, or part by part."""

    @property
    def questions(self) -> int:
        """How many there are."""
        return sum(isinstance(one, Question) for one in (*self.once, *self.steps))


@dataclass(frozen=True, slots=True)
class Plan:
    """Which relations are kept, and when."""

    kept: frozenset[str]
    before: tuple[tuple[str, ...], ...]
    """Before each question: what is made a table of, in order."""
    after: tuple[tuple[str, ...], ...]
    """After each question: what is read no more."""


def planned(
    questions: Sequence[frozenset[str]], reads: Reads, always: frozenset[str] = frozenset()
) -> Plan:
    """Which relations are kept, and from when to when.

    Args:
        questions: what each question reads, in the order of asking.
        always: what is kept however few read it.
    """
    wanted = [frozenset(in_order(one, reads)) for one in questions]
    every = frozenset().union(*wanted)
    readers = Counter(
        name for some in (*questions, *(reads[one] for one in every)) for name in some
    )
    kept = frozenset(name for name in every if readers[name] > 1 or name in always)
    before, after = [], []
    made: set[str] = set()
    for place, names in enumerate(questions):
        new = [one for one in in_order(names, reads) if one in kept - made]
        made |= set(new)
        later = frozenset().union(*wanted[place + 1 :])
        gone = sorted(made & wanted[place] - later)
        before.append(tuple(new))
        after.append(tuple(gone))
    return Plan(kept, tuple(before), tuple(after))


def in_order(names: Iterable[str], reads: Reads) -> list[str]:
    """Those relations and all that they read, none before what it reads itself."""
    found: dict[str, None] = {}
    for name in sorted(names):
        found |= dict.fromkeys([*in_order(reads[name], reads), name])
    return list(found)


def within(names: Iterable[str], reads: Reads, kept: frozenset[str]) -> list[str]:
    """Those of them, and of what they read, that are kept nowhere, in order."""
    return list(dict.fromkeys(_within(sorted(names), reads, kept)))


def _within(names: Iterable[str], reads: Reads, kept: frozenset[str]) -> Iterator[str]:
    for name in names:
        if name not in kept:
            yield from _within(sorted(reads[name]), reads, kept)
            yield name
