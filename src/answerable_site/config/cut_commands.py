"""`answerable cut make`: a data cut of the cases of a force, from the console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, NoReturn

import typer

from answerable.output import Format, FormatOption, print_json
from answerable_site.config.progress import progress


@dataclass(frozen=True, slots=True)
class CutCommands:
    """The commands about data cuts that need the site."""

    start: Callable[[], None]
    """Starts Django on a database that is up to date."""
    refuse: Callable[[str], NoReturn]
    """Ends the command with a sentence."""

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

        try:
            made = cutting.make(
                force=force,
                by_email=by,
                as_of=as_of.date(),
                last_day=keep_until.date(),
                progress=progress,
            )
        except cutting.CannotMakeCut as problem:
            self.refuse(str(problem))
        if output is Format.JSON:
            print_json(made.as_json())
        else:
            for line in made.lines():
                typer.echo(line)
