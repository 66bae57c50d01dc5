from __future__ import annotations

from datetime import date

import pytest

from answerable.statute import SECTION_55
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.rules.facts import (
    BindingFacts,
    BodyFacts,
    ChiefOfficerFacts,
    ExplanationFacts,
    ExplanationKind,
    FindingFacts,
    InvitationFacts,
    ReportFacts,
    ResponseFacts,
)
from answerable_site.responses.rules.words import BindingGround

TAKEN = ExplanationFacts(ExplanationKind.ACTION_TAKEN, "We labelled every bag.")
BODY = BodyFacts(
    name="Office for Policing in Wexmoor",
    holder_title="Police and Crime Commissioner",
    chief_officer_title="Chief Constable",
    force_name="Wexmoor Constabulary",
)


@pytest.fixture
def finding():
    """Make a finding: `finding(number="3", explanation=TAKEN)`."""

    def make(**chosen: object) -> FindingFacts:
        given: dict = {
            "id": 3,
            "kind": RecommendationKind.RECOMMENDATION,
            "number": "3",
            "text": "Forces should label every bag.",
            "explanation": TAKEN,
        }
        return FindingFacts(**(given | chosen))

    return make


@pytest.fixture
def response(finding):
    """Make a complete response, but for what is chosen."""

    def make(
        *findings: FindingFacts, published_on: date = date(2026, 4, 1), basis=SECTION_55, **chosen
    ) -> ResponseFacts:
        report = ReportFacts(
            title="Lost property in custody suites",
            published_on=published_on,
            basis=basis,
            inspectorates=("HMICFRS",),
            findings=findings or (finding(),),
        )
        given: dict = {
            "report": report,
            "body": BODY,
            "invitation": InvitationFacts(date(2026, 4, 8), date(2026, 5, 5)),
            "chief_officer": ChiefOfficerFacts(
                text="We agree.",
                received_on=date(2026, 5, 1),
                author_name="Robin Ashdown",
                author_title="Chief Constable",
            ),
            "own_comments": "We welcome this report.",
            "binding": BindingFacts(BindingGround.ABOUT_EVERY_FORCE),
        }
        return ResponseFacts(**(given | chosen))

    return make
