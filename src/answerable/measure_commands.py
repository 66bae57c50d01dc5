"""`answerable measure`: what the measures are, what they answer, and how."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.output import Format, FormatOption, print_json, progress, refuse

if TYPE_CHECKING:
    from answerable.measures.answer import Answer
    from answerable.measures.curves import Course
    from answerable.measures.definition import Definition

app = typer.Typer(
    help="Whether what was promised happened: measures over a data cut, each with its working.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)


class ResultFormat(StrEnum):
    """How answers are given out."""

    TABLE = "table"
    JSON = "json"
    PARQUET = "parquet"


class EngineOption(StrEnum):
    """What answers."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    DATAFUSION = "datafusion"


class DialectOption(StrEnum):
    """In whose SQL a query is shown."""

    DUCKDB = "duckdb"
    SPARK = "spark"
    DATAFUSION = "datafusion"
    CLICKHOUSE = "clickhouse"


class CurveName(StrEnum):
    """The curves that there are."""

    FIRST = "recorded_to_first_ending"
    LATEST = "recorded_to_latest_ending"
    HEARING = "reported_to_first_hearing"


Digest = Annotated[str, typer.Option(help="The digest that was printed when the cut was written.")]
By = Annotated[
    str, typer.Option("--by", help="By what to break down, such as month,force; nothing: all.")
]


@app.command(
    "list",
    epilog="Examples:\n\n  answerable measure list\n\n  answerable measure list --format json",
)
def list_measures(output: FormatOption = Format.TABLE) -> None:
    """Say which measures there are."""
    definitions = list(every_definition().values())
    if output is Format.JSON:
        print_json([_facts(one) for one in definitions])
    else:
        from answerable.terminal import print_measures

        print_measures(definitions)


@app.command(
    epilog="Examples:\n\n  answerable measure run --cut cuts/2026-03\n\n"
    "  answerable measure run --cut cuts/2026-03 --measure victims_told --by month,force "
    "--format json\n\n"
    "  answerable measure run --cut cuts/2026-03 --by force --format parquet --out figures.parquet"
    "\n\n  answerable measure run --cut cuts/2026-03 --engine spark --master spark://host:7077"
)
def run(
    *,
    cut: Annotated[Path, typer.Option(help="The folder of a cut.")],
    measure: Annotated[
        list[str] | None, typer.Option(help="A measure; several are asked in turn. None: all.")
    ] = None,
    by: By = "",
    digest: Digest = "",
    out: Annotated[Path | None, typer.Option(help="A new file for JSON or Parquet.")] = None,
    output: Annotated[
        ResultFormat, typer.Option("--format", help="A table to read, JSON, or a Parquet file.")
    ] = ResultFormat.TABLE,
    engine: Annotated[
        EngineOption, typer.Option(help="What answers; every engine gives the same figures.")
    ] = EngineOption.DUCKDB,
    master: Annotated[
        str, typer.Option(help="Where Spark runs, such as spark://host:7077; nothing: here.")
    ] = "",
) -> None:
    """Ask measures of a cut. It is verified first, and refused if it is not whole."""
    _check_out(out, output)
    if master and engine is not EngineOption.SPARK:
        refuse("Spark alone has a master. Add --engine spark, or leave --master out.")
    definitions = (
        [definition_named(one) for one in measure] if measure else [*every_definition().values()]
    )
    found = _answers(cut, digest, definitions, names_in(by), engine, master)
    if output is ResultFormat.TABLE:
        from answerable.terminal import print_answers

        print_answers(found)
    elif out is None:
        print_json([one.as_row() for one in found])
    else:
        _write(found, out, output)
        typer.echo(f"{len(found):,} answers in {out}.")


@app.command(
    epilog="Examples:\n\n  answerable measure explain victims_told\n\n"
    "  answerable measure explain victims_told --by month --engine spark"
)
def explain(
    name: Annotated[str, typer.Argument(help="A measure.")],
    by: By = "",
    as_of: Annotated[str, typer.Option(help="The as-of day of the cut, YYYY-MM-DD.")] = (
        "2026-03-31"
    ),
    engine: Annotated[
        DialectOption, typer.Option(help="The engine that runs it.")
    ] = DialectOption.DUCKDB,
) -> None:
    """Print the query of a measure, over tables that are named as in a cut."""
    definition, names = definition_named(name), names_in(by)
    from answerable.measures.compiling import Dialect, explained
    from answerable.measures.groups import NoSuchBreakdown, checked

    try:
        wanted = checked(definition, names)
    except NoSuchBreakdown as problem:
        refuse(str(problem))
    typer.echo(explained(definition, wanted, _day(as_of), Dialect(engine.value)))


@app.command(
    epilog="Examples:\n\n  answerable measure curve recorded_to_first_ending --cut cuts/2026-03\n\n"
    "  answerable measure curve recorded_to_first_ending --cut cuts/2026-03 --by force "
    "--format json"
)
def curve(
    name: Annotated[CurveName, typer.Argument(help="Which curve.")],
    *,
    cut: Annotated[Path, typer.Option(help="The folder of a cut.")],
    by: By = "",
    digest: Digest = "",
    observed_from: Annotated[
        str, typer.Option(help="The first day on which cases were watched, YYYY-MM-DD.")
    ] = "",
    output: FormatOption = Format.TABLE,
) -> None:
    """Say what became of cases over time, open ones counted as long as they were seen."""
    every_definition()
    found = _courses(
        name, cut, digest, names_in(by), _day(observed_from) if observed_from else None
    )
    if output is Format.JSON:
        print_json([one.as_row() for one in found])
    else:
        from answerable.terminal import print_courses

        print_courses(found)


@app.command(epilog="Example:\n\n  answerable measure page > measures.md")
def page() -> None:
    """Print what every measure is, as a page."""
    every_definition()
    from answerable.measures.page import as_page

    typer.echo(as_page(), nl=False)


def every_definition() -> dict[str, Definition]:
    """Every definition, once what measures need is there."""
    try:
        import ibis  # noqa: F401
    except ImportError as missing:
        refuse(
            f"Measures need {missing.name}, which is not installed. Install the extra: "
            "pip install 'answerable[measures]'"
        )
    from answerable.measures.definitions import DEFINITIONS

    return DEFINITIONS


def definition_named(name: str) -> Definition:
    """The definition of a measure; refuses a name that is none."""
    definitions = every_definition()
    if name not in definitions:
        refuse(f"There is no measure {name!r}. `answerable measure list` prints the names of all.")
    return definitions[name]


def names_in(by: str) -> tuple[str, ...]:
    """The names in a list with commas."""
    return tuple(one.strip() for one in by.split(",") if one.strip())


def _answers(
    cut: Path,
    digest: str,
    definitions: list[Definition],
    by: tuple[str, ...],
    engine: EngineOption,
    master: str,
) -> list[Answer]:
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.opening import CutNotWhole
    from answerable.measures.engines import LOCAL, EngineFailed, EngineName, EngineNotInstalled
    from answerable.measures.groups import NoSuchBreakdown
    from answerable.measures.running import answers_to, opened

    name = EngineName(engine.value)
    try:
        with (
            progress("Verifying the cut") as status,
            opened(cut, digest, engine=name, master=master or LOCAL) as database,
        ):
            status.update(f"Asking {len(definitions)} measures ...")
            return answers_to(
                database,
                definitions,
                by,
                lambda done, of: status.update(f"{done} of {of} questions answered ..."),
            )
    except (
        CutNotWhole,
        CutsNotInstalled,
        EngineFailed,
        EngineNotInstalled,
        NoSuchBreakdown,
    ) as problem:
        refuse(str(problem))


def _courses(
    name: CurveName, cut: Path, digest: str, by: tuple[str, ...], observed_from: date | None
) -> list[Course]:
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.opening import CutNotWhole
    from answerable.measures.curves import Which, courses
    from answerable.measures.groups import NoSuchBreakdown
    from answerable.measures.running import opened

    which = next(one for one in Which if one.curve == name.value)
    try:
        with progress("Verifying the cut"), opened(cut, digest) as database:
            return courses(database, which, by, observed_from=observed_from)
    except (CutNotWhole, CutsNotInstalled, NoSuchBreakdown) as problem:
        refuse(str(problem))


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        refuse(f"{given!r} is not a date. Give year, month and day, such as 2026-03-31.")


def _check_out(out: Path | None, output: ResultFormat) -> None:
    if output is ResultFormat.PARQUET and out is None:
        refuse("Parquet goes into a file. Name one: --out figures.parquet")
    if output is ResultFormat.TABLE and out is not None:
        refuse("A table is printed. Add --format json or --format parquet, or leave --out out.")
    if out is not None and out.exists():
        refuse(f"{out} exists, and nothing is written over. Name a new file.")
    if out is not None and not out.absolute().parent.is_dir():
        refuse(f"There is no folder {out.absolute().parent}. Make it first, or name another.")


def _write(found: list[Answer], out: Path, output: ResultFormat) -> None:
    from answerable.measures.results import write_json, write_parquet

    try:
        if output is ResultFormat.JSON:
            write_json(found, out)
        else:
            write_parquet(found, out)
    except OSError as problem:
        refuse(f"{out} cannot be written: {problem.strerror or problem}. Name another file.")


def _facts(definition: Definition) -> dict[str, Any]:
    from answerable.measures.conditions import in_words
    from answerable.measures.groups import possible

    facts = asdict(definition) | {"version": definition.version, "by": possible(definition)}
    for name in ("applies", "fails", "unknown", "met"):
        condition = getattr(definition, name)
        facts[name] = in_words(condition) if condition else None
    return facts
