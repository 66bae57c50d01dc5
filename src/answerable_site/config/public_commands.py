"""`answerable public`: everything that is public looked through, and the interface as a page."""

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
        app.command(epilog="Example:\n\n  answerable public interface > docs/reference/api.md")(
            self.interface
        )

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

    def interface(self) -> None:
        """Print the programming interface as a page of the documentation."""
        self.start()
        from answerable_site.config.interface_page import as_page

        typer.echo(as_page(), nl=False)
