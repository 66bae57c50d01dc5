"""What a release is made of: figures that may be shown, and the manifest of how they were made.

Only what this module names as shown may leave for readers. A protected table and the head of the
ledger are for whoever keeps the ledger: the first holds hidden counts, and who knows the second can
try guesses of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import msgspec

from answerable.charts.picture import Picture
from answerable.disclosure.gate import Shown
from answerable.disclosure.protected import ProtectedTable
from answerable.disclosure.table import ALL, Labels
from answerable.measures.definition import Basis, Definition, Good

ANSWER: Final = "answer"
"""The last column of every table: how the rows stand that were asked."""
MET: Final = "met"
NOT_MET: Final = "not met"
"""Missed, or nobody can tell: whatever is not known does not count as met."""
NONE: Final = "none"
"""What stands for rows that a breakdown has no value for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a measure is, in plain words: its definition without its conditions."""

    title: str
    asks: str
    recommendations: tuple[str, ...]
    population: str
    numerator: str
    not_applicable: str
    """Which rows are not asked; "" where every one is."""
    unknown_means: str
    """Of which rows nobody can tell; "" where there are none."""
    cautions: tuple[str, ...]
    good: Good
    owner: str
    source: str

    @classmethod
    def of(cls, definition: Definition) -> Meaning:
        """The words of a definition."""
        return cls(
            title=definition.title,
            asks=definition.asks,
            recommendations=definition.recommendations,
            population=definition.population,
            numerator=definition.numerator,
            not_applicable=definition.not_applicable,
            unknown_means=definition.unknown_means,
            cautions=definition.cautions,
            good=definition.good,
            owner=definition.owner,
            source=definition.source,
        )


@dataclass(frozen=True, slots=True)
class Share:
    """One group of a figure as a reader may see it; each part is a number or a symbol."""

    group: Labels
    """By the breakdowns of the figure, in their order; empty for all."""
    met: Shown
    asked: Shown
    percent: Shown


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measure by no, one or two breakdowns, as it may be shown."""

    measure: str
    version: int
    meaning: Meaning
    basis: Basis
    as_of: date
    cut: str
    """The digest of the data cut."""
    by: tuple[str, ...]
    """The breakdowns, at most two. The table has their columns, each with those that it lies
    within (a month within its quarter and year), and last the column `ANSWER`."""
    table: ProtectedTable
    """What may be shown is `table.shown`. Totals are labelled `*`."""
    names: Mapping[str, Mapping[str, str]]
    """What the values of columns are called, by column and value; a value that is not there is
    called as it is."""
    shares: tuple[Share, ...]
    """Groups in the order in which they are read, all of them together last."""
    sentence: str
    """What the figure says. It names no number that is not shown."""
    signal: str = ""
    """Whether it changed, by the points that are shown, or that too few are shown to tell; "" where
    it is not by time."""
    picture: Picture | None
    """Drawn from what is shown alone; None where there are no two groups to show."""
    narrow: Picture | None
    """The same for a phone."""
    notes: tuple[str, ...]
    """What a reader must know to read it rightly, in sentences."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table, `ANSWER` last."""
        return self.table.release.by

    def called(self, column: str, value: str) -> str:
        """What a value of a column is called, a total "All"."""
        return "All" if value == ALL else self.names.get(column, {}).get(value, value)

    @cached_property
    def facts(self) -> dict[str, Any]:
        """Everything about the figure that may be shown, as plain data, but for the picture."""
        return {
            "measure": self.measure,
            "version": self.version,
            "title": self.meaning.title,
            "basis": self.basis.value,
            "as_of": self.as_of.isoformat(),
            "cut": self.cut,
            "by": list(self.by),
            "columns": list(self.columns),
            "cells": [
                [*(self.called(*one) for one in zip(self.columns, labels, strict=True)), shown]
                for labels, shown in self.table.shown.items()
            ],
            "sentence": self.sentence,
            "notes": list(self.notes),
        }

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what is shown, in hexadecimal: nothing hidden goes into it."""
        written = json.dumps(self.facts, ensure_ascii=False, sort_keys=True).encode()
        drawn = [one.svg for one in (self.picture, self.narrow) if one]
        return hashlib.sha256(b"".join((written, *drawn))).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """How a release was made, and what it holds."""

    made_on: date
    of: Mapping[str, str]
    """Whose figures they are, such as the number of the force."""
    as_of: date
    cut: str
    is_synthetic: bool
    policy: Mapping[str, Any]
    """Name, version, profile, marking, threshold and rounding of the policy."""
    releases_before: int
    """How many tables were in the ledger that it was held against."""
    ledger: str
    """The head of that ledger, never for readers: it was made of hidden counts."""
    tables: tuple[str, ...]
    """The digest of what is shown of each figure, in their order."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """Figures of one cut that go out together, each held against all before and beside it."""

    figures: tuple[Figure, ...]
    manifest: Manifest

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the manifest without the ledger, in hexadecimal: for whoever checked it to
        name what they saw."""
        facts = msgspec.to_builtins(self.manifest)
        del facts["ledger"]
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def written(release: Release) -> bytes:
    """A release as it is kept, hidden counts with it: as confidential as the data."""
    return msgspec.json.encode(release)


def read(content: bytes) -> Release:
    """A release that was kept.

    Raises:
        msgspec.ValidationError: it is none.
    """
    return msgspec.json.decode(content, type=Release)
