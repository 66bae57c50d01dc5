"""The `answerable` command: the library from a terminal, and the site's commands if installed."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from answerable import statute
from answerable.extraction.model import Reading

app = typer.Typer(
    name="answerable",
    help="From an inspectorate’s recommendation to a lawful public answer.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

BAD_INPUT = 2


class Format(StrEnum):
    """How a command prints its result."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="A table to read, or JSON for other programs.")
]


@app.command(
    epilog="Examples:\n\n  answerable extract report.pdf\n\n"
    "  answerable extract report.docx --format json > reading.json"
)
def extract(
    file: Annotated[Path, typer.Argument(help="PDF, DOCX, ODT, HTML, e-mail or plain text.")],
    output: FormatOption = Format.TABLE,
) -> None:
    """Read an inspection document: what it is, and what it asks of whom by when."""
    from answerable import documents, extraction

    try:
        with _progress("Reading the document"):
            document = documents.read(file)
            reading = extraction.read_inspection(document)
    except (documents.Unreadable, OSError) as problem:
        _refuse(_sentence(problem, file))
    if output is Format.JSON:
        _print_json(reading.as_json() | {"clock": _clock_of(reading)})
    else:
        from answerable.terminal import print_reading

        print_reading(reading, _clock_of(reading))


@app.command(
    epilog="Examples:\n\n  answerable clock 2021-07-16\n\n"
    "  answerable clock 2021-07-16 --format json\n\n"
    "  answerable clock 2021-07-16 --basis police_super_complaint"
)
def clock(
    published: Annotated[str, typer.Argument(help="Publication date of the report, YYYY-MM-DD.")],
    basis: Annotated[
        str, typer.Option(help=f"Legal basis: {', '.join(statute.BASES)}.")
    ] = statute.SECTION_55.code,
    output: FormatOption = Format.TABLE,
) -> None:
    """Work out the last lawful day for publishing the answer, and show the working."""
    try:
        day = date.fromisoformat(published)
        legal_basis = statute.basis(basis)
        facts = clock_facts(day, legal_basis)
    except statute.UnknownBasis as problem:
        _refuse(str(problem))
    except (ValueError, OverflowError):
        _refuse(
            f"{published!r} is not a date this can count from. Give the publication date as year, "
            "month and day, for example: answerable clock 2021-07-16"
        )
    if output is Format.JSON:
        _print_json(facts)
    else:
        from answerable.terminal import print_clock

        print_clock(facts)


@app.command(epilog="Example:\n\n  answerable text report.pdf")
def text(
    file: Annotated[Path, typer.Argument(help="The document.")],
    output: FormatOption = Format.TABLE,
) -> None:
    """Print a document’s text as the product sees it; spans in readings count its characters."""
    from answerable import documents

    try:
        with _progress("Reading the document"):
            document = documents.read(file)
    except (documents.Unreadable, OSError) as problem:
        _refuse(_sentence(problem, file))
    if output is Format.JSON:
        _print_json(document.as_json())
    else:
        typer.echo(document.text)


def clock_facts(published: date, basis: statute.LegalBasis) -> dict[str, Any]:
    """A clock as plain data; `last_lawful_day` and `days` are null where no period applies."""
    found = statute.clock_for(published, basis)
    return {
        "published": published.isoformat(),
        "basis": basis.code,
        "citation": found.period.citation if found else basis.citation,
        "last_lawful_day": found.last_lawful_day.isoformat() if found else None,
        "days": found.period.days if found else None,
        "confidence": found.period.confidence if found else basis.confidence,
        "rules_version": statute.clock_version(basis),
        "working": list(found.working) if found else [statute.why_no_clock(published, basis)],
    }


def _clock_of(reading: Reading) -> dict[str, Any] | None:
    """The clock's facts; None without a publication date or where no period applies."""
    if reading.published is None:
        return None
    basis = statute.propose_basis(reading.title or "")
    facts = clock_facts(date.fromisoformat(reading.published), basis)
    return facts if facts["last_lawful_day"] else None


@app.command("case-states", epilog="Example:\n\n  answerable case-states > case-states.md")
def case_states() -> None:
    """Print the states of a case as a page with a diagram."""
    from answerable.records.diagram import as_page

    typer.echo(as_page(), nl=False)


def _progress(what: str) -> Any:
    from rich.console import Console

    return Console(stderr=True).status(f"{what} ...")


def _sentence(problem: Exception, file: Path) -> str:
    if isinstance(problem, FileNotFoundError):
        return f"There is no file {file}. Check the name and the folder."
    if isinstance(problem, IsADirectoryError):
        return f"{file} is a folder. Name one file."
    if isinstance(problem, PermissionError):
        return f"You may not read {file}. Ask its owner, or copy it to a place that you can read."
    return f"{file.name}: {problem}"


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(BAD_INPUT)


def main() -> None:
    """Run the command line, with the site's commands where the site is installed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if find_spec("answerable_site") and find_spec("django"):
        import_module("answerable_site.config.commands").plug_into(app)
    app(prog_name="answerable")
