"""An extract from the console: checked and loaded whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils import timezone

from answerable.mappings import Doubt, Outcome, Profile, check_file
from answerable.records.kinds import BY_TAG
from answerable_site.casework import wall
from answerable_site.config import console
from answerable_site.config.console import CannotBeDone
from answerable_site.config.progress import Progress
from answerable_site.intake import access, operations
from answerable_site.intake.models import Batch, ProfileVersion
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer

_REFUSALS = (
    *operations.REFUSALS,
    *(operations.SamplesDoNotHold, operations.VersionNotRaised),
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file."""

    batch: Batch
    messages: tuple[Doubt, ...]
    """The first of the check of the file."""

    def as_json(self) -> dict[str, Any]:
        """Plain data: the receipt, the rows and what they brought."""
        batch = self.batch
        return {
            "load": batch.pk,
            "receipt": batch.receipt,
            "rows": asdict(batch.counts),
            "cases_added": batch.cases_added,
            "events_added": batch.events_added,
            "events_changed": batch.events_changed,
            "events_withdrawn": batch.events_withdrawn,
            "root_digest": batch.root_digest,
            "difference": batch.receipt.get("difference"),
            "completeness": batch.completeness,
            "messages": [
                {"row": one.row, "code": one.code, "sentence": one.sentence, "do": one.what_to_do}
                for one in self.messages
            ],
        }

    def lines(self) -> list[str]:
        """For people."""
        batch, counts = self.batch, self.batch.counts
        return [
            *(f"Row {one.row}: {one.sentence} {one.what_to_do}" for one in self.messages),
            f"Load {batch.pk} of {batch.profile.source.name}, version {batch.profile.version}.",
            (
                f"Rows: {counts.read} read, {counts.loaded} loaded, {counts.unchanged} unchanged, "
                f"{counts.set_aside} set aside, {counts.blank} blank."
            ),
            (
                f"Brought {batch.cases_added} new cases and {batch.events_added} events, of which "
                f"{batch.events_changed} take the place of earlier ones; {batch.events_withdrawn} "
                "are told no more."
            ),
            *self._difference(),
            f"Digest of its events: {batch.root_digest}",
        ]

    def _difference(self) -> list[str]:
        return [
            f"{BY_TAG[one.kind].LABEL}: {one.new} new, {one.changed} changed, "
            f"{one.no_longer_told} no longer told, {one.unchanged} unchanged."
            for one in self.batch.difference or ()
        ]


def load(
    file: Path,
    *,
    profile: Profile,
    organisation: str,
    by_email: str,
    progress: Progress,
    force: str = "",
    urn_column: str = "",
    as_at: date | None = None,
    sheet: str | None = None,
    supersedes: int | None = None,
    most: int = 20,
) -> Loaded:
    """Check a file and load it. A profile that is not held yet is held from now on.

    Args:
        organisation: slug of whose system it is.
        by_email: the address of somebody who loads its extracts; the record names this person.
        force: slug of the force whose cases its rows are about, where it is another organisation.
        as_at: the day of the extract; None for today.
        supersedes: the number of a load that this file corrects.
        most: how many messages are handed back.

    Raises:
        CannotBeDone: the message says why.
    """
    at, today = timezone.now(), timezone.localdate()
    sender, by = console.organisation(organisation), console.acting(by_email, on=today)
    wall.stand_for(by)
    corrected = _batch(supersedes, sender)
    try:
        access.check_can_load(by, sender)
        version = operations.describe_source(
            by=by,
            at=at,
            organisation=sender,
            force=console.organisation(force) if force else sender,
            profile=profile,
            urn_column=urn_column,
        )
        with progress("Checking the rows", "rows"):
            outcome = check_file(file, profile, as_at=as_at or today, sheet=sheet)
        with outcome:
            batch = _loaded(by, version, outcome, corrected, progress)
            return Loaded(batch, tuple(outcome.doubts(most)))
    except _REFUSALS as problem:
        raise CannotBeDone(str(problem)) from problem
    except OSError as problem:
        raise CannotBeDone(f"{file} cannot be read: {problem.strerror or problem}.") from problem


def _loaded(
    by: Viewer,
    version: ProfileVersion,
    outcome: Outcome,
    supersedes: Batch | None,
    progress: Progress,
) -> Batch:
    with progress("Putting references under lock", "references") as tell:
        prepared = operations.Prepared.of(version, outcome, tell=tell)
    with progress("Loading", "% of the way") as tell:
        return operations.load_batch(
            by=by,
            at=timezone.now(),
            prepared=prepared,
            tell=lambda _: None,
            so_far=tell,
            supersedes=supersedes,
        )


def _batch(number: int | None, organisation: Organisation) -> Batch | None:
    if number is None:
        return None
    found = Batch.objects.filter(pk=number, organisation=organisation).first()
    if found is None:
        raise CannotBeDone(f"{organisation.name} has no load {number}.")
    return found
