"""`answerable make-case-keys`, `reseal-case-references` and `kinds-of-event`: about cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import typer

from answerable_site.config.progress import progress
from answerable_site.config.site_commands import SiteCommands


@dataclass(frozen=True, slots=True)
class CaseCommands(SiteCommands):
    """The commands about cases."""

    start_without_database: Callable[[], None]

    def plug_into(self, app: typer.Typer) -> None:
        """Add the commands."""
        for command in (self.make_case_keys, self.reseal_case_references, self.kinds_of_event):
            app.command(epilog=_EXAMPLES[command.__name__])(command)

    def make_case_keys(self) -> None:
        """Print fresh keys for the references of cases, as settings for the environment."""
        self.start_without_database()
        from answerable_site.casework.sealing import new_keys

        hash_key, encryption_key = new_keys()
        typer.echo(f"ANSWERABLE_CASE_HASH_KEY={hash_key}\nANSWERABLE_CASE_KEYS={encryption_key}")
        typer.echo("Keep both outside the database, and a copy of both elsewhere.", err=True)

    def reseal_case_references(self) -> None:
        """Bring references, extracts, cut keys and what was handed out under the keys of now."""
        self.start()
        from django.db import transaction
        from django.utils import timezone

        from answerable_site.accessreview.operations import reseal_releases
        from answerable_site.casework import operations, sealing, wall
        from answerable_site.figures.operations import reseal_cut_keys
        from answerable_site.intake.operations import reseal_intake
        from answerable_site.people.rules import PRODUCT

        act: dict[str, Any] = {"by": PRODUCT, "at": timezone.now()}
        try:
            with (
                transaction.atomic(),
                wall.as_product(),
                progress("Sealing references anew", "looked at") as tell,
            ):
                references = operations.reseal_references(**act, tell=tell)
                releases = reseal_releases(**act)
                rows = reseal_intake(**act)
                keys = reseal_cut_keys(**act)
        except (sealing.CaseKeysMissing, sealing.SealBroken) as problem:
            self.refuse(f"{problem} Nothing was changed.")
        told = (
            "1 reference of a case" if references == 1 else f"{references} references of cases",
            "1 file handed out" if releases == 1 else f"{releases} files handed out",
            "1 row or key of extracts" if rows == 1 else f"{rows} rows and keys of extracts",
            "1 key of data cuts" if keys == 1 else f"{keys} keys of data cuts",
        )
        typer.echo(f"Brought under the keys of now: {', '.join(told)}.")

    def kinds_of_event(self) -> None:
        """Print every kind of case event as a page: who records it, and what is asked."""
        self.start_without_database()
        from answerable_site.casework.presenters import kinds_page

        typer.echo(kinds_page(), nl=False)


_EXAMPLES = {
    "make_case_keys": ("Example:\n\n  answerable make-case-keys >> /etc/answerable/environment"),
    "kinds_of_event": "Example:\n\n  answerable kinds-of-event > kinds-of-event.md",
    "reseal_case_references": "Example:\n\n  answerable reseal-case-references",
}
