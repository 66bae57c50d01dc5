"""The `answerable` command: the library from a terminal, and the site's commands if installed."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from answerable import statute
from answerable.cut_commands import app as cut_app
from answerable.extraction.model import Reading
from answerable.intake_commands import app as intake_app
from answerable.leak_commands import app as leak_app
from answerable.measure_commands import app as measure_app
from answerable.output import Format, FormatOption, print_json, progress, refuse
from answerable.protect_command import policy_text, protect
from answerable.signal_commands import app as signal_app
from answerable.statute.limits import as_markdown
from answerable.synth_commands import synth, synth_parameters

app = typer.Typer(
    name="answerable",
    help="From an inspectorate’s recommendation to a lawful public answer.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

app.add_typer(cut_app, name="cut")
app.add_typer(intake_app, name="intake")
app.add_typer(leak_app, name="leaks")
measure_app.add_typer(signal_app)
app.add_typer(measure_app, name="measure")
app.command(
    epilog="Examples:\n\n  answerable synth --out invented\n\n"
    "  answerable synth --forces all --cases 200000 --seed 7 --out cuts/invented\n\n"
    "  answerable synth --cases 500 --extracts --dirt some --out extracts --format json"
)(synth)
app.command(
    epilog="Examples:\n\n  answerable protect counts.csv --value count --by force,outcome\n\n"
    "  answerable protect counts.csv --value count --by force,outcome,sex --ledger ledger "
    "--format json > shown.json\n\n"
    "  answerable protect counts.csv --value count --by area --policy our-policy.toml "
    "--profile scrutiny_meeting --ledger ledger"
)(protect)
app.command(
    "protect-policy",
    epilog="Example:\n\n  answerable protect-policy > our-policy.toml",
)(policy_text)
app.command(
    "synth-parameters",
    epilog="Example:\n\n  answerable synth-parameters > invented-cases.md",
)(synth_parameters)


class LimitsFormat(StrEnum):
    """How limits are printed."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


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
        with progress("Reading the document"):
            document = documents.read(file)
            reading = extraction.read_inspection(document)
    except (documents.Unreadable, OSError) as problem:
        refuse(_sentence(problem, file))
    if output is Format.JSON:
        print_json(reading.as_json() | {"clock": _clock_of(reading)})
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
        refuse(str(problem))
    except (ValueError, OverflowError):
        refuse(
            f"{published!r} is not a date this can count from. Give the publication date as year, "
            "month and day, for example: answerable clock 2021-07-16"
        )
    if output is Format.JSON:
        print_json(facts)
    else:
        from answerable.terminal import print_clock

        print_clock(facts)


@app.command(
    epilog="Examples:\n\n  answerable limits\n\n  answerable limits --on 2026-03-02\n\n"
    "  answerable limits --from 2026-03-31 tell_victim\n\n"
    "  answerable limits --format json > limits.json"
)
def limits(
    code: Annotated[str, typer.Argument(help="One limit; all of them if left out.")] = "",
    on: Annotated[
        str, typer.Option(help="Only what governs what starts on this day, YYYY-MM-DD.")
    ] = "",
    start: Annotated[
        str,
        typer.Option("--from", help="Count the limit CODE from this day, YYYY-MM-DD (day 0)."),
    ] = "",
    output: Annotated[
        LimitsFormat,
        typer.Option("--format", help="A table to read, JSON, or the page of the reference."),
    ] = LimitsFormat.TABLE,
) -> None:
    """List the limits of casework, or work out the last day of one and show the working."""
    if code and code not in statute.LIMITS.codes:
        refuse(f"There is no limit {code!r}. Call answerable limits for the list.")
    if start:
        _print_last_day(code, start, output)
        return
    listed = statute.LIMITS.in_force_on(_day(on)) if on else tuple(statute.LIMITS)
    wanted = [limit for limit in listed if code in {"", limit.code}]
    if output is LimitsFormat.MARKDOWN:
        typer.echo(as_markdown(statute.Limits(wanted), statute.UNCOUNTED), nl=False)
    elif output is LimitsFormat.JSON:
        print_json([limit_facts(limit) for limit in wanted])
    else:
        from answerable.terminal import print_limits

        print_limits(wanted)


def _print_last_day(code: str, start: str, output: LimitsFormat) -> None:
    if not code:
        refuse(
            "Name the limit to count, for example: answerable limits --from 2026-03-31 tell_victim"
        )
    day = _day(start)
    try:
        facts = last_day_facts(statute.LIMITS.in_force(code, day), day)
    except statute.NoLimitInForce as problem:
        refuse(f"{problem} Nothing is due by it.")
    except OverflowError:
        _refuse_day(start)
    if output is LimitsFormat.TABLE:
        from answerable.terminal import print_last_day

        print_last_day(facts)
    else:
        print_json(facts)


@app.command(epilog="Example:\n\n  answerable text report.pdf")
def text(
    file: Annotated[Path, typer.Argument(help="The document.")],
    output: FormatOption = Format.TABLE,
) -> None:
    """Print a document’s text as the product sees it; spans in readings count its characters."""
    from answerable import documents

    try:
        with progress("Reading the document"):
            document = documents.read(file)
    except (documents.Unreadable, OSError) as problem:
        refuse(_sentence(problem, file))
    if output is Format.JSON:
        print_json(document.as_json())
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


def limit_facts(limit: statute.Limit) -> dict[str, Any]:
    """A version of a limit as plain data; `is_own` where no law, code or guidance asks for it."""
    return {
        **asdict(limit),
        "in_force_from": limit.in_force_from and limit.in_force_from.isoformat(),
        "in_force_to": limit.in_force_to and limit.in_force_to.isoformat(),
        "is_own": limit.is_own,
    }


def last_day_facts(limit: statute.Limit, start: date) -> dict[str, Any]:
    """The last day in time of what starts on a day, with the version that governs it."""
    return {
        "starts_on": start.isoformat(),
        "last_day": limit.last_day(start).isoformat(),
        "limit": limit_facts(limit),
        "working": list(statute.how_counted(limit, start)),
    }


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        _refuse_day(given)


def _refuse_day(given: str) -> NoReturn:
    refuse(
        f"{given!r} is not a date this can count from. Give it as year, month and day, for "
        "example: answerable limits --from 2026-03-31 tell_victim"
    )


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


def _sentence(problem: Exception, file: Path) -> str:
    if isinstance(problem, FileNotFoundError):
        return f"There is no file {file}. Check the name and the folder."
    if isinstance(problem, IsADirectoryError):
        return f"{file} is a folder. Name one file."
    if isinstance(problem, PermissionError):
        return f"You may not read {file}. Ask its owner, or copy it to a place that you can read."
    return f"{file.name}: {problem}"


def main() -> None:
    """Run the command line, with the site's commands where the site is installed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if find_spec("answerable_site") and find_spec("django"):
        import_module("answerable_site.config.commands").plug_into(app)
    app(prog_name="answerable")
