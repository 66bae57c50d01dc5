"""The facts of a report and of the texts of a response, taken from their rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from answerable.statute import basis, civil_date
from answerable_site.people.models import Organisation
from answerable_site.people.queries import naming_on
from answerable_site.people.rules import NamingFacts, Viewer
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection, Recommendation
from answerable_site.register.queries import progress_of
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.models import (
    BindingDecision,
    ChiefOfficerComments,
    Exclusion,
    Explanation,
    Invitation,
    PastResponse,
    Response,
    Revision,
)
from answerable_site.responses.rules import facts
from answerable_site.responses.rules.words import (
    BindingGround,
    ExcludedPart,
    Language,
    Position,
    RevisionKind,
)


def invitation_facts(row: Invitation | None) -> facts.InvitationFacts | None:
    """The invitation, if there is one."""
    if row is None:
        return None
    return facts.InvitationFacts(
        invited_on=row.invited_on, comments_wanted_by=row.comments_wanted_by
    )


def chief_officer_facts(row: ChiefOfficerComments | None) -> facts.ChiefOfficerFacts | None:
    """The latest comments of the chief officer, or that none were received."""
    if row is None:
        return None
    return facts.ChiefOfficerFacts(
        text=row.text,
        received_on=row.received_on,
        author_name=row.author_name,
        author_title=row.author_title,
        none_received_by=row.none_received_by,
        language=Language(row.language),
    )


def binding_facts(row: BindingDecision | None) -> facts.BindingFacts | None:
    """What was decided last on whether the duty binds the body."""
    if row is None:
        return None
    return facts.BindingFacts(
        ground=BindingGround(row.ground),
        answered_with=row.answered_with.title if row.answered_with else "",
    )


def exclusion_facts(row: Exclusion) -> facts.ExclusionFacts:
    """A passage that is left out."""
    return facts.ExclusionFacts(
        part=ExcludedPart(row.part),
        passage=row.passage,
        public_reason=row.public_reason,
        decided_as=row.decided_as,
        decided_on=civil_date(row.decided_at),
        finding_id=row.recommendation_id,
    )


def revision_facts(row: Revision | None) -> facts.RevisionFacts | None:
    """Why a further version is being made."""
    if row is None:
        return None
    return facts.RevisionFacts(
        kind=RevisionKind(row.kind),
        reason=row.reason,
        version=row.based_on.version + 1,
        replaces_published_on=row.based_on.published_on,
    )


def body_facts(body: Organisation, *, on: date | None = None) -> facts.BodyFacts:
    """The body and the chief officer of its force, as they are called on a day.

    Args:
        on: the civil date (Europe/London); None for what `people.operations.apply_namings` last
            let take effect.
    """
    called = _called(body, on)
    force = _called(body.force, on) if body.force else None
    return facts.BodyFacts(
        name=called.name,
        holder_title=called.office,
        chief_officer_title=(force and force.holder_title) or "chief officer",
        force_name=force.name if force else "",
    )


def _called(organisation: Organisation, on: date | None) -> NamingFacts:
    if on is not None:
        return naming_on(organisation, on)
    return NamingFacts(organisation.name, organisation.holder_title, organisation.body_type)


def report_facts(
    viewer: Viewer, inspection: Inspection, explanations: dict[int, Explanation]
) -> facts.ReportFacts:
    """The report with its standing findings, each with the latest explanation given for it."""
    found = inspection.recommendations.order_by("position").prefetch_related(
        "limbs__addressees", "addressees"
    )
    public = _public_among(explanations.values())
    return facts.ReportFacts(
        title=inspection.title,
        published_on=inspection.published_on,
        basis=basis(inspection.legal_basis),
        inspectorates=tuple(inspection.inspectorates),
        findings=tuple(
            _finding_facts(row, _explanation_facts(explanations.get(row.pk), public))
            for row in found
        ),
        key_findings=tuple(inspection.key_findings),
        number_gaps=_number_gaps(inspection),
        source_address=inspection.source_address,
        undecided=progress_of(viewer, inspection).left if inspection.document_id else 0,
    )


def _number_gaps(inspection: Inspection) -> tuple[facts.NumberGapFacts, ...]:
    """The latest explanation of each gap."""
    latest = {gap.missing: gap.explanation for gap in inspection.gaps.order_by("pk")}
    return tuple(
        facts.NumberGapFacts(missing=missing, explanation=explanation)
        for missing, explanation in latest.items()
    )


def _finding_facts(
    row: Recommendation, explanation: facts.ExplanationFacts | None
) -> facts.FindingFacts:
    return facts.FindingFacts(
        id=row.pk,
        kind=RecommendationKind(row.kind),
        number=row.number,
        text=row.text,
        parent_id=row.parent_id,
        limbs=tuple(
            facts.LimbFacts(
                label=limb.label,
                text=limb.text,
                addressees=tuple(addressee.name for addressee in limb.addressees.all()),
            )
            for limb in row.limbs.all()
        ),
        addressees=tuple(
            addressee.name for addressee in row.addressees.all() if addressee.limb_id is None
        ),
        deadline_worded=row.deadline_worded,
        explanation=explanation,
    )


def _explanation_facts(
    row: Explanation | None, public: frozenset[int]
) -> facts.ExplanationFacts | None:
    if row is None:
        return None
    return facts.ExplanationFacts(
        kind=facts.ExplanationKind(row.kind),
        text=row.text,
        language=Language(row.language),
        welsh=row.welsh,
        position=Position(row.position) if row.position else None,
        answered_in=_other_response(row.answered_in, public) if row.answered_in else None,
        priorities=tuple(priority.name for priority in row.priorities.all()),
        due_on=row.due_on,
        owner=row.owner,
    )


def _other_response(row: Response, public: frozenset[int]) -> facts.OtherResponseFacts:
    entry = getattr(row, "public_entry", None)
    released = entry is not None and entry.entry.released_at is not None
    return facts.OtherResponseFacts(
        title=row.inspection.title,
        address=f"{settings.PUBLIC_ADDRESS}{entry.entry.path}" if entry and released else "",
        is_public=row.pk in public,
    )


def _public_among(explanations: Iterable[Explanation]) -> frozenset[int]:
    """The other responses named by explanations that are public, here or on other pages before."""
    named = {row.answered_in_id for row in explanations if row.answered_in_id}
    if not named:
        return frozenset()
    path = "responses_version__signature__preparation__response"
    here = PublicResponse.objects.filter(**{f"{path}__in": named}, withdrawn_at=None)
    before = PastResponse.objects.filter(response__in=named)
    return frozenset(here.values_list(path, flat=True)) | frozenset(
        before.values_list("response", flat=True)
    )
