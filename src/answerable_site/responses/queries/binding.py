"""What the product proposes on whether section 55 binds a body for a report."""

from __future__ import annotations

from django.db.models import QuerySet

from answerable.statute import basis
from answerable_site.people.models import Organisation
from answerable_site.register.models import Inspection, InspectionLink
from answerable_site.register.rules import InspectionKind, InspectionLinkKind
from answerable_site.responses.models import BindingDecision, Response
from answerable_site.responses.rules.binding import Proposal, proposed


def proposed_binding(inspection: Inspection, body: Organisation) -> Proposal:
    """The proposal for one inspection and one body; a person decides."""
    same = _same_report_of_one_force(inspection, body)
    return proposed(
        basis=basis(inspection.legal_basis),
        kind=InspectionKind(inspection.kind),
        title=inspection.title,
        force_name=body.force.name if body.force else "",
        same_findings_as=same.title if same else "",
    )


def binding_decisions(response: Response | None) -> tuple[BindingDecision, ...]:
    """Every decision on the duty that was made for a response its reader may see, latest first."""
    if response is None:
        return ()
    return tuple(
        response.binding_decisions.select_related("decided_by", "answered_with").order_by(
            "-decided_at", "-pk"
        )
    )


def other_reports(inspection: Inspection, body: Organisation) -> QuerySet[Inspection]:
    """Other reports that concern the body, newest first: one of them may be answered instead."""
    return (
        Inspection.objects.filter(bodies_concerned=body)
        .exclude(pk=inspection.pk)
        .order_by("-published_on", "title")
    )


def _same_report_of_one_force(inspection: Inspection, body: Organisation) -> Inspection | None:
    """A report on single forces that the register links as the same; only for a national one."""
    if inspection.kind not in {InspectionKind.NATIONAL, InspectionKind.JOINT}:
        return None
    links = InspectionLink.objects.filter(kind=InspectionLinkKind.SAME_REPORT)
    there = links.filter(from_inspection=inspection).values("to_inspection")
    back = links.filter(to_inspection=inspection).values("from_inspection")
    return (
        other_reports(inspection, body)
        .exclude(kind__in=(InspectionKind.NATIONAL, InspectionKind.JOINT))
        .filter(pk__in=there.union(back))
        .first()
    )
