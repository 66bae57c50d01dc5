"""Invented documents, inspections and recommendations for the tests of the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from django.core.files.base import ContentFile
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import Viewer
from answerable_site.register import operations, queries, tasks
from answerable_site.register.models import (
    DocumentReading,
    Inspection,
    ReceivedDocument,
    Recommendation,
)
from answerable_site.register.rules import (
    Addressed,
    DateSource,
    Draft,
    DraftLimb,
    InspectionFacts,
    InspectionKind,
    RecommendationKind,
)

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
CAUSE = RecommendationKind.CAUSE_OF_CONCERN

RESPONSE = """Office for Policing in Wexmoor
Response to inspections

Inspection Title:
Thematic Inspection of the Response to Stalking – Phase one: From call to safeguarding

Date Published:
16/07/2021

Type of Inspection:
National Inspection

Key Findings

Callers were answered quickly, but records of earlier calls were seldom read.

Recommendations:

1. Immediately, police forces should make sure that every call about stalking is recorded as such.
2. Police forces should review the training of call handlers by May 2022.
3. Police forces and the CPS should agree how they share evidence.
As a minimum, the following should be included:
· A named contact in every force.
· A review of each refused case.
6. The Home Office should publish guidance within nine months of this report.

PCC & Chief Constable Response to Report and Recommendations:

The Police and Crime Commissioner welcomes the report: “I will continue to look closely at how the
Constabulary protects victims of stalking.”

The Chief Constable for Wexmoor said:
“Since October 2021 the Constabulary has run a course for every call handler, and it will go on.”
"""


def read_document(
    officer: Viewer, office: factories.Office, text: str = RESPONSE, name: str = "response.txt"
) -> ReceivedDocument:
    """A document that went through upload and the real reading."""
    reading = received(officer, office, text.encode(), name)
    tasks.read_document.call(reading.pk)
    return reading.document


def received(
    officer: Viewer, office: factories.Office, content: bytes, name: str = "a.txt"
) -> DocumentReading:
    """A document that waits to be read."""
    return operations.add_document(
        by=officer, at=AT, body=office.body, name=name, content=ContentFile(content, name=name)
    )


def facts(**changes: object) -> InspectionFacts:
    """The facts of an invented inspection."""
    return replace(
        InspectionFacts(
            title="Thematic Inspection of the Response to Stalking – Phase one",
            kind=InspectionKind.NATIONAL,
            published_on=date(2021, 7, 16),
            date_source=DateSource.DOCUMENT,
            legal_basis="police_act_1996_s55",
            inspectorates=("HMICFRS",),
            series="Thematic Inspection of the Response to Stalking",
            phase="Phase one",
        ),
        **changes,
    )


def confirmed(
    officer: Viewer, office: factories.Office, document: ReceivedDocument, **changes: object
) -> Inspection:
    """The inspection of a document that was read."""
    return operations.confirm_inspection(
        by=officer,
        at=AT,
        document=document,
        reading=queries.reading_to_confirm(document),
        facts=facts(**changes),
        bodies=[office.body],
    )


def entered(officer: Viewer, office: factories.Office, **changes: object) -> Inspection:
    """An inspection entered by hand."""
    return operations.enter_inspection(
        by=officer, at=AT, body=office.body, facts=facts(**changes), bodies=[office.body]
    )


def draft(**changes: object) -> Draft:
    """A recommendation in invented words."""
    return replace(
        Draft(
            kind=RecommendationKind.RECOMMENDATION,
            number="1",
            text="Forces should record every call about stalking as such.",
            limbs=(DraftLimb(text="A named contact."), DraftLimb(text="A yearly review.")),
            addressees=(Addressed("Forces", "forces"),),
        ),
        **changes,
    )


def recommendation(officer: Viewer, inspection: Inspection, **changes: object) -> Recommendation:
    """A recommendation entered by hand."""
    return operations.add_recommendation(
        by=officer,
        at=AT,
        inspection=inspection,
        draft=draft(**changes),
        page=None,
        reason="It stands in a picture.",
    )


def acts() -> list[str]:
    """The acts of all audit entries that the register left."""
    return list(
        AuditEntry.objects.filter(act__startswith="register.").values_list("act", flat=True)
    )
