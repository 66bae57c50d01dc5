"""What a cut is written from, read out of the database as it is at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from answerable.cuts.batches import Rows
from answerable.cuts.manifest import Receipt
from answerable.cuts.organisations import OfOrganisations, organisation_rows
from answerable.cuts.rows import rows_of
from answerable.records.file import CaseFile
from answerable_site.casework.queries import files_to_cut
from answerable_site.casework.sealing import unseal
from answerable_site.figures.models import CutKey, QueuedCut
from answerable_site.figures.rules import Numbers
from answerable_site.followup.queries import pathway_reviews_to_cut
from answerable_site.intake.models import Batch
from answerable_site.training.queries import in_post_to_cut


class NumbersMissing(LookupError):
    """The force has no key for the numbers of its cases yet."""


def numbers_for(force_id: int) -> Numbers:
    """How the cases of a force are numbered in its cuts.

    Raises:
        NumbersMissing: no cut of the force was asked for yet.
        CaseKeysMissing: no keys are set. `SealBroken`: it is under a key that is not set.
    """
    key = CutKey.objects.filter(force=force_id).first()
    if key is None:
        raise NumbersMissing(f"No cut of the organisation {force_id} was asked for yet.")
    return Numbers(bytes.fromhex(unseal(key.sealed)))


def rows_to_cut(queued: QueuedCut, numbers: Numbers, tell: Callable[[int], object]) -> Rows:
    """The rows of the cases of a force, and of the force itself, in batches, as far as things had
    happened by its as-of day.

    Args:
        tell: is called with how many cases were read, case by case.
    """
    force, as_of = queued.force_id, queued.as_of
    found = OfOrganisations(
        in_post_to_cut(force, until=as_of), pathway_reviews_to_cut(force, until=as_of)
    )
    cases = rows_of(_files(force, numbers, tell), as_of)
    return chain(cases, organisation_rows(found, as_of))


def _files(
    force_id: int, numbers: Numbers, tell: Callable[[int], object]
) -> Iterator[tuple[CaseFile, Mapping[str, int]]]:
    for count, (file, area) in enumerate(files_to_cut(force_id), 1):
        numbered = replace(file, case=numbers.of(file.case))
        yield numbered, {"force": force_id} | ({} if area is None else {"cps_area": area})
        tell(count)


def receipts_to_cut(force_id: int) -> list[Receipt]:
    """One for each load about cases of a force that nobody undid, in the order of loading."""
    batches = Batch.objects.standing().filter(source__force=force_id).order_by("pk")
    return [
        Receipt(
            source=batch.source.name,
            sha256=batch.sha256,
            rows=batch.rows_read,
            profile=f"{batch.source.name}, version {batch.profile.version}",
        )
        for batch in batches.select_related("source", "profile").defer("receipt", "completeness")
    ]
