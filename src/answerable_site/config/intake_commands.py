"""`answerable intake load`: an extract into cases, from the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from answerable.intake_commands import described
from answerable.output import NOT_WHOLE, Format, FormatOption, print_json
from answerable_site.config.progress import progress
from answerable_site.config.site_commands import SiteCommands


@dataclass(frozen=True, slots=True)
class IntakeCommands(SiteCommands):
    """The commands about extracts that need the site."""

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        app.command(
            epilog="Examples:\n\n  answerable intake load crimes.csv --profile larkspur-crimes "
            "--organisation wexmoor-police --by a@example.org --as-at 2026-03-31\n\n"
            "  answerable intake load submissions.xlsx --profile quayside-submissions "
            "--organisation cps-wexmoor --force wexmoor-police --urn-column urn "
            "--by b@example.org --format json"
        )(self.load)

    def load(
        self,
        file: Annotated[
            Path,
            typer.Argument(help="CSV, Excel, OpenDocument or Parquet, or a ZIP with one of them."),
        ],
        *,
        profile: Annotated[
            str, typer.Option(help="A profile that comes with the product, or a file.")
        ],
        organisation: Annotated[
            str, typer.Option(help="Whose system it is, as its addresses name it.")
        ],
        by: Annotated[str, typer.Option(help="Your address, as whoever loads its extracts.")],
        force: Annotated[
            str,
            typer.Option(help="Whose cases the rows are about, if of another organisation."),
        ] = "",
        urn_column: Annotated[
            str, typer.Option(help="The column of the profile that holds the URN of the case.")
        ] = "",
        as_at: Annotated[
            datetime | None,
            typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of the extract."),
        ] = None,
        sheet: Annotated[
            str, typer.Option(help="Which sheet, or which file of a ZIP, where there are several.")
        ] = "",
        supersedes: Annotated[
            int | None, typer.Option(metavar="LOAD", help="The load that this file corrects.")
        ] = None,
        most: Annotated[int, typer.Option(min=0, help="How many messages are printed.")] = 20,
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Load a file into cases, whole or not at all; the same file again changes nothing.

        Exit status 0 when every row went on, 1 when rows were set aside.
        """
        self.start()
        from answerable_site.config import intakes
        from answerable_site.config.console import CannotBeDone

        try:
            loaded = intakes.load(
                file,
                profile=described(profile),
                organisation=organisation,
                by_email=by,
                progress=progress,
                force=force,
                urn_column=urn_column,
                as_at=as_at.date() if as_at else None,
                sheet=sheet or None,
                supersedes=supersedes,
                most=most,
            )
        except CannotBeDone as problem:
            self.refuse(str(problem))
        if output is Format.JSON:
            print_json(loaded.as_json())
        else:
            for line in loaded.lines():
                typer.echo(line)
        raise typer.Exit(NOT_WHOLE if loaded.batch.rows_set_aside else 0)
