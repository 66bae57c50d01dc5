"""Figures as they are shown: what passed the gate, in words, and what was hidden on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from answerable.disclosure.gate import Shown
    from answerable.release import Figure
    from answerable.release.composing import Composed

HIDDEN: Final = "[c]"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One group of a figure."""

    group: tuple[str, ...]
    met: str
    asked: str
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """One figure, with nothing that is hidden in it."""

    measure: str
    version: int
    by: tuple[str, ...]
    title: str
    asks: str
    sentence: str
    rows: tuple[ShownRow, ...]
    """All together last."""
    notes: tuple[str, ...]
    meaning: tuple[tuple[str, str], ...]
    """The definition in plain words: a heading, and what it says."""
    as_of: date
    basis: str
    cut: str
    wide: str
    """The chart as an SVG file, of two widths; "" where there is none."""
    narrow: str
    description: str
    """What the chart shows, for whoever does not see it."""
    signal: str = ""
    """Whether it changed, or that too few points are shown to tell; "" where it is not by time."""

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes two figures of different releases the same figure."""
        return self.measure, self.by


def shown_of(figure: Figure) -> ShownFigure:
    """A figure of a release without what is hidden."""
    meaning = figure.meaning
    return ShownFigure(
        measure=figure.measure,
        version=figure.version,
        by=figure.by,
        title=meaning.title,
        asks=meaning.asks,
        sentence=figure.sentence,
        rows=tuple(
            ShownRow(
                tuple(figure.called(*one) for one in zip(figure.by, share.group, strict=True)),
                _words(share.met),
                _words(share.asked),
                _words(share.percent, "%"),
            )
            for share in figure.shares
        ),
        notes=figure.notes,
        meaning=tuple(
            (heading, said)
            for heading, said in (
                ("Who is asked", meaning.population),
                ("What counts as met", meaning.numerator),
                ("Who is not asked", meaning.not_applicable),
                ("Of whom nobody can tell", meaning.unknown_means),
                ("What asks for it", meaning.source),
                ("Whose measure it is", meaning.owner),
            )
            if said
        ),
        as_of=figure.as_of,
        basis=figure.basis.value,
        cut=figure.cut,
        wide=figure.picture.svg.decode() if figure.picture else "",
        narrow=figure.narrow.svg.decode() if figure.narrow else "",
        description=figure.picture.description if figure.picture else "",
        signal=figure.signal,
    )


def written(figures: Iterable[ShownFigure]) -> bytes:
    """Figures as they are kept."""
    return msgspec.json.encode(tuple(figures))


def _words(shown: Shown, unit: str = "") -> str:
    return HIDDEN if shown.value is None else f"{shown.words}{unit}"


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """What protection did to one figure."""

    measure: str
    by: tuple[str, ...]
    cells: int
    hidden: dict[str, int]
    """How many cells, by why they are hidden."""
    is_fewest: bool
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldLeftOut:
    """A question of which there is no figure."""

    measure: str
    by: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What protection did: for those of the force alone."""

    figures: tuple[ToldFigure, ...]
    left_out: tuple[ToldLeftOut, ...]


def told_of(composed: Composed) -> Told:
    """What is hidden in a release and why, and what is not in it at all."""
    return Told(
        tuple(
            ToldFigure(
                one.question.measure,
                one.question.by,
                one.cells,
                {why.value: count for why, count in one.hidden.items()},
                one.is_fewest,
                one.advice,
            )
            for one in composed.utility
        ),
        tuple(
            ToldLeftOut(one.question.measure, one.question.by, one.why) for one in composed.left_out
        ),
    )
