"""Finding cases that references may mean which no case bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.casework.models import Case
from answerable_site.casework.rules import ReferenceKind
from answerable_site.casework.sealing import keyed_hash
from answerable_site.intake import access, queries
from answerable_site.intake.models import Batch, Link, LinkRow, Source
from answerable_site.intake.operations.linking.written import _identity, _Written, _written
from answerable_site.intake.rules import (
    OPEN,
    Likeness,
    LinkState,
    RowState,
    cases_meant,
    near_spellings,
)
from answerable_site.people.rules import Viewer

_AT_ONCE: Final = 50
_ROWS_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Proposals:
    """What came of looking for cases."""

    looked_for: int
    """References of rows that wait for their case."""
    held: int
    """Those of them that a case bears by now: their rows can be offered again as they are."""
    proposed: int
    """Links that were not proposed before."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What the rows of a load may mean which wait because no case bears their reference."""

    batch: Batch
    written: tuple[_Written, ...]
    meant: dict[str, dict[int, Likeness]]
    """By the spelling of each reference, the cases that it may mean."""

    @classmethod
    def of(cls, *, by: Viewer, batch: Batch) -> Sought:
        """Read the rows and compare their references by keyed hashes, and nothing else. Outside of
        a transaction: it takes a while, and on SQLite nobody else could write meanwhile.

        Raises:
            access.Refused: the viewer does not load extracts of the organisation.
            TooManyReferences: the message says what to do.
            CaseKeysMissing: no keys are set.
            SealBroken: a row was encrypted with a key that is not set.
        """
        access.check_can_load(by, batch.organisation)
        with wall.lifted_for(by):
            rows = queries.rows_without_case(batch).select_related(
                "batch__source", "batch__profile"
            )
            written = tuple(_written(rows.iterator(chunk_size=_ROWS_AT_ONCE)).values())
            meant = {one.plain: cases_meant(alike) for one, alike in _alike(batch.source, written)}
        return cls(batch, written, meant)


@transaction.atomic
def propose_links(*, by: Viewer, at: datetime, sought: Sought) -> Proposals:
    """Propose which cases the rows of a load may mean. What was refused once, or ended, is not
    proposed again.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        CaseKeysMissing: no keys are set.
    """
    batch = sought.batch
    access.check_can_load(by, batch.organisation)
    with wall.lifted_for(by):
        source = Source.objects.select_for_update(no_key=True).get(pk=batch.source_id)
        _forget_settled(source)
        written = list(_still_waiting(batch, sought.written))
        held = _held(source, written)
        _let_wait_for_standing(source, [one for one in written if one.plain in held])
        there = _still_there(sought.meant)
        proposed = sum(
            _propose(at, source, one, there[one.plain]) for one in written if one.plain not in held
        )
    record(
        by=by,
        at=at,
        act="intake.propose_links",
        kind=Processing.COMBINATION,
        subject=f"intake.batch:{batch.pk}",
        details={"references": len(written), "held": len(held), "proposed": proposed},
    )
    return Proposals(len(written), len(held), proposed)


def _still_waiting(batch: Batch, written: Iterable[_Written]) -> Iterator[_Written]:
    """References whose rows nobody settled since they were read."""
    waiting = set(queries.rows_without_case(batch).values_list("pk", flat=True))
    for one in written:
        if rows := [row for row in one.rows if row in waiting]:
            yield replace(one, rows=rows)


def _still_there(meant: dict[str, dict[int, Likeness]]) -> dict[str, dict[int, Likeness]]:
    """The cases that references may mean, without those whose load was undone since."""
    cases = {case for named in meant.values() for case in named}
    there = set(Case.objects.filter(pk__in=cases).values_list("pk", flat=True))
    return {
        plain: {case: likeness for case, likeness in named.items() if case in there}
        for plain, named in meant.items()
    }


def _held(source: Source, written: Iterable[_Written]) -> set[str]:
    """References that a case bears by now as they are written."""
    hashes = {
        keyed_hash(ReferenceKind.CRIME, source.force_id, one.plain): one.plain for one in written
    }
    known = queries.known_references(source.force_id, ReferenceKind.CRIME, list(hashes))
    return {hashes[each] for each in known}


def _alike(
    source: Source, written: Sequence[_Written]
) -> Iterator[tuple[_Written, dict[Likeness, set[int]]]]:
    """The cases that bear a reference like each of these, by how it is alike."""
    each = iter(written)
    while some := list(islice(each, _AT_ONCE)):
        found: dict[str, dict[Likeness, set[int]]] = defaultdict(lambda: defaultdict(set))
        for kind in (ReferenceKind.CRIME, ReferenceKind.URN):
            asked: dict[str, list[tuple[str, Likeness]]] = defaultdict(list)
            for one in some:
                for spelling, likeness in _spellings(one, kind):
                    hashed = keyed_hash(kind, source.force_id, spelling)
                    asked[hashed].append((one.plain, likeness))
            bearing = queries.cases_bearing(source.force_id, kind, list(asked))
            for hashed, cases in bearing.items():
                for plain, likeness in asked[hashed]:
                    found[plain][likeness] |= cases
        yield from ((one, dict(found[one.plain])) for one in some)


def _spellings(one: _Written, kind: ReferenceKind) -> Iterator[tuple[str, Likeness]]:
    if kind is ReferenceKind.URN:
        yield from ((urn, Likeness.SAME_URN) for urn in one.urns)
    if kind is one.kind:
        yield from near_spellings(kind, one.plain).items()


def _propose(at: datetime, source: Source, one: _Written, cases: dict[int, Likeness]) -> int:
    """Keep what is proposed for a reference, with the rows that wait for it; how many links are
    new."""
    identity, new = _identity(source, one.plain), 0
    for case, likeness in cases.items():
        link, added = Link.objects.get_or_create(
            source=source,
            identity=identity,
            case_id=case,
            defaults={
                "organisation_id": source.organisation_id,
                "force_id": source.force_id,
                "likeness": likeness,
                "proposed_at": at,
            },
        )
        new += added
        if link.state in OPEN:
            _let_wait(link, one)
    return new


def _let_wait_for_standing(source: Source, held: Iterable[_Written]) -> None:
    """Rows whose reference was linked since can be offered again with that link."""
    by_identity = {_identity(source, one.plain): one for one in held}
    standing = Link.objects.standing().filter(source=source, identity__in=list(by_identity))
    for link in standing:
        _let_wait(link, by_identity[link.identity])


def _let_wait(link: Link, one: _Written) -> None:
    LinkRow.objects.bulk_create(
        (LinkRow(link=link, row_id=row) for row in one.rows), ignore_conflicts=True
    )


def _forget_settled(source: Source) -> None:
    """Nothing is proposed for rows that wait no more."""
    links = Link.objects.filter(source=source)
    LinkRow.objects.filter(link__in=links).exclude(row__state=RowState.WAITING).delete()
    waiting = LinkRow.objects.filter(link=OuterRef("pk"))
    links.filter(~Exists(waiting), state=LinkState.PROPOSED).delete()
