"""`answerable cut make`: a data cut of the cases of a force, from the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from answerable.output import Format, FormatOption, print_json
from answerable_site.config.progress import progress
from answerable_site.config.site_commands import SiteCommands


@dataclass(frozen=True, slots=True)
class CutCommands(SiteCommands):
    """The commands about data cuts that need the site."""

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        app.command(
            epilog="Examples:\n\n  answerable cut make --force wexmoor-police --by a@example.org "
            "--as-of 2026-03-31 --keep-until 2029-03-31\n\n"
            "  answerable cut make --force wexmoor-police --by a@example.org --as-of 2026-03-31 "
            "--keep-until 2029-03-31 --format json"
        )(self.make)

    def make(
        self,
        *,
        force: Annotated[
            str, typer.Option(help="Whose cases, as the addresses of the site name it.")
        ],
        by: Annotated[str, typer.Option(help="Your address, as an analyst of the force.")],
        as_of: Annotated[
            datetime,
            typer.Option(
                formats=["%Y-%m-%d"],
                metavar="DATE",
                help="The last day of which it holds what happened.",
            ),
        ],
        keep_until: Annotated[
            datetime,
            typer.Option(
                formats=["%Y-%m-%d"], metavar="DATE", help="The day until which it is needed."
            ),
        ],
        output: FormatOption = Format.TABLE,
    ) -> None:
        """Make a data cut from the cases of a force as they are now: whole, or not at all.

        It is kept with the other cuts of the site. Note the digest that it prints, apart from them.
        """
        self.start()
        from answerable_site.config import cutting
        from answerable_site.config.console import CannotBeDone

        try:
            made = cutting.make(
                force=force,
                by_email=by,
                as_of=as_of.date(),
                last_day=keep_until.date(),
                progress=progress,
            )
        except CannotBeDone as problem:
            self.refuse(str(problem))
        if output is Format.JSON:
            print_json(made.as_json())
        else:
            for line in made.lines():
                typer.echo(line)
