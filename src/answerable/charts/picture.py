"""A chart as it goes out: the picture, what it shows in words, and its figures."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

from answerable.disclosure.rounding import whole_percent
from answerable.measures.wording import day_in_words

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart, as they stand beside it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def as_csv(self) -> str:
        """The figures as a file: a line of names, then a line each; empty where there is none."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return written.getvalue()


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on and beside a chart in words."""

    title: str
    axis: str
    """What the figures are, above them."""
    sentence: str
    """What the chart says."""
    source: str
    """From what it is drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it goes out."""

    words: Words
    description: str
    """What the picture shows, for whoever does not see it: the alternative text."""
    table: Table
    svg: bytes


def source_of(measure: str, version: int, as_of: date, cut: str, *, is_synthetic: bool) -> str:
    """The line at the foot of a chart: which measure, from what."""
    invented = "SYNTHETIC. " if is_synthetic else ""
    return f"{invented}{measure}, version {version}. As of {day_in_words(as_of)}. Cut {cut[:12]}."


def share_in_words(share: float) -> str:
    """A share as everything that may be shown says it, such as "63%"."""
    return f"{whole_percent(share)}%"


def percent(share: float) -> str:
    """A share in words with one decimal, such as "62.5%"; a whole number where it is one: of
    charts that are drawn from raw results alone, and along the edges."""
    return f"{100 * share:.1f}".removesuffix(".0") + "%"
