"""What the invented body has besides its responses: a plan, and a page for its latest report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from answerable.synthetic.reports import InventedPriority, InventedReport
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.register import operations as register
from answerable_site.register.models import Inspection, PlanPriority
from answerable_site.responses import operations
from answerable_site.responses.rules.words import InformationKind

PLAN = "Police and Crime Plan for Wexmoor"
DAYS_UNTIL_SHOWN = 12


def add_plan(office: InventedOffice, *, on: date) -> dict[InventedPriority, PlanPriority]:
    """The priorities of its plan."""
    return {
        priority: register.add_priority(
            **Act(office.officer, on, 11).alone,
            body=office.body,
            plan=PLAN,
            name=priority,
            from_on=on,
        )
        for priority in InventedPriority
    }


def show_latest_report(
    report: InventedReport, office: InventedOffice, known: Mapping[str, Inspection]
) -> Story:
    """Record that the latest assessment of the force stands on the body's own pages."""
    shown_on = report.published + timedelta(days=DAYS_UNTIL_SHOWN)
    officer = Act(office.officer, shown_on, 15)
    yield officer.at
    inspection = known[report.key]
    operations.record_specified_information(
        **officer.alone,
        body=office.body,
        kind=InformationKind.PEEL_REPORT,
        title=inspection.title,
        published_on=inspection.published_on,
        address="https://wexmoor.example/how-the-force-is-doing",
        shown_from_on=shown_on,
        checked_on=shown_on,
        inspection=inspection,
    )
