from __future__ import annotations

from datetime import date

import pytest
from tests import factories

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain
from answerable.writing.canonical import content_hash
from answerable_site.publication.rules import InspectionFacts, PublicFacts, SignatureFacts


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def facts(office):
    """Make the facts of an inspection: `facts(title="Other")`."""

    def make(**chosen: object) -> InspectionFacts:
        given: dict = {
            "title": "Lost property in custody suites",
            "published_on": date(2026, 4, 1),
            "last_lawful_day": date(2026, 5, 26),
            "period_days": 56,
            "why_no_clock": "",
            "basis_name": "Inspection report on a police force",
            "basis_citation": "section 55(5A) of the Police Act 1996",
            "inspectorates": ("HMICFRS",),
            "source_address": "",
        }
        return InspectionFacts(
            public=PublicFacts(**(given | chosen)),
            body_id=office.body.pk,
            body_name=office.body.name,
            body_slug=office.body.slug,
        )

    return make


@pytest.fixture
def document():
    return WrittenDocument(
        title="Response to “Lost property”",
        language="en-GB",
        author_body="Office for Policing in Wexmoor",
        blocks=(Heading(1, "Comments"), Paragraph(plain("We welcome <this> report."))),
        date=date(2026, 5, 11),
    )


@pytest.fixture
def signed(office, document):
    return SignatureFacts(
        signer_id=office.holder.pk,
        signer_name=office.holder.full_name,
        signed_as="Police and Crime Commissioner",
        signed_on=date(2026, 5, 11),
        content_hash=content_hash(document),
    )
