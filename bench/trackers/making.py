"""An invented office with a register, and a tracker about it that an office could have kept."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests import factories, factories_responses

ACTIONS_EACH = 4
"""Actions about one recommendation; each is a row."""
TODAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
HEADINGS = (
    *("Ref", "HMICFRS report", "Rec no", "Recommendation", "Original date", "Force status"),
    *("HMICFRS status", "Recommendation owner", "Action no", "Action", "Owner", "Due date"),
    *("Revised date", "Reason for revised date", "Status", "Completion date", "RAG", "Update"),
)


def office_with_register(name: str, rows: int) -> Any:
    """An office whose register holds the recommendations of a tracker so long."""
    from answerable_site.people.rules import Role
    from answerable_site.register import operations as register
    from answerable_site.register.rules import Draft, RecommendationKind

    case = factories_responses.case(name)
    office = case.office
    factories.person(f"Alex of {name}", (office.force, Role.ACTION_OWNER))
    register.add_recommendations(
        by=factories.viewer(office.officer, on=TODAY),
        at=AT,
        body=office.body,
        drafts=[
            (
                case.inspection,
                Draft(
                    RecommendationKind.RECOMMENDATION,
                    text=text_of(number),
                    number=f"Recommendation {1000 + number}",
                ),
            )
            for number in range(rows // ACTIONS_EACH)
        ],
        reason="An invented one",
    )
    return case


def mapping_of(case: Any) -> Any:
    """How the tracker is read: every column by its heading; the force has to act."""
    from answerable_site.followup import operations
    from answerable_site.followup.rules import tracker as rules

    return operations.keep_mapping(
        by=factories.viewer(case.office.officer, on=TODAY),
        at=AT,
        body=case.office.body,
        name="Ours",
        mapping=rules.Mapping(organisation_id=case.office.force.pk),
    )


def text_of(number: int) -> str:
    """The words of a recommendation."""
    return f"By the end of the year, the force should keep list {number} of what it holds."


def tracker(title: str, rows: int) -> bytes:
    """A tracker as CSV: recommendations in one file with their actions."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for row in range(rows):
        number, action = divmod(row, ACTIONS_EACH)
        due = date(2026, 1, 1) + timedelta(days=row % 500)
        done = row % 3 == 0
        moved = row % 4 == 1
        writer.writerow(
            (
                *(f"W{number}", title, f"Rec {1000 + number}", text_of(number)),
                *((due - timedelta(days=action)).strftime("%d/%m/%Y"), "On track"),
                *(
                    "In progress",
                    "Alex of Wexmoor",
                    f"A{row}",
                    f"Do part {action} of list {number}",
                ),
                *("Alex of Wexmoor" if row % 5 else "DCI Nobody", due.strftime("%d/%m/%Y")),
                (due + timedelta(days=60)).strftime("%d %B %Y") if moved else "",
                "The supplier was late" if moved else "",
                "Complete" if done else "Ongoing",
                "31/05/2026" if done else "",
                ("Green", "Amber", "Red")[row % 3],
                f"In May part {action} of list {number} was looked at by those who keep it.",
            )
        )
    return text.getvalue().encode()
