"""Adding cases and references."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access
from answerable_site.casework.models import Case, CaseAssignment, CaseReference
from answerable_site.casework.rules import ReferenceKind, canonical_reference
from answerable_site.casework.sealing import keyed_hash, seal
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer


class ReferenceExists(ValueError):
    """Another case of the organisation bears this reference already."""

    def __init__(self) -> None:
        super().__init__(
            "There is a case with this reference already. Look it up instead of adding it"
        )


@transaction.atomic
def add_case(
    *, by: Viewer, at: datetime, force: Organisation, reported_on: date, reference: str
) -> Case:
    """Add a case with its crime reference. Who investigates and adds it works on it.

    Raises:
        access.Refused: the viewer neither investigates nor supervises in the force.
        UnusableReference: what was typed is no reference.
        ReferenceExists: another case of the force bears it.
    """
    access.check_can_add(by, force.pk)
    case = _new_case(by, at, force, reported_on, reference)
    if by.holds_in(force.pk, Role.INVESTIGATOR):
        CaseAssignment.objects.create(
            case=case,
            user_id=signed_in(by),
            organisation=force,
            assigned_by_id=signed_in(by),
            assigned_at=at,
        )
    record(
        by=by,
        at=at,
        act="casework.add_case",
        kind=Processing.COLLECTION,
        subject=subject_of(case),
        records=[subject_of(case)],
    )
    return case


@transaction.atomic
def add_decoy(
    *, by: Viewer, at: datetime, force: Organisation, reported_on: date, reference: str
) -> Case:
    """Add an invented case that nobody has a reason to open. It looks like any other.

    Raises:
        access.Refused: the viewer is no access auditor of the force.
        UnusableReference: what was typed is no reference.
        ReferenceExists: a case of the force bears it.
    """
    access.check_can_plant_decoy(by, force.pk)
    case = _new_case(by, at, force, reported_on, reference, is_decoy=True)
    record(by=by, at=at, act="casework.add_decoy", subject=subject_of(case))
    return case


@transaction.atomic
def add_reference(
    *,
    by: Viewer,
    at: datetime,
    case: Case,
    kind: ReferenceKind,
    owner: Organisation,
    reference: str,
) -> CaseReference:
    """Add a further reference to a case that is open to the viewer.

    Raises:
        access.Refused: references of this kind are not the viewer’s to give.
        UnusableReference: what was typed is none.
        ReferenceExists: this case, or another one, bears it.
    """
    access.check_can_refer(by, kind, owner)
    added = _refer(case, kind, owner, reference)
    record(
        by=by,
        at=at,
        act="casework.add_reference",
        kind=Processing.ALTERATION,
        subject=subject_of(case),
        details={"kind": kind, "owner": owner.pk},
        records=[subject_of(case)],
    )
    return added


def _new_case(
    by: Viewer,
    at: datetime,
    force: Organisation,
    reported_on: date,
    reference: str,
    *,
    is_decoy: bool = False,
) -> Case:
    case = Case.objects.create(
        force=force,
        reported_on=reported_on,
        added_at=at,
        added_by_id=signed_in(by),
        is_decoy=is_decoy,
    )
    _refer(case, ReferenceKind.CRIME, force, reference)
    return case


def _refer(case: Case, kind: ReferenceKind, owner: Organisation, typed: str) -> CaseReference:
    hashed = keyed_hash(kind, owner.pk, canonical_reference(kind, typed))
    same = CaseReference.objects.filter(kind=kind, owner=owner, keyed_hash=hashed)
    if (same.filter(case=case) if kind is ReferenceKind.URN else same).exists():
        raise ReferenceExists
    return CaseReference.objects.create(
        case=case, kind=kind, owner=owner, keyed_hash=hashed, sealed=seal(typed.strip())
    )
