"""Inspections: confirmed from a document, entered by hand, corrected, linked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import access
from answerable_site.register.models import (
    Correction,
    DocumentReading,
    Inspection,
    NumberGap,
    ReceivedDocument,
)
from answerable_site.register.operations.documents import DocumentAlreadyUsed
from answerable_site.register.operations.facts import (
    _changes,
    _count_anew,
    _in_words,
    _take_facts,
)
from answerable_site.register.operations.relations import _link_inspections
from answerable_site.register.rules import InspectionFacts, InspectionLinkKind

_MANY: Final = 500
"""Rows in one statement; every database takes as many."""


@transaction.atomic
def confirm_inspection(
    *,
    by: Viewer,
    at: datetime,
    document: ReceivedDocument,
    reading: DocumentReading,
    facts: InspectionFacts,
    bodies: Sequence[Organisation],
    same_as: Sequence[Inspection] = (),
    parts_of_series: Sequence[Inspection] = (),
) -> Inspection:
    """Enter the inspection that a document reports, with the facts that a person confirmed.

    Args:
        by: a response officer of the body that holds the document.
        at: when.
        document: the document it is read from.
        reading: the reading that proposed the facts; judgements and the printed response are
            taken from it as found.
        facts: as confirmed.
        bodies: local policing bodies concerned.
        same_as: inspections of which this is the same report.
        parts_of_series: other parts of the same series; the later part is linked to the earlier.

    Raises:
        access.Refused: the viewer is not a response officer of the holder.
        DocumentAlreadyUsed: an inspection was made from this document before.
    """
    access.check_can_handle(by, document)
    if Inspection.objects.filter(document=document).exists():
        raise DocumentAlreadyUsed("An inspection was made from this document already.")
    inspection = Inspection(
        document=document,
        kept_by_id=document.held_by_id,
        judgements=reading.facts.get("judgements", []),
        printed_response=reading.facts.get("response", {}),
    )
    _enter(by=by, at=at, inspection=inspection, facts=facts, bodies=bodies)
    for other in same_as:
        _link_inspections(
            by, at, inspection, other, InspectionLinkKind.SAME_REPORT, "Found when it was entered."
        )
    for other in parts_of_series:
        later, earlier = _by_date(inspection, other)
        _link_inspections(
            by, at, later, earlier, InspectionLinkKind.NEXT_PHASE, "Found when it was entered."
        )
    record(
        by=by,
        at=at,
        act="register.confirm_inspection",
        subject=f"register.inspection:{inspection.pk}",
        details={
            "document": str(document.pk),
            "published_on": facts.published_on.isoformat(),
            "date_source": facts.date_source,
            "legal_basis": facts.legal_basis,
            "linked": [other.pk for other in (*same_as, *parts_of_series)],
        },
    )
    return inspection


@transaction.atomic
def enter_inspection(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    facts: InspectionFacts,
    bodies: Sequence[Organisation],
    document: ReceivedDocument | None = None,
) -> Inspection:
    """Enter an inspection by hand, perhaps beside a document that could not be read.

    Raises:
        access.Refused: the viewer is not a response officer of the body, or of the document's
            holder.
        DocumentAlreadyUsed: an inspection was made from this document before.
    """
    access.check_can_add(by, body.pk)
    if document is not None:
        access.check_can_handle(by, document)
        if document.inspections.exists():
            raise DocumentAlreadyUsed("An inspection was made from this document already.")
    inspection = Inspection(document=document, kept_by=body)
    _enter(by=by, at=at, inspection=inspection, facts=facts, bodies=bodies)
    record(
        by=by,
        at=at,
        act="register.enter_inspection",
        subject=f"register.inspection:{inspection.pk}",
        details={"published_on": facts.published_on.isoformat(), "date_source": facts.date_source},
    )
    return inspection


@transaction.atomic
def enter_inspections(
    *, by: Viewer, at: datetime, body: Organisation, facts: Sequence[InspectionFacts]
) -> list[Inspection]:
    """Enter many inspections that concern one body, as a list of them tells; one audit entry.

    The number of statements hardly depends on how many there are.

    Args:
        by: a response officer of the body.
        at: when.
        body: the body that keeps them and that they concern.
        facts: of each inspection.

    Returns:
        The inspections in the order of `facts`.

    Raises:
        access.Refused: the viewer is not a response officer of the body.
    """
    access.check_can_add(by, body.pk)
    person_id = access.person_id(by)
    inspections = [Inspection(kept_by=body, created_at=at, created_by_id=person_id) for _ in facts]
    for inspection, told in zip(inspections, facts, strict=True):
        _take_facts(inspection, told)
    Inspection.objects.bulk_create(inspections, batch_size=_MANY)
    concerned = Inspection.bodies_concerned.through
    concerned.objects.bulk_create(
        (concerned(inspection=inspection, organisation=body) for inspection in inspections),
        batch_size=_MANY,
    )
    record(
        by=by,
        at=at,
        act="register.enter_inspections",
        subject=f"people.organisation:{body.pk}",
        details={"inspections": [inspection.pk for inspection in inspections]},
    )
    return inspections


@transaction.atomic
def correct_inspection(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    facts: InspectionFacts,
    bodies: Sequence[Organisation],
    reason: str,
) -> list[str]:
    """Correct the facts of an inspection; what stood before stays in its history.

    A changed publication date moves the last lawful day and the deadlines counted from it.

    Returns:
        What changed, as named in the history; empty if nothing did.

    Raises:
        access.Refused: the viewer may not change this inspection.
    """
    access.check_can_decide(by, inspection)
    before = _in_words(inspection, list(inspection.bodies_concerned.all()))
    _take_facts(inspection, facts)
    inspection.save()
    inspection.bodies_concerned.set(bodies)
    changes = _changes(before, _in_words(inspection, bodies))
    if changes:
        Correction.objects.create(
            inspection=inspection,
            changes=changes,
            reason=reason,
            corrected_at=at,
            corrected_by_id=access.person_id(by),
        )
        _count_anew(inspection)
    record(
        by=by,
        at=at,
        act="register.correct_inspection",
        subject=f"register.inspection:{inspection.pk}",
        details={
            "changed": [change["what"] for change in changes],
            "published_on": facts.published_on.isoformat(),
        },
    )
    return [change["what"] for change in changes]


@transaction.atomic
def explain_gap(
    *, by: Viewer, at: datetime, inspection: Inspection, missing: str, explanation: str
) -> NumberGap:
    """Record why numbers are missing between those that a document prints.

    Raises:
        access.Refused: the viewer may not change this inspection.
    """
    access.check_can_decide(by, inspection)
    gap = NumberGap.objects.create(
        inspection=inspection,
        missing=missing,
        explanation=explanation,
        recorded_at=at,
        recorded_by_id=access.person_id(by),
    )
    record(
        by=by,
        at=at,
        act="register.explain_gap",
        subject=f"register.inspection:{inspection.pk}",
        details={"missing": missing},
    )
    return gap


@transaction.atomic
def link_inspections(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    other: Inspection,
    kind: InspectionLinkKind,
    reason: str,
) -> None:
    """Record how a report relates to another. Neither is changed.

    Raises:
        access.Refused: the viewer may not change this inspection.
        AlreadyLinked: the two are linked in this way, or are one and the same.
    """
    access.check_can_decide(by, inspection)
    _link_inspections(by, at, inspection, other, kind, reason)
    record(
        by=by,
        at=at,
        act="register.link_inspections",
        subject=f"register.inspection:{inspection.pk}",
        details={"other": other.pk, "kind": kind},
    )


def _enter(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    facts: InspectionFacts,
    bodies: Sequence[Organisation],
) -> None:
    inspection.created_at, inspection.created_by_id = at, access.person_id(by)
    _take_facts(inspection, facts)
    inspection.save()
    inspection.bodies_concerned.set(bodies)


def _by_date(one: Inspection, other: Inspection) -> tuple[Inspection, Inspection]:
    """The later of two reports, then the earlier."""
    return (one, other) if one.published_on >= other.published_on else (other, one)
