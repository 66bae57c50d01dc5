"""`answerable public scan`: everything that is public, looked through again."""

from __future__ import annotations

from dataclasses import dataclass

import typer

from answerable.output import Format, FormatOption, print_json
from answerable_site.config.site_commands import SiteCommands


@dataclass(frozen=True, slots=True)
class PublicCommands(SiteCommands):
    """The commands about what is public."""

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        app.command(
            epilog="Examples:\n\n  answerable public scan\n\n  answerable public scan --format json"
        )(self.scan)
        app.callback()(_nothing)

    def scan(self, *, output: FormatOption = Format.TABLE) -> None:
        """Look through every public page and file for what has no place there.

        Exit status 1 when something was found. The record keeps the version of the scanner and how
        many findings there were. The scheduler does the same once for each new version.
        """
        self.start()
        from django.utils import timezone

        from answerable_site.people.rules import PRODUCT
        from answerable_site.publication import operations

        found = operations.scan_public(by=PRODUCT, at=timezone.now())
        if output is Format.JSON:
            print_json(found.as_json())
        else:
            for line in found.lines():
                typer.echo(line)
        raise typer.Exit(1 if found.findings else 0)


def _nothing() -> None:
    """A group with one command keeps its name only if it has something of its own."""
