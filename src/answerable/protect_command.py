"""`answerable protect`: a table of counts, as it may be shown."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from answerable.output import Format, FormatOption, print_json, progress, refuse

if TYPE_CHECKING:
    from answerable.disclosure.ledger import Ledger
    from answerable.disclosure.policy import Policy

NOT_SAFE = 3


def protect(
    table: Annotated[
        Path, typer.Argument(help="A CSV file: one row for each cell, headings in the first row.")
    ],
    *,
    value: Annotated[str, typer.Option(help="The column of counts.")],
    by: Annotated[
        str, typer.Option(help="The columns by which they are broken down: one to three, a,b,c.")
    ],
    policy: Annotated[
        Path | None,
        typer.Option(help="A policy file; that of the product if not named."),
    ] = None,
    profile: Annotated[
        str, typer.Option(help="For whom: a profile of the policy, public or scrutiny_meeting.")
    ] = "public",
    ledger: Annotated[
        Path | None,
        typer.Option(help="The folder of what was released before; this release is added to it."),
    ] = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Hide what would tell of a few people, round the rest, and check it by attack.

    Totals are made here and marked *; leave rows of totals out. Hidden cells read \\[c], never 0.
    With a ledger, nothing that was released before helps to work a hidden cell out. Exit status 3:
    the audit did not pass, and nothing is shown.
    """
    _check_installed()
    from answerable.disclosure.coarser import advice
    from answerable.disclosure.ledger import LedgerMovedOn, add
    from answerable.disclosure.protect import NotSafe
    from answerable.disclosure.protect import protect as protected
    from answerable.disclosure.reading import read_table
    from answerable.disclosure.table import UnusableTable

    rules = _policy(policy, profile)
    try:
        counts = read_table(table, value=value, by=[one.strip() for one in by.split(",")])
        before = _ledger(ledger)
        with progress("Hiding, rounding and attacking"):
            found = protected(counts, rules, before, value=value)
    except UnusableTable as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{table} cannot be read: {problem.strerror}.")
    except NotSafe as problem:
        _stop("\n".join((str(problem), *problem.problems)))
    if ledger and before:
        try:
            add(ledger, before, found.release, on=datetime.now(UTC).date())
        except LedgerMovedOn as problem:
            _stop(f"{problem} Nothing is shown.")
        except OSError as problem:
            _stop(f"The ledger cannot be written, so nothing is shown: {problem.strerror}.")
    facts = found.as_json() | {"advice": advice(counts, found, rules)}
    if output is Format.JSON:
        print_json(facts)
    else:
        from answerable.terminal import print_protected

        print_protected(counts.by, facts)


def policy_text() -> None:
    """Print the policy of disclosure control that comes with the product, to be read or changed."""
    from answerable.disclosure.policy import shipped_text

    typer.echo(shipped_text(), nl=False)


def _check_installed() -> None:
    for package in ("highspy", "numpy"):
        if find_spec(package) is None:
            refuse(
                f"Protecting tables needs {package}, which is not installed. Install the extra: "
                "pip install 'answerable[disclosure]'"
            )


def _policy(file: Path | None, profile: str) -> Policy:
    from answerable.disclosure.policy import UnusablePolicy, read_policy, shipped_policy

    try:
        return read_policy(file, profile) if file else shipped_policy(profile)
    except UnusablePolicy as problem:
        refuse(str(problem))
    except OSError as problem:
        refuse(f"{file} cannot be read: {problem.strerror}.")


def _ledger(folder: Path | None) -> Ledger | None:
    from answerable.disclosure.ledger import BrokenLedger, read_ledger

    if folder is None:
        return None
    try:
        return read_ledger(folder)
    except BrokenLedger as problem:
        _stop(f"The ledger cannot be relied on, so nothing is shown. {problem}")
    except OSError as problem:
        _stop(f"The ledger cannot be read, so nothing is shown: {problem.strerror}.")


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(NOT_SAFE)
