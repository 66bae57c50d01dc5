"""`answerable cut`: writes, verifies, compares and describes data cuts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from answerable.output import NOT_WHOLE, Format, FormatOption, print_json, progress, refuse

if TYPE_CHECKING:
    from answerable.cuts.compare import Comparison
    from answerable.cuts.manifest import Manifest, Receipt

app = typer.Typer(
    help="Dated data cuts that are never changed, and that every figure is computed from.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)

Cut = Annotated[Path, typer.Argument(help="The folder of a cut.")]
Digest = Annotated[str, typer.Option(help="The digest that was printed when the cut was written.")]


@app.command(
    epilog="Examples:\n\n  answerable cut write cases.jsonl --as-of 2026-03-31 --out cuts/2026-03"
    "\n\n  answerable cut write cases.jsonl --as-of 2026-03-31 --out cuts/2026-03 --format json"
    "\n\n  answerable cut write cases.jsonl --organisations forces.jsonl --as-of 2026-03-31 "
    "--out cuts/2026-03"
)
def write(
    cases: Annotated[
        list[Path], typer.Argument(help="Case files as JSON, one case a line; several are joined.")
    ],
    *,
    as_of: Annotated[
        str, typer.Option(help="The last day of which it holds what happened, YYYY-MM-DD.")
    ],
    out: Annotated[Path, typer.Option(help="The folder that becomes the cut. It must be new.")],
    organisations: Annotated[
        Path | None,
        typer.Option(help="Those in post, and reviews of the pathway, as JSON lines."),
    ] = None,
    synthetic: Annotated[
        bool, typer.Option("--synthetic", help="Say in the cut that its cases are invented.")
    ] = False,
    output: FormatOption = Format.TABLE,
) -> None:
    """Write a cut from case files: whole, or nothing.

    Note the digest that it prints, apart from the cut: with it anybody can tell later whether the
    cut is still the same.
    """
    from answerable.cuts.case_lines import UnusableLine
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.staging import RowsRefused
    from answerable.cuts.write import CutExists, CutNotWritten

    try:
        manifest = _written(cases, organisations, _day(as_of), out, is_synthetic=synthetic)
    except (UnusableLine, RowsRefused) as problem:
        refuse(f"{problem} No cut was written.")
    except (CutExists, CutNotWritten, CutsNotInstalled) as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(_sentence(problem, out))
    if output is Format.JSON:
        print_json(_facts(manifest))
    else:
        from answerable.terminal import print_manifest

        print_manifest(manifest)


def _written(
    cases: list[Path], organisations: Path | None, as_of: date, out: Path, *, is_synthetic: bool
) -> Manifest:
    from answerable.cuts.case_lines import read_lines
    from answerable.cuts.organisation_lines import read_organisations
    from answerable.cuts.organisations import OfOrganisations, organisation_rows
    from answerable.cuts.rows import rows_of
    from answerable.cuts.write import write_cut

    def files() -> Iterator[tuple[Any, Any]]:
        for source in cases:
            with source.open("rb") as lines:
                yield from read_lines(lines)

    found = OfOrganisations()
    if organisations:
        with organisations.open("rb") as lines:
            found = read_organisations(lines)
    sources = [*cases, *([organisations] if organisations else [])]
    with _counting() as count:
        return write_cut(
            out,
            chain(rows_of(files(), as_of), organisation_rows(found, as_of)),
            as_of=as_of,
            receipts=[_receipt(source) for source in sources],
            is_synthetic=is_synthetic,
            progress=count,
        )


@contextmanager
def _counting() -> Iterator[Callable[[int], None]]:
    """Shows how many rows were taken in."""
    with progress("Reading the cases") as status:
        yield lambda rows: status.update(f"Writing the cut: {rows:,} rows ...")


def _receipt(source: Path) -> Receipt:
    from answerable.cuts.manifest import Receipt, digest_of

    with source.open("rb") as lines:
        rows = sum(bool(line.strip()) for line in lines)
    return Receipt(source=source.name, sha256=digest_of(source), rows=rows)


@app.command(
    epilog="Examples:\n\n  answerable cut verify cuts/2026-03\n\n"
    "  answerable cut verify cuts/2026-03 --digest 4f1c…"
)
def verify(cut: Cut, digest: Digest = "", output: FormatOption = Format.TABLE) -> None:
    """Say whether a cut is whole and unchanged. Exit status 0 only if it is."""
    problems = _problems(cut, digest)
    if output is Format.JSON:
        print_json({"cut": str(cut), "is_whole": not problems, "problems": problems})
    else:
        for problem in problems or [f"{cut} is whole and unchanged."]:
            typer.echo(problem)
    if problems:
        raise typer.Exit(NOT_WHOLE)


def _problems(cut: Path, digest: str) -> list[str]:
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.verify import verify_cut

    try:
        with progress("Verifying the cut"):
            return list(verify_cut(cut, digest))
    except CutsNotInstalled as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{problem.filename or cut} cannot be read: {problem.strerror}.")


@app.command(
    epilog="Examples:\n\n  answerable cut describe cuts/2026-03\n\n"
    "  answerable cut describe cuts/2026-03 --format json"
)
def describe(cut: Cut, digest: Digest = "", output: FormatOption = Format.TABLE) -> None:
    """Say what a cut holds: its date, sources, tables and rows. It is verified first."""
    from answerable.cuts.manifest import read

    problems = _problems(cut, digest)
    if problems:
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(NOT_WHOLE)
    manifest = read(cut)
    if output is Format.JSON:
        print_json(_facts(manifest))
    else:
        from answerable.terminal import print_manifest

        print_manifest(manifest)


@app.command(
    epilog="Examples:\n\n  answerable cut compare cuts/2026-02 cuts/2026-03\n\n"
    "  answerable cut compare cuts/2026-02 cuts/2026-03 --format json"
)
def compare(
    earlier: Annotated[Path, typer.Argument(help="The folder of the earlier cut.")],
    later: Annotated[Path, typer.Argument(help="The folder of the later cut.")],
    output: FormatOption = Format.TABLE,
) -> None:
    """Say what changed from one cut to a later one. Exit status 0 only if nothing did."""
    from answerable.cuts.compare import CutsNotCompared, compare_cuts
    from answerable.cuts.engine import CutsNotInstalled
    from answerable.cuts.opening import CutNotWhole

    try:
        with progress("Comparing the cuts"):
            found = compare_cuts(earlier, later)
    except (CutNotWhole, CutsNotInstalled, CutsNotCompared) as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{problem.filename or later} cannot be read: {problem.strerror}.")
    if output is Format.JSON:
        print_json(_comparison(found))
    else:
        from answerable.terminal import print_comparison

        print_comparison(found)
    if not found.is_same:
        raise typer.Exit(NOT_WHOLE)


@app.command(epilog="Example:\n\n  answerable cut tables > cut.md")
def tables() -> None:
    """Print what every table and column of a cut is, as a page."""
    from answerable.cuts.page import as_page

    typer.echo(as_page(), nl=False)


def _facts(manifest: Manifest) -> dict[str, Any]:
    facts: dict[str, Any] = msgspec.to_builtins(manifest)
    return facts


def _comparison(found: Comparison) -> dict[str, Any]:
    return {
        "is_same": found.is_same,
        "earlier": {"as_of": found.earlier.as_of, "digest": found.earlier.digest},
        "later": {"as_of": found.later.as_of, "digest": found.later.digest},
        "cases_added": found.cases_added,
        "cases_gone": found.cases_gone,
        "cases_changed": found.cases_changed,
        "late_corrections": found.late_corrections,
        "tables": [asdict(one) for one in found.tables],
    }


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        refuse(
            f"{given!r} is not a date. Give the as-of date as year, month and day, for example: "
            "--as-of 2026-03-31"
        )


def _sentence(problem: OSError, out: Path) -> str:
    name = problem.filename or out
    if isinstance(problem, FileNotFoundError) and not out.parent.is_dir():
        return f"There is no folder {out.parent} to write the cut into. Make it first."
    if isinstance(problem, FileNotFoundError):
        return f"There is no file {name}. Check the name and the folder."
    if isinstance(problem, IsADirectoryError):
        return f"{name} is a folder. Name files of cases, one case a line."
    return f"{name}: {problem.strerror}. No cut was written."
