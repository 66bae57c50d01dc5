"""`answerable intake`: reads extracts by profiles, and says what would come of them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from answerable.output import NOT_WHOLE, Format, FormatOption, print_json, progress, refuse

if TYPE_CHECKING:
    from answerable.mappings import Doubt, Outcome, Profile, SampleResult

app = typer.Typer(
    help="Extracts of record systems, read by profiles: what goes on, what is set aside and why.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
profile_app = typer.Typer(help="One profile of a source.", no_args_is_help=True)
app.add_typer(profile_app, name="profile")

_FIRST = 20
Named = Annotated[str, typer.Argument(help="A profile that comes with the product, or a file.")]


@app.command(
    epilog="Examples:\n\n  answerable intake check crimes.csv --profile larkspur-crimes\n\n"
    "  answerable intake check crimes.zip --profile our-system.toml --as-at 2026-03-31 "
    "--format json"
)
def check(
    file: Annotated[
        Path, typer.Argument(help="CSV, Excel, OpenDocument or Parquet, or a ZIP with one of them.")
    ],
    *,
    profile: Annotated[str, typer.Option(help="A profile that comes with the product, or a file.")],
    as_at: Annotated[
        str, typer.Option(help="The day of the extract, YYYY-MM-DD; today if left out.")
    ] = "",
    sheet: Annotated[
        str, typer.Option(help="Which sheet, or which file of a ZIP, where there are several.")
    ] = "",
    most: Annotated[int, typer.Option(min=0, help="How many messages are printed.")] = _FIRST,
    output: FormatOption = Format.TABLE,
) -> None:
    """Say what would come of a file, row by row. Nothing is loaded, and nothing is kept.

    Exit status 0 when every row would go on, 1 when rows would be set aside.
    """
    from answerable.documents import Unreadable
    from answerable.mappings import EngineMissing, NotThisSource, check_file

    read_with, day = described(profile), _day(as_at)
    try:
        with progress("Checking the rows"):
            outcome = check_file(file, read_with, as_at=day, sheet=sheet or None)
    except (Unreadable, NotThisSource, EngineMissing) as problem:
        refuse(f"{file.name}: {problem}")
    except OSError as problem:
        refuse(f"{file} cannot be read: {problem.strerror or problem}. Check name and folder.")
    with outcome:
        _print_outcome(outcome, most, output)
        if outcome.receipt.rows.set_aside:
            raise typer.Exit(NOT_WHOLE)


def _print_outcome(outcome: Outcome, most: int, output: Format) -> None:
    doubts = list(outcome.doubts(most))
    if output is Format.JSON:
        print_json(
            {
                **outcome.receipt.as_json(),
                "completeness": [asdict(one) for one in outcome.completeness()],
                "messages": [_message(one) for one in doubts],
            }
        )
        return
    from answerable.terminal import print_outcome

    print_outcome(outcome.receipt, outcome.completeness(), doubts)


def _message(doubt: Doubt) -> dict[str, Any]:
    return {
        "row": doubt.row,
        "code": doubt.code,
        "heading": doubt.heading,
        "sentence": doubt.sentence,
        "what_to_do": doubt.what_to_do,
    }


@app.command(
    epilog="Examples:\n\n  answerable intake profiles\n\n  answerable intake profiles --format json"
)
def profiles(output: FormatOption = Format.TABLE) -> None:
    """List the profiles that come with the product."""
    from answerable.mappings import shipped_names, shipped_profile

    listed = [shipped_profile(name) for name in shipped_names()]
    if output is Format.JSON:
        print_json(
            [{"name": one.name, "version": one.version, "title": one.title} for one in listed]
        )
        return
    from answerable.terminal import print_profiles

    print_profiles(listed)


@profile_app.command(
    epilog="Examples:\n\n  answerable intake profile show larkspur-crimes\n\n"
    "  answerable intake profile show our-system.toml --format json > our-system.json"
)
def show(name: Named, output: FormatOption = Format.TABLE) -> None:
    """Show which columns a profile reads, and which events it makes of them."""
    shown = described(name)
    if output is Format.JSON:
        print_json(msgspec.to_builtins(shown))
        return
    from answerable.terminal import print_profile

    print_profile(shown)


@profile_app.command("try", epilog="Example:\n\n  answerable intake profile try our-system.toml")
def try_samples(name: Named, output: FormatOption = Format.TABLE) -> None:
    """Try a profile on its own sample rows. Exit status 0 only if each becomes what it says."""
    from answerable.mappings import EngineMissing, check_profile

    try:
        with progress("Trying the samples"):
            results = check_profile(described(name))
    except EngineMissing as problem:
        refuse(str(problem))
    if output is Format.JSON:
        print_json([_result(one) for one in results])
    else:
        from answerable.terminal import print_samples

        print_samples(results)
    if not all(one.holds for one in results):
        raise typer.Exit(NOT_WHOLE)


def _result(result: SampleResult) -> dict[str, Any]:
    return {
        "says": result.sample.says,
        "holds": result.holds,
        "becomes": result.becomes,
        "set_aside": result.set_aside,
        "missing": result.missing,
        "unexpected": result.unexpected,
    }


def described(named: str) -> Profile:
    """A profile as a command names it: one that comes with the product, or a file. A command that
    cannot read it ends with a sentence."""
    from answerable.mappings import UnusableProfile, read_profile, shipped_profile

    path = Path(named)
    try:
        if path.suffix.lower() in {".toml", ".json"}:
            return read_profile(path)
        return shipped_profile(named)
    except UnusableProfile as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{named} cannot be read: {problem.strerror or problem}. Check name and folder.")


def _day(given: str) -> date:
    from answerable.statute import civil_date

    if not given:
        return civil_date(datetime.now(UTC))
    try:
        return date.fromisoformat(given)
    except ValueError:
        refuse(
            f"{given!r} is not a date. Give the day of the extract as year, month and day, such as "
            "--as-at 2026-03-31."
        )
