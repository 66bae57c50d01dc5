"""What is held about a case, as it goes to somebody outside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from answerable_site.accessreview.models import HandOut, Release
from answerable_site.accessreview.queries.looks import LOOKS
from answerable_site.accessreview.rules.handing_out import Parcel, Recipient, Record, Section
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case, CaseReference
from answerable_site.casework.rules import Ground, ReferenceKind, canonical_reference
from answerable_site.casework.sealing import keyed_hash, unseal
from answerable_site.casework.subjects import subject_of
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Role, Viewer


def hand_outs_visible_to(viewer: Viewer) -> QuerySet[HandOut]:
    """What was asked for about cases of the forces that the viewer audits or supervises."""
    forces = viewer.organisations_where(Role.ACCESS_AUDITOR, Role.SUPERVISOR)
    return HandOut.objects.filter(case__force__in=forces).select_related(
        "case", "asked_by", "release__released_by"
    )


def hand_outs_released_by(viewer: Viewer) -> QuerySet[HandOut]:
    """Those about cases of the forces that the viewer supervises."""
    forces = viewer.organisations_where(Role.SUPERVISOR)
    return hand_outs_visible_to(viewer).filter(case__force__in=forces)


def case_to_ask_about(viewer: Viewer, force: Organisation, reference: str) -> Case | None:
    """The case of a force whose access the viewer audits that bears a crime reference.

    A decoy is about nobody, so there is none.

    Raises:
        UnusableReference: what was typed is no reference.
    """
    canonical = canonical_reference(ReferenceKind.CRIME, reference)
    named = CaseReference.objects.filter(
        kind=ReferenceKind.CRIME,
        owner=force,
        keyed_hash=keyed_hash(ReferenceKind.CRIME, force.pk, canonical),
    )
    audited = viewer.organisations_where(Role.ACCESS_AUDITOR)
    return Case.objects.filter(
        pk__in=named.values("case"), force__in=audited, is_decoy=False
    ).first()


def forces_to_ask_about(viewer: Viewer) -> QuerySet[Organisation]:
    """Forces whose access the viewer audits."""
    forces = viewer.organisations_where(Role.ACCESS_AUDITOR)
    return Organisation.objects.filter(pk__in=forces).defer("logo").order_by("name")


def parcel_for(hand_out: HandOut) -> Parcel:
    """Exactly what goes: what was held about the case before it was asked for.

    References have no moment, so all of them count. The caller has checked that the viewer may read
    the case.

    Raises:
        SealBroken: a reference was encrypted with a key that is not set.
    """
    case, at = hand_out.case, hand_out.asked_at
    recipient = Recipient(hand_out.recipient)
    sections = (
        Section("The case", [_case(case, recipient)]),
        Section("References", list(_references(case))),
        Section("Shared with", list(_shares(case, at))),
        Section("Who worked on it", list(_work(case, recipient, at))),
        Section("Opened with a reason", list(_openings(case, recipient, at))),
        Section("Looks and disclosures", list(_looks(case, recipient, at))),
    )
    return Parcel(case.pk, sections, tuple(_withheld(case, recipient, at)))


def told_in(released: Release) -> str:
    """The JSON file that went out, byte for byte.

    Raises:
        SealBroken: it was encrypted with a key that is not set.
    """
    return unseal(released.sealed)


def _case(case: Case, recipient: Recipient) -> Record:
    return {
        "Case": str(case.pk),
        "Force": case.force.name,
        "Reported to the police on": case.reported_on.isoformat(),
        "Added": _moment(case.added_at),
        "Added by": _staff(case.added_by.full_name, case.force.name, recipient),
    }


def _references(case: Case) -> Iterator[Record]:
    for reference in case.references.filter(owner=case.force_id).order_by("pk"):
        kind = ReferenceKind(reference.kind).label
        yield {"Kind": kind, "Reference": unseal(reference.sealed)}


def _shares(case: Case, at: datetime) -> Iterator[Record]:
    for share in case.shares.filter(shared_at__lt=at).select_related("organisation"):
        yield {"Organisation": share.organisation.name} | _span(share.shared_at, share.ended_at, at)


def _work(case: Case, recipient: Recipient, at: datetime) -> Iterator[Record]:
    rows = case.assignments.filter(assigned_at__lt=at)
    for row in rows.select_related("user", "organisation"):
        who = _staff(row.user.full_name, row.organisation.name, recipient)
        yield {"Who": who} | _span(row.assigned_at, row.ended_at, at)


def _openings(case: Case, recipient: Recipient, at: datetime) -> Iterator[Record]:
    rows = case.openings.filter(opened_at__lt=at).order_by("opened_at", "pk")
    for row in rows.select_related("user", "organisation"):
        record = {
            "Who": _staff(row.user.full_name, row.organisation.name, recipient),
            "When": _moment(row.opened_at),
            "Why": Ground(row.ground).label,
        }
        yield record | ({"Words": row.words} if recipient.learns_names_of_staff else {})


def _looks(case: Case, recipient: Recipient, at: datetime) -> Iterator[Record]:
    entries = AuditEntry.objects.filter(
        audited_records__record=subject_of(case), kind__in=LOOKS, at__lt=at
    )
    for entry in entries.order_by("sequence"):
        record = {
            "When": _moment(entry.at),
            "What": entry.kind,
            "Who": entry.actor_name if recipient.learns_names_of_staff else entry.acting_as,
            "To whom": "; ".join(entry.recipients),
        }
        yield record | ({"Words": entry.reason} if recipient.learns_names_of_staff else {})


def _withheld(case: Case, recipient: Recipient, at: datetime) -> Iterator[str]:
    foreign = CaseReference.objects.filter(~Q(owner=case.force_id), case=case).count()
    if foreign:
        yield f"References that another organisation gave, for that organisation to say: {foreign}."
    if not recipient.learns_names_of_staff:
        yield "Names of staff and the words in which they gave reasons: roles stand instead."
    erased = AuditEntry.objects.filter(
        subject=subject_of(case), kind__in=LOOKS, at__lt=at, content__isnull=True
    ).count()
    if erased:
        yield f"Entries of the record of access whose content was erased: {erased}."


def _staff(name: str, organisation: str, recipient: Recipient) -> str:
    if recipient.learns_names_of_staff:
        return f"{name}, {organisation}"
    return f"A member of staff, {organisation}"


def _span(began: datetime, ended: datetime | None, at: datetime) -> dict[str, str]:
    return {"From": _moment(began), "To": _moment(ended) if ended and ended < at else ""}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
