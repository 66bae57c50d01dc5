"""What reading a case leaves behind, and opening one with a reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access, queries
from answerable_site.casework.models import Case, CaseOpening
from answerable_site.casework.rules import (
    Ground,
    ReferenceKind,
    canonical_reference,
    check_ground,
    closes_at,
)
from answerable_site.casework.subjects import subject_of, subjects_of
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.rules import Viewer

ASSIGNED = "The case is assigned to this person."
NOT_OPEN = "This case is not open to you."


class CaseOutOfReach(Refused):
    """The case is none of the viewer’s organisations."""


@transaction.atomic
def look_up(*, by: Viewer, at: datetime, kind: ReferenceKind, reference: str) -> list[Case]:
    """Cases of the viewer’s organisations that bear a reference; leaves an entry whatever is found.

    What was typed is not kept.

    Raises:
        UnusableReference: it is no reference of that kind.
    """
    canonical = canonical_reference(kind, reference)
    found = list(queries.cases_with_reference(by, kind, canonical).select_related("force"))
    record(
        by=by,
        at=at,
        act="casework.look_up",
        kind=Processing.CONSULTATION,
        subject="casework.case",
        details={"kind": kind, "found": len(found)},
        records=subjects_of(found),
    )
    return found


@transaction.atomic
def open_case(*, by: Viewer, at: datetime, case: Case, ground: Ground, words: str) -> CaseOpening:
    """Open a case that is not assigned to the viewer, with a reason, for 24 hours.

    Where the viewer’s role does not see every case of the organisation, this breaks the glass: a
    second person will look at it.

    Raises:
        CaseOutOfReach: the case is none of the viewer’s organisations.
        GroundOutOfPlace: nobody could judge the reason.
    """
    organisation_id = queries.organisation_on(by, case)
    if organisation_id is None:
        raise CaseOutOfReach("This case is not your organisation’s.")
    breaks_glass = access.breaks_glass(by, organisation_id)
    words = words.strip()
    check_ground(ground, words, breaks_glass=breaks_glass)
    opening = CaseOpening.objects.create(
        case=case,
        user_id=signed_in(by),
        organisation_id=organisation_id,
        breaks_glass=breaks_glass,
        ground=ground,
        words=words,
        opened_at=at,
        closes_at=closes_at(at),
    )
    record(
        by=by,
        at=at,
        act="casework.open_case",
        kind=Processing.CONSULTATION,
        subject=subject_of(case),
        reason=_reason(opening),
        details={"ground": ground, "breaks_glass": breaks_glass, "opening": opening.pk},
        records=[subject_of(case)],
    )
    return opening


@transaction.atomic
def read_case(*, by: Viewer, at: datetime, number: int) -> tuple[Case, CaseOpening | None]:
    """Read a case with all that its page shows; leaves an entry.

    Returns:
        The case, and the reason with which it is open; None where it is assigned to the viewer.

    Raises:
        CaseOutOfReach: the case is not open to the viewer.
    """
    found = queries.whole_case(by, number, at=at)
    if found is None:
        raise CaseOutOfReach(NOT_OPEN)
    case, way = found
    _record_read(by, at, case, way.opening)
    return case, way.opening


@transaction.atomic
def note_read(*, by: Viewer, at: datetime, case: Case, purpose: str = "") -> CaseOpening | None:
    """Leave an entry that the viewer reads a case now.

    Args:
        purpose: what it is read for, where that is more than the assignment says.

    Returns:
        The reason with which it is open to them; None where it is assigned to them.

    Raises:
        CaseOutOfReach: the case is not open to the viewer.
    """
    way = queries.way_into(by, case.pk, at=at)
    if way is None:
        raise CaseOutOfReach(NOT_OPEN)
    _record_read(by, at, case, way.opening, purpose)
    return way.opening


@transaction.atomic
def note_listed(*, by: Viewer, at: datetime, cases: Collection[Case]) -> None:
    """Leave one entry that names every case which a list showed; none where it showed none."""
    if not cases:
        return
    record(
        by=by,
        at=at,
        act="casework.note_listed",
        kind=Processing.CONSULTATION,
        subject="casework.case",
        records=subjects_of(cases),
    )


@transaction.atomic
def note_combined(*, by: Viewer, at: datetime, cases: Collection[Case]) -> None:
    """Leave one entry that names every case of which a figure was made; none where of none."""
    if not cases:
        return
    record(
        by=by,
        at=at,
        act="casework.note_combined",
        kind=Processing.COMBINATION,
        subject="casework.case",
        details={"cases": len(cases)},
        records=subjects_of(cases),
    )


def _record_read(
    by: Viewer, at: datetime, case: Case, opening: CaseOpening | None, purpose: str = ""
) -> None:
    record(
        by=by,
        at=at,
        act="casework.note_read",
        kind=Processing.CONSULTATION,
        subject=subject_of(case),
        reason=" ".join(filter(None, (_reason(opening) if opening else ASSIGNED, purpose))),
        details={"assigned": opening is None},
        records=[subject_of(case)],
    )


def _reason(opening: CaseOpening) -> str:
    label = Ground(opening.ground).label
    return f"{label}. {opening.words}" if opening.words else f"{label}."
