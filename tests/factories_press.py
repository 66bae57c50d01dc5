"""What the people of an invented office put before the public, for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests import factories, factories_public_figures

from answerable.writing.blocks import Heading, Paragraph, WrittenDocument, plain
from answerable.writing.canonical import content_hash
from answerable_site.publication import operations
from answerable_site.publication.models import (
    FiguresRelease,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)
from answerable_site.publication.rules import (
    InspectionFacts,
    ProgressFacts,
    PublicFacts,
    PublicRecommendation,
    SignatureFacts,
    VersionFacts,
    VersionKind,
)

AT = datetime(2026, 5, 12, 9, tzinfo=UTC)


class Press:
    """Puts things before the public as the people of an office do."""

    def __init__(self, office: factories.Office) -> None:
        self.office = office
        self.officer, self.holder, self.publisher = (
            factories.viewer(one) for one in (office.officer, office.holder, office.publisher)
        )

    def facts(self, title: str, published_on: date) -> InspectionFacts:
        return InspectionFacts(
            public=PublicFacts(
                title=title,
                published_on=published_on,
                last_lawful_day=date(2026, 5, 26),
                period_days=56,
                why_no_clock="",
                basis_name="Inspection report on a police force",
                basis_citation="section 55(5A) of the Police Act 1996",
                inspectorates=("HMICFRS",),
                source_address="",
            ),
            body_id=self.office.body.pk,
            body_name=self.office.body.name,
            body_slug=self.office.body.slug,
        )

    def prepare(
        self, title: str = "Lost property", *, on: date = date(2026, 4, 1)
    ) -> PublicInspection:
        return operations.prepare_entry(by=self.officer, at=AT, facts=self.facts(title, on))

    def enter(
        self, title: str = "Lost property", *, on: date = date(2026, 4, 1)
    ) -> PublicInspection:
        entry = self.prepare(title, on=on)
        return operations.release_entry(by=self.publisher, at=AT, entry=entry)

    def publish(
        self, entry: PublicInspection, *, words: str = "We welcome this report."
    ) -> PublicResponse:
        document = WrittenDocument(
            title=f"Response to “{entry.title}”",
            language="en-GB",
            author_body=self.office.body.name,
            blocks=(Heading(1, "Comments"), Paragraph(plain(words))),
            date=date(2026, 5, 11),
        )
        return operations.publish_response(
            by=self.publisher,
            at=AT,
            entry=entry,
            document=document,
            signed=SignatureFacts(
                signer_id=self.office.holder.pk,
                signer_name=self.office.holder.full_name,
                signed_as="Police and Crime Commissioner",
                signed_on=date(2026, 5, 11),
                content_hash=content_hash(document),
            ),
            version=VersionFacts(kind=VersionKind.FIRST),
        )

    def withdraw(self, response: PublicResponse) -> PublicResponse:
        return operations.withdraw_response(
            by=self.publisher, at=AT, response=response, reason="A name stood in it."
        )

    def tell(self, entry: PublicInspection) -> PublicProgress:
        facts = ProgressFacts(
            as_of=date(2026, 5, 12),
            recommendations=(PublicRecommendation("1", "Recommendation", "Label the bags."),),
        )
        snapshot = operations.prepare_progress(by=self.officer, at=AT, entry=entry, facts=facts)
        return operations.release_progress(by=self.publisher, at=AT, snapshot=snapshot)

    def figures(self) -> FiguresRelease:
        return factories_public_figures.published(self.office.body)
