"""`answerable translations`: what has Welsh, what has none, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from answerable.output import Format, FormatOption, print_json

Room = Annotated[str, typer.Option(help="One room alone, such as publication.")]


@dataclass(frozen=True, slots=True)
class TranslationCommands:
    """The commands about Welsh. They read sources and catalogues, and no database."""

    start: Callable[[], None]
    """Starts Django without a database."""

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        for command in (self.report, self.missing):
            app.command(epilog=f"Examples:\n\n  answerable translations {command.__name__}")(
                command
            )

    def report(self, *, output: FormatOption = Format.TABLE) -> None:
        """Count messages, by room: all, in Welsh, drafts, and texts that nobody marked.

        Exit status 1 when a catalogue has Welsh for what nobody says any more, or Welsh that cannot
        stand in place of its English.
        """
        self.start()
        from answerable_site.config import translations

        standings, faults = translations.standings(), translations.faults()
        if output is Format.JSON:
            print_json({"rooms": [asdict(one) for one in standings], "faults": faults})
        else:
            for line in translations.in_lines(standings):
                typer.echo(line)
            for fault in faults:
                typer.echo(fault, err=True)
        raise typer.Exit(1 if faults else 0)

    def missing(self, *, room: Room = "") -> None:
        """Write every message without Welsh as the entries of a catalogue, to be filled in."""
        self.start()
        from answerable_site.config import translations

        for line in translations.as_catalogue(translations.untranslated(room)):
            typer.echo(line)
