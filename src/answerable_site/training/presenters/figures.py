"""The published figures in words, with who counts and who does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.training.presenters.words import PLACES, PRESENCES
from answerable_site.training.rules import Attendance, Duty, FigureKind, Place, Presence, Qualified

if TYPE_CHECKING:
    from answerable_site.training.models import StatedFigure
    from answerable_site.training.queries import Figures


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """How many are what, and who, for whoever keeps the records."""

    words: str
    count: int
    is_counted: bool
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ShownStated:
    """A figure as it was stated."""

    value: int
    who: str
    at: datetime
    differs: str
    """What the record of now says instead; empty where it says the same."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One of the two figures."""

    kind: str
    title: str
    reference: str
    value: int
    sentence: str
    lines: tuple[WorkingLine, ...]
    total: str
    stated: tuple[ShownStated, ...]


_IN_POST = {
    Duty.INVESTIGATOR: "investigators",
    Duty.PROSECUTOR: "prosecutors",
}


def shown_figures(
    figures: Figures, names: Mapping[int, str], stated: Iterable[StatedFigure]
) -> list[ShownFigure]:
    """Both figures of a year.

    Args:
        stated: those of the same organisation and year.
    """
    kept = list(stated)
    return [
        _attendance(figures.attendance, names, kept),
        _qualified(figures.qualified, names, kept),
    ]


def figure_rows(figures: Figures, organisation: str) -> Iterable[list[object]]:
    """Both figures with their working as a table of numbers, the header first; no names."""
    year = figures.attendance.year
    yield ["Organisation", "Figure", "Reference date", "What", "Counted", "Number"]
    attendance = [organisation, FigureKind.ATTENDANCE.label, f"Financial year {year.label}"]
    yield [*attendance, "People who attended, each once", "figure", figures.attendance.value]
    for place in Place:
        counted = "yes" if place.is_counted else "no"
        yield [*attendance, PLACES[place], counted, figures.attendance.counts[place]]
    qualified = [organisation, FigureKind.QUALIFIED.label, date_in_words(figures.qualified.on)]
    yield [*qualified, "People qualified and in post", "figure", figures.qualified.value]
    for presence in Presence:
        counted = "yes" if presence is Presence.COUNTED else "no"
        yield [*qualified, PRESENCES[presence], counted, figures.qualified.counts[presence]]


def capacity_in_words(per_hundred: Decimal | None) -> str:
    """Such as "5.0"; in words where there is nothing to divide by."""
    return "No case is open" if per_hundred is None else str(per_hundred)


def _attendance(
    found: Attendance, names: Mapping[int, str], stated: list[StatedFigure]
) -> ShownFigure:
    times = "1 place" if found.attendances == 1 else f"{found.attendances} places"
    return ShownFigure(
        kind=FigureKind.ATTENDANCE,
        title=FigureKind.ATTENDANCE.label,
        reference=(
            f"{date_in_words(found.year.first_day)} to {date_in_words(found.year.last_day)}"
        ),
        value=found.value,
        sentence=f"Each person counts once. They took {times} between them.",
        lines=tuple(
            _line(
                PLACES[place],
                found.counts[place],
                [record for record, one in found.places if one is place],
                names,
                is_counted=place.is_counted,
            )
            for place in Place
        ),
        total=f"Places on events that ended in the year: {len(found.places)}",
        stated=_stated(FigureKind.ATTENDANCE, found.value, stated),
    )


def _qualified(
    found: Qualified, names: Mapping[int, str], stated: list[StatedFigure]
) -> ShownFigure:
    return ShownFigure(
        kind=FigureKind.QUALIFIED,
        title=FigureKind.QUALIFIED.label,
        reference=date_in_words(found.on),
        value=found.value,
        sentence=f"Of those posted as {_IN_POST[found.duty]} on that day.",
        lines=tuple(
            _line(
                PRESENCES[presence],
                found.counts[presence],
                [record for record, one in found.people if one is presence],
                names,
                is_counted=presence is Presence.COUNTED,
            )
            for presence in Presence
        ),
        total=f"Training records: {len(found.people)}",
        stated=_stated(FigureKind.QUALIFIED, found.value, stated),
    )


def _line(
    words: str, count: int, records: list[int], names: Mapping[int, str], *, is_counted: bool
) -> WorkingLine:
    wanted = set(records)
    people = tuple((record, name) for record, name in names.items() if record in wanted)
    return WorkingLine(words, count, is_counted, people)


def _stated(kind: FigureKind, now: int, stated: list[StatedFigure]) -> tuple[ShownStated, ...]:
    return tuple(
        ShownStated(
            one.value,
            one.stated_by.full_name,
            one.stated_at,
            "" if one.value == now else f"By the record of today it is {now}.",
        )
        for one in stated
        if one.kind == kind
    )
