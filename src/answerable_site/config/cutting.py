"""A data cut from the console: asked for and made at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from answerable_site.casework import wall
from answerable_site.casework.sealing import CaseKeysMissing
from answerable_site.config.console import CannotBeDone, acting, organisation
from answerable_site.config.progress import Progress
from answerable_site.figures import folders, operations, tasks
from answerable_site.figures.models import DataCut
from answerable_site.figures.rules import UnusablePlan
from answerable_site.people.access import Refused


@dataclass(frozen=True, slots=True)
class Made:
    """A cut that was made."""

    cut: DataCut
    folder: Path

    def as_json(self) -> dict[str, Any]:
        """Plain data: its number, where it lies, its manifest."""
        return {"cut": self.cut.pk, "folder": str(self.folder), "manifest": self.cut.manifest}

    def lines(self) -> list[str]:
        """For people."""
        cut = self.cut
        return [
            f"Cut {cut.pk} in {self.folder}",
            f"{cut.cases:,} cases with {cut.events:,} events, as of {cut.as_of}.",
            f"Digest: {cut.digest}",
        ]


def make(*, force: str, by_email: str, as_of: date, last_day: date, progress: Progress) -> Made:
    """Make a cut of the cases of a force.

    Args:
        force: slug of the force.
        by_email: the address of an analyst of the force; the record names this person.
        as_of: the last day of which it is to hold what happened, inclusive.
        last_day: the day until which it is needed, inclusive.

    Raises:
        CannotBeDone: the message says why.
    """
    by, at = acting(by_email, on=timezone.localdate()), timezone.now()
    wall.stand_for(by)
    try:
        queued = operations.ask_cut(
            by=by, at=at, force=organisation(force), as_of=as_of, last_day=last_day
        )
    except (Refused, CaseKeysMissing) as problem:
        raise CannotBeDone(str(problem)) from problem
    except UnusablePlan as problem:
        raise CannotBeDone(f"{problem}.") from problem
    with progress("Reading", "cases") as tell:
        tasks.make_waiting(queued.pk, now=timezone.now, tell=tell)
    with wall.as_product():
        queued.refresh_from_db()
        if queued.cut is None:
            raise CannotBeDone(queued.refusal or "Somebody cancelled this cut.")
        return Made(queued.cut, folders.place_of(queued.name))
