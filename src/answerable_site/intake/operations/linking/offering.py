"""Reading what waits for a link, and offering it again once it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from django.db import transaction

from answerable.mappings import check_file
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.models import Case, CaseReference
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import unseal
from answerable_site.intake import access, queries
from answerable_site.intake.models import Batch, Link, SetAsideRow
from answerable_site.intake.operations.linking.deciding import _cases, _locked
from answerable_site.intake.operations.linking.written import _written
from answerable_site.intake.operations.loading import load_batch
from answerable_site.intake.operations.loading.preparing import Prepared
from answerable_site.intake.rules import LinkState, as_file
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """The case that a link means, for the force that says what its references mean."""

    number: int
    reported_on: date
    references: tuple[str, ...]
    """Those of the force, in clear."""


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """A link as one of its sides may read it."""

    written: str
    """The reference as the source writes it, or the URN of both cases; empty where no row waits any
    more, or they bear none together."""
    rows: int
    """That wait for it."""
    cases: tuple[OpenedCase, ...]
    """The one that it means, or the two that go together; none for whoever is not of the force."""


@dataclass(frozen=True, slots=True)
class OpenedRows:
    """Rows of one load that name the reference of a link, as they were sent."""

    batch: Batch
    rows: tuple[SetAsideRow, ...]
    cells: tuple[dict[str, str], ...]
    """Of each row, by the name of the column."""

    def load_again(self, *, by: Viewer, at: datetime) -> Batch:
        """Load rows that wait, with their cells as they are or as somebody corrected them: all of
        them or none, after the same checks.

        Raises:
            access.Refused: the viewer does not load extracts of the organisation.
            StillDoubtful: one of them would be set aside again; the message says why.
            Unreadable, NotThisSource: the profile reads such rows no more.
        """
        version = queries.latest_profile(self.batch.source)
        file = as_file(version.profile, self.cells)
        with check_file(file, version.profile, as_at=self.batch.as_at) as outcome:
            return load_batch(
                by=by,
                at=at,
                prepared=Prepared.of(version, outcome, tell=lambda _: None),
                tell=lambda _: None,
                takes=self.rows,
            )


@transaction.atomic
def open_link(*, by: Viewer, at: datetime, link: Link) -> OpenedLink:
    """How a reference was written, and for the force of the case which case it is proposed to mean.
    Leaves an entry.

    Raises:
        access.Refused: the viewer is of neither side.
        SealBroken: something was encrypted with a key that is not set.
    """
    access.check_can_close(by, link)
    knows_case = access.knows_case_of(by, link)
    with wall.lifted_for(by):
        rows = list(queries.rows_that_wait_for(link))
        opened = OpenedLink(
            _as_written(link, rows), len(rows), tuple(_opened_cases(link)) if knows_case else ()
        )
    record(
        by=by,
        at=at,
        act="intake.open_link",
        kind=Processing.CONSULTATION,
        subject=f"intake.link:{link.pk}",
        records=_cases(link) if knows_case else [],
    )
    return opened


@transaction.atomic
def offer_linked(*, by: Viewer, at: datetime, link: Link) -> int:
    """Offer the rows again that wait for a link which stands, load by load; how many. All of them
    are loaded, or none.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        LinkDoesNotWait: the link does not stand.
        StillDoubtful: one of them would be set aside again; the message says why.
        Unreadable, NotThisSource: the profile reads such rows no more.
        SealBroken: one was encrypted with a key that is not set.
    """
    access.check_can_accept(by, link)
    link = _locked(link, LinkState.CONFIRMED)
    loaded = [one.load_again(by=by, at=at) for one in _opened_rows(link)]
    rows = sum(batch.rows_read for batch in loaded)
    record(
        by=by,
        at=at,
        act="intake.offer_linked",
        subject=f"intake.link:{link.pk}",
        details={"rows": rows, "batches": [batch.pk for batch in loaded]},
    )
    return rows


def _opened_rows(link: Link) -> Iterator[OpenedRows]:
    """What rows hold that wait for a link, load by load."""
    for batch, each in groupby(queries.rows_that_wait_for(link), key=attrgetter("batch")):
        rows = tuple(each)
        yield OpenedRows(
            batch, rows, tuple(json.loads(unseal(row.sealed))["cells"] for row in rows)
        )


def _as_written(link: Link, rows: Sequence[SetAsideRow]) -> str:
    if link.other_id is not None:
        urn = queries.urn_of_both(link)
        return unseal(urn.sealed) if urn else ""
    return next((one.text for one in _written(rows[:1]).values()), "")


def _opened_cases(link: Link) -> Iterator[OpenedCase]:
    kinds = (ReferenceKind.CRIME, ReferenceKind.URN)
    numbers = [number for number in (link.case_id, link.other_id) if number is not None]
    for case in Case.objects.filter(pk__in=numbers).order_by("pk"):
        references = CaseReference.objects.filter(case=case, owner=link.force_id, kind__in=kinds)
        told = tuple(unseal(one.sealed) for one in references.order_by("pk"))
        yield OpenedCase(case.pk, case.reported_on, told)
