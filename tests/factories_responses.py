"""An invented report in the register, and responses brought as far as a test needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests import factories
from tests.made_once import made_once

from answerable.statute import civil_date
from answerable.writing.canonical import content_hash
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.register import operations as register
from answerable_site.register.models import Inspection, ReceivedDocument, Recommendation
from answerable_site.register.rules import (
    Addressed,
    DateSource,
    Draft,
    DraftLimb,
    InspectionFacts,
    InspectionKind,
    RecommendationKind,
)
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Exclusion, Preparation, Signature
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import ExplanationKind, SignatoryFacts
from answerable_site.responses.rules.words import BindingGround, ExcludedPart

REPORT = "Lost property in custody suites"
REPORT_ON = date(2026, 4, 1)
"""Its last lawful day is 26 May 2026."""
LAST_DAY = date(2026, 5, 26)
AT = datetime(2026, 4, 20, 10, tzinfo=UTC)
LATER = datetime(2026, 5, 11, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """An office and an inspection that concerns it."""

    office: factories.Office
    inspection: Inspection
    recommendations: list[Recommendation]

    def viewer(self, role: str):
        return factories.viewer(getattr(self.office, role), on=AT.date())

    @property
    def about(self) -> dict:
        """What every operation takes."""
        return {"inspection": self.inspection, "body": self.office.body}


def inspection(
    office: factories.Office,
    title: str = REPORT,
    published_on: date = REPORT_ON,
    legal_basis: str = "police_act_1996_s55",
) -> Inspection:
    """An invented report that concerns the office's body, without recommendations."""
    return register.enter_inspection(
        by=factories.viewer(office.officer),
        at=AT,
        body=office.body,
        facts=InspectionFacts(
            title=title,
            kind=InspectionKind.NATIONAL,
            published_on=published_on,
            date_source=DateSource.DOCUMENT,
            legal_basis=legal_basis,
            inspectorates=("HMICFRS",),
        ),
        bodies=[office.body],
    )


def finding(inspection: Inspection, text: str, number: str = "", **words: object) -> Recommendation:
    """One finding of the report, in the order of the calls; a recommendation unless told."""
    given: dict = {"kind": RecommendationKind.RECOMMENDATION} | words
    return register.add_recommendation(
        by=factories.viewer(inspection.created_by),
        at=AT,
        inspection=inspection,
        draft=Draft(text=text, number=number, **given),
        page=None,
        reason="The report is on paper.",
    )


@made_once
def case(name: str = "Wexmoor", **about) -> Case:
    """An office with a report of three recommendations, one with limbs, and one area."""
    return case_of(factories.office(name), **about)


def case_of(office: factories.Office, title: str = REPORT, **about) -> Case:
    """A further report of the same shape that concerns an office."""
    report = inspection(office, title, **about)
    everybody = (Addressed("All forces", "forces"),)
    first = finding(report, "Forces should label every bag.", "1", addressees=everybody)
    second = finding(
        report,
        "Forces should keep a list that shows:",
        "2",
        limbs=(
            DraftLimb(
                "when each bag arrived; and", "a", (Addressed("The Home Office", "home_office"),)
            ),
            DraftLimb("who holds it.", "b"),
        ),
    )
    fourth = finding(report, "The College of Policing should teach this.", "4")
    finding(
        report,
        "The force could store bags nearer the cells.",
        kind=RecommendationKind.AREA_FOR_IMPROVEMENT,
    )
    return Case(office, report, [first, second, fourth])


def decided(case: Case, at: datetime = AT, ground: BindingGround | None = None) -> Case:
    """The duty was found to bind the body."""
    operations.decide_binding(
        by=case.viewer("officer"),
        at=at,
        ground=ground or BindingGround.ABOUT_EVERY_FORCE,
        reason="It is about every force.",
        **case.about,
    )
    return case


def invited(case: Case, at: datetime = AT) -> Case:
    """The chief officer was invited on the day."""
    operations.invite_chief_officer(
        by=case.viewer("officer"),
        at=at,
        invited_on=civil_date(at),
        comments_wanted_by=date(2026, 5, 5),
        **case.about,
    )
    return case


def said(case: Case, at: datetime = AT) -> Case:
    """The body's own comments are written, and nothing else is."""
    operations.write_own_comments(
        by=case.viewer("officer"), at=at, text="We welcome this report.", version=0, **case.about
    )
    return case


def complete(case: Case, at: datetime = LATER) -> Case:
    """Everything that the law asks for is written."""
    decided(case)
    invited(case)
    operations.write_own_comments(
        by=case.viewer("officer"), at=at, text="We welcome this report.", version=0, **case.about
    )
    return hear_and_explain(case, at)


def hear_and_explain(case: Case, at: datetime = LATER) -> Case:
    """The chief officer's comments are in, and every recommendation is explained."""
    operations.submit_chief_officer_comments(
        by=case.viewer("chief"),
        at=at,
        author_name="Robin Ashdown",
        author_title="Chief Constable",
        text="We labelled every bag in the store.",
        version=0,
        **case.about,
    )
    for number, recommendation in enumerate(case.recommendations):
        operations.explain_finding(
            by=case.viewer("officer"),
            at=at,
            finding_id=recommendation.pk,
            kind=list(ExplanationKind)[number % 3],
            text=f"Answer number {number}.",
            due_on=date(2026, 9, 1),
            owner="Head of custody",
            version=0,
            **case.about,
        )
    return case


def released_entry(case: Case, at: datetime = LATER) -> PublicInspection:
    """The inspection is in the public register."""
    entry = operations.prepare_public_entry(by=case.viewer("officer"), at=at, **case.about)
    return press.release_entry(by=case.viewer("publisher"), at=at, entry=entry)


def candidate_waits(case: Case) -> None:
    """The report came with a document, and nobody has decided on one of its candidates."""
    document = ReceivedDocument.objects.create(
        held_by=case.office.body,
        name="report.txt",
        size=1,
        sha256="0" * 64,
        stored_as="1",
        received_at=AT,
        received_by=case.office.officer,
    )
    reading = document.readings.create(state="read", begun_at=AT, last_sign_at=AT, version="0")
    reading.candidates.create(
        position=1,
        kind="recommendation",
        text="Forces should count.",
        proposal={"doubts": []},
        page=1,
        start=0,
        end=1,
        confidence=1.0,
    )
    case.inspection.document = document
    case.inspection.save(update_fields=["document"])


def leave_out(case: Case, passage: str, at: datetime = LATER) -> Exclusion:
    """The holder decided that a passage of the body's own comments is not for publication."""
    return operations.exclude_passage(
        by=case.viewer("holder"),
        at=at,
        part=ExcludedPart.OWN_COMMENTS,
        passage=passage,
        reason="It names a store.",
        public_reason="It would help thieves.",
        decided_as="Police and Crime Commissioner",
        **case.about,
    )


def prepare(case: Case, at: datetime = LATER, **how: object) -> Preparation:
    """Prepared for signature by the response officer."""
    return operations.prepare_response(by=case.viewer("officer"), at=at, **how, **case.about)


def shown_hash(
    case: Case, at: datetime = LATER, title: str = "Police and Crime Commissioner"
) -> str:
    """The hash that the holder's page shows at a moment."""
    viewer = case.viewer("holder")
    duty = queries.duty_visible_to(
        viewer, inspection_id=case.inspection.pk, body_slug=case.office.body.slug
    )
    held = queries.dossier(viewer, duty.inspection, duty.body, duty.response)
    signatory = SignatoryFacts(case.office.holder.full_name, title, civil_date(at))
    return content_hash(compose(held.facts, signatory=signatory))


def sign(case: Case, at: datetime = LATER) -> Signature:
    """Signed by the holder over what was shown."""
    return operations.sign_response(
        by=case.viewer("holder"),
        at=at,
        signed_as="Police and Crime Commissioner",
        content_hash=shown_hash(case, at),
        **case.about,
    )


def publish(case: Case, at: datetime = LATER) -> PublicResponse:
    """Published by the publisher."""
    return operations.publish_response(by=case.viewer("publisher"), at=at, **case.about)


def signed(case: Case, at: datetime = LATER) -> Case:
    """Complete, prepared and signed."""
    complete(case, at)
    prepare(case, at)
    sign(case, at)
    return case


def signed_from_complete(case: Case, at: datetime = LATER) -> Case:
    """Prepared and signed, where everything is written already."""
    prepare(case, at)
    sign(case, at)
    return case


def published(case: Case, at: datetime = LATER) -> PublicResponse:
    """The whole way."""
    return publish(signed(case, min(at, LATER)), at)
