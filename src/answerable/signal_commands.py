"""Commands of `answerable measure` about what figures say: signals, paths, charts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.measure_commands import (
    By,
    CurveName,
    Digest,
    definition_named,
    every_definition,
    names_in,
)
from answerable.output import Format, FormatOption, print_json, progress, refuse

if TYPE_CHECKING:
    from answerable.charts.picture import Picture
    from answerable.measures.curves import Course
    from answerable.measures.definition import Definition
    from answerable.measures.running import Cut
    from answerable.measures.signals import Events, Series, Units

app = typer.Typer()


class SignalKind(StrEnum):
    """What is looked at for a signal."""

    SPC = "spc"
    """The figures in order of time: a process behaviour chart."""
    GAPS = "gaps"
    """The days between rare events."""
    FUNNEL = "funnel"
    """Units beside each other."""


class ChartKind(StrEnum):
    """What is drawn."""

    SPC = "spc"
    GAPS = "gaps"
    FUNNEL = "funnel"
    CURVE = "curve"
    BARS = "bars"


class Every(StrEnum):
    """How long each point of a process behaviour chart is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "financial_year"


class Way(StrEnum):
    """How the events stand whose days are looked at."""

    MISSED = "missed"
    MET = "met"
    UNKNOWN = "unknown"


class SizeName(StrEnum):
    """For how much room a chart is drawn."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a measure is looked at."""

    every: Every
    of: Way
    unit: str
    where: dict[str, str]
    anew: dict[str, str]

    @classmethod
    def read(
        cls, every: Every, of: Way, unit: str, where: list[str] | None, anew: list[str] | None
    ) -> Asked:
        """From the options; refuses what is no name with a value."""
        changes = _pairs(anew, "--anew '2025-04=A new form was taken up.'")
        return cls(every, of, unit, _pairs(where, "--where force=3"), changes)


CutFolder = Annotated[Path, typer.Option("--cut", help="The folder of a cut.")]
EveryOption = Annotated[Every, typer.Option(help="Of spc: how long each point is.")]
WayOption = Annotated[Way, typer.Option("--of", help="Of gaps: which rows are the events.")]
UnitOption = Annotated[str, typer.Option(help="Of funnel: by what units are told apart.")]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(help="Only where a breakdown is this, such as force=3; several narrow further."),
]
AnewOption = Annotated[
    list[str] | None,
    typer.Option(
        help="Of spc: limits anew from a point, with what changed, such as "
        "'2025-04=A new form was taken up.'"
    ),
]


@app.command(
    epilog="Examples:\n\n  answerable measure signal victims_told --cut cuts/2026-03\n\n"
    "  answerable measure signal meeting_before_ending --cut cuts/2026-03 --kind gaps\n\n"
    "  answerable measure signal support_offered --cut cuts/2026-03 --kind funnel --unit force "
    "--format json"
)
def signal(
    name: Annotated[str, typer.Argument(help="A measure.")],
    *,
    cut: CutFolder,
    kind: Annotated[SignalKind, typer.Option(help="What is looked at.")] = SignalKind.SPC,
    every: EveryOption = Every.MONTH,
    of: WayOption = Way.MISSED,
    unit: UnitOption = "force",
    where: WhereOption = None,
    anew: AnewOption = None,
    digest: Digest = "",
    output: FormatOption = Format.TABLE,
) -> None:
    """Say whether a figure changed, or units differ, by more than chance gives."""
    definition = definition_named(name)
    asked = Asked.read(every, of, unit, where, anew)
    with _open(cut, digest) as found:
        row = _ask(kind, found, definition, asked)
    if output is Format.JSON:
        print_json(row.as_row())
    else:
        from answerable.terminal import print_signal

        print_signal(row)


@app.command(
    epilog="Examples:\n\n  answerable measure paths --cut cuts/2026-03\n\n"
    "  answerable measure paths --cut cuts/2026-03 --by financial_year --format json"
)
def paths(
    *,
    cut: CutFolder,
    by: By = "",
    most: Annotated[int, typer.Option(min=0, help="How many variants at most.")] = 20,
    digest: Digest = "",
    output: FormatOption = Format.TABLE,
) -> None:
    """Say how many cases go from stage to stage, how long it takes, and in which orders."""
    every_definition()
    from answerable.measures.paths import steps, variants

    with _open(cut, digest) as found:
        each, orders = steps(found, names_in(by)), variants(found)[:most]
    if output is Format.JSON:
        rows = {"steps": [one.as_row() for one in each]}
        print_json(rows | {"variants": [one.as_row() for one in orders]})
    else:
        from answerable.terminal import print_paths

        print_paths(each, orders)


@app.command(
    epilog="Examples:\n\n  answerable measure chart victims_told --cut cuts/2026-03 --kind spc "
    "--out told.svg\n\n"
    "  answerable measure chart withdrawal_reasons --cut cuts/2026-03 --kind bars --by reason "
    "--out reasons.svg\n\n"
    "  answerable measure chart recorded_to_first_ending --cut cuts/2026-03 --kind curve "
    "--out endings.svg"
)
def chart(
    name: Annotated[str, typer.Argument(help="A measure; of curve the name of a curve.")],
    *,
    cut: CutFolder,
    kind: Annotated[ChartKind, typer.Option(help="What is drawn.")],
    out: Annotated[
        Path, typer.Option(help="A new file ending in .svg; figures and words go beside it.")
    ],
    by: By = "",
    every: EveryOption = Every.MONTH,
    of: WayOption = Way.MISSED,
    unit: UnitOption = "force",
    where: WhereOption = None,
    anew: AnewOption = None,
    size: Annotated[
        SizeName, typer.Option(help="For a page or paper, or for a phone.")
    ] = SizeName.WIDE,
    digest: Digest = "",
) -> None:
    """Draw a chart: an SVG file, its figures as CSV, and what it says as text."""
    every_definition()
    _check_drawing()
    _check_out(out)
    asked = Asked.read(every, of, unit, where, anew)
    definition = None if kind is ChartKind.CURVE else definition_named(name)
    with _open(cut, digest) as found:
        if definition is None:
            picture = _curve(found, name, asked.where, size)
        elif kind is ChartKind.BARS:
            picture = _bars(found, definition, names_in(by), size)
        else:
            picture = _drawn(_ask(SignalKind(kind.value), found, definition, asked), found, size)
    _write(picture, out)
    typer.echo(f"{picture.words.sentence}\n{out}, with its figures and words beside it.")


def _ask(
    kind: SignalKind, cut: Cut, definition: Definition, asked: Asked
) -> Series | Events | Units:
    from answerable.measures import signals
    from answerable.measures.standing import Standing

    match kind:
        case SignalKind.SPC:
            return signals.series(cut, definition, asked.every.value, asked.where, asked.anew)
        case SignalKind.GAPS:
            return signals.events(cut, definition, Standing[asked.of.name], asked.where)
        case SignalKind.FUNNEL:
            return signals.units(cut, definition, asked.unit, asked.where)


def _drawn(found: Series | Events | Units, cut: Cut, size: SizeName) -> Picture:
    from answerable.charts import funnels, gaps, series
    from answerable.charts.style import Size
    from answerable.measures.signals import Events, Units

    room, is_synthetic = Size(size.value), cut.is_synthetic
    if isinstance(found, Units):
        return funnels.draw_funnel(found, room, is_synthetic=is_synthetic)
    if isinstance(found, Events):
        return gaps.draw_gaps(found, room, is_synthetic=is_synthetic)
    return series.draw_series(found, room, is_synthetic=is_synthetic)


def _bars(cut: Cut, definition: Definition, by: tuple[str, ...], size: SizeName) -> Picture:
    from answerable.charts.bars import draw_bars
    from answerable.charts.style import Size
    from answerable.measures.naming import names_in as names_of
    from answerable.measures.running import answers

    found, names = answers(cut, definition, by), names_of(cut, definition)
    return draw_bars(definition, found, names, Size(size.value), is_synthetic=cut.is_synthetic)


def _curve(cut: Cut, name: str, where: dict[str, str], size: SizeName) -> Picture:
    from answerable.charts.curves import draw_course
    from answerable.charts.style import Size
    from answerable.measures.curves import Which, courses

    which = next((one for one in Which if one.curve == name), None)
    if which is None:
        refuse(f"There is no curve {name!r}. Choose among: {', '.join(one for one in CurveName)}.")
    wanted = [one for one in courses(cut, which, tuple(where)) if _is_of(one, where)]
    if not wanted:
        refuse("The cut has no case of that group.")
    return draw_course(wanted[0], Size(size.value), is_synthetic=cut.is_synthetic)


def _is_of(course: Course, only: dict[str, str]) -> bool:
    return all(str(course.group[name]) == value for name, value in only.items())


@contextmanager
def _open(cut: Path, digest: str) -> Iterator[Cut]:
    """A verified cut; what cannot be asked of it is refused with its sentence."""
    from answerable.charts.bars import NoBars
    from answerable.charts.curves import NoCourse
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.opening import CutNotWhole
    from answerable.measures.behaviour import NotARebase, TooFewPoints
    from answerable.measures.engines import EngineFailed
    from answerable.measures.funnel import NoFunnel
    from answerable.measures.groups import NoSuchBreakdown
    from answerable.measures.rare import TooFewEvents
    from answerable.measures.running import opened
    from answerable.measures.signals import NoSeries

    told = (CutNotWhole, CutsNotInstalled, EngineFailed, NoSuchBreakdown)
    few = (TooFewPoints, TooFewEvents, NotARebase, NoSeries, NoFunnel, NoBars, NoCourse)
    try:
        with progress("Verifying the cut"), opened(cut, digest) as found:
            yield found
    except (*told, *few) as problem:
        refuse(str(problem))


def _pairs(given: list[str] | None, example: str) -> dict[str, str]:
    found = {}
    for one in given or []:
        name, is_pair, value = one.partition("=")
        if not is_pair or not name.strip() or not value.strip():
            refuse(f"{one!r} is no name with a value. Give both: {example}")
        found[name.strip()] = value.strip()
    return found


def _check_drawing() -> None:
    try:
        import matplotlib  # noqa: F401
    except ImportError as missing:
        refuse(
            f"Charts need {missing.name}, which is not installed. Install the extra: "
            "pip install 'answerable[measures,charts]'"
        )


def _beside(out: Path) -> tuple[Path, Path]:
    """The files of the figures and of the words of a chart."""
    return out.with_suffix(".csv"), out.with_suffix(".txt")


def _check_out(out: Path) -> None:
    if out.suffix != ".svg":
        refuse(f"{out} does not end in .svg. Name a file such as told.svg.")
    if not out.absolute().parent.is_dir():
        refuse(f"There is no folder {out.absolute().parent}. Make it first, or name another.")
    for one in (out, *_beside(out)):
        if one.exists():
            refuse(f"{one} exists, and nothing is written over. Name a new file.")


def _write(picture: Picture, out: Path) -> None:
    figures, words = _beside(out)
    try:
        out.write_bytes(picture.svg)
        figures.write_text(picture.table.as_csv(), encoding="utf-8")
        words.write_text(
            f"{picture.words.title}\n\n{picture.words.sentence}\n\n{picture.description}\n\n"
            f"{picture.words.source}\n",
            encoding="utf-8",
        )
    except OSError as problem:
        refuse(f"{out} cannot be written: {problem.strerror or problem}. Name another file.")
