"""What a body shows under the Specified Information Order, and what the register holds."""

from __future__ import annotations

from dataclasses import dataclass

from answerable_site.people.models import Organisation
from answerable_site.people.queries import policing_bodies_of
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.register.queries import inspections_visible_to
from answerable_site.register.rules import InspectionKind
from answerable_site.responses.models import SpecifiedInformation
from answerable_site.responses.rules import specified_information as rules
from answerable_site.responses.rules.words import InformationKind


@dataclass(frozen=True, slots=True)
class InformationHeld:
    """One kind of information for one body."""

    kind: InformationKind
    records: tuple[SpecifiedInformation, ...]
    """Latest first; the first counts."""
    proposed: tuple[Inspection, ...]
    """Reports of the body's force in the register that seem to be of this kind, newest first."""
    verdict: rules.Verdict

    @property
    def latest(self) -> SpecifiedInformation | None:
        return self.records[0] if self.records else None

    @property
    def newest(self) -> Inspection | None:
        return self.proposed[0] if self.proposed else None


def body_visible_to(viewer: Viewer, slug: str) -> Organisation | None:
    """The body at this address, if the viewer takes part in its work."""
    return policing_bodies_of(viewer).filter(slug=slug).first()


def information_of(viewer: Viewer, body: Organisation) -> tuple[InformationHeld, ...]:
    """What the body shows of each kind, against the newest in the register. Two queries."""
    reports = list(
        inspections_visible_to(viewer).filter(
            bodies_concerned=body, kind__in=[InspectionKind.FORCE, InspectionKind.REINSPECTION]
        )
    )
    records = list(
        body.specified_information.select_related("recorded_by", "inspection").order_by(
            "-recorded_at", "-pk"
        )
    )
    return tuple(_held(kind, body, records, reports) for kind in InformationKind)


def _held(
    kind: InformationKind,
    body: Organisation,
    records: list[SpecifiedInformation],
    reports: list[Inspection],
) -> InformationHeld:
    own = tuple(row for row in records if row.kind == kind)
    proposed = tuple(
        report
        for report in sorted(reports, key=lambda report: report.published_on, reverse=True)
        if rules.seems_to_be(kind, title=report.title, series=report.series)
    )
    return InformationHeld(
        kind=kind,
        records=own,
        proposed=proposed,
        verdict=rules.verdict(
            body_type=body.body_type,
            shown=own[0].published_on if own else None,
            newest=proposed[0].published_on if proposed else None,
        ),
    )
