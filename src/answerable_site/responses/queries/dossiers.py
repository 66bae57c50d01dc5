"""Everything held of one response: the latest of each text, who did which step, and the facts."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.statute import basis
from answerable.writing.canonical import content_hash
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.register.models import Inspection, Recommendation
from answerable_site.register.queries import progress_of
from answerable_site.register.rules import RecommendationKind
from answerable_site.responses.models import (
    BodyComments,
    ChiefOfficerComments,
    Explanation,
    Invitation,
    Preparation,
    Reply,
    Response,
    Signature,
    Voiding,
)
from answerable_site.responses.queries.duties import duty_visible_to
from answerable_site.responses.rules import facts, states
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.handover import public_facts


@dataclass(frozen=True, slots=True)
class Dossier:
    """A response as it stands now."""

    inspection: Inspection
    body: Organisation
    facts: facts.ResponseFacts
    invitation: Invitation | None
    chief_officer_comments: ChiefOfficerComments | None
    own_comments: BodyComments | None
    reply: Reply | None
    explanations: dict[int, Explanation]
    """The latest of each finding, by the finding's identifier."""
    preparation: Preparation | None
    """The one that stands: nothing was changed here since, and it is not published."""
    signature: Signature | None
    """The signature under the standing preparation."""
    last_voiding: Voiding | None
    """Why the last preparation no longer counts, if none stands."""
    published: tuple[PublicResponse, ...]
    """Published versions, newest first, without their files."""
    entry: PublicInspection | None
    correction_waits: bool
    """A correction of the entry waits for a publisher."""
    state: states.ResponseState

    @property
    def public_version(self) -> PublicResponse | None:
        """The published version that stands."""
        return next((p for p in self.published if p.withdrawn_at is None), None)

    @property
    def entry_is_outdated(self) -> bool:
        """Whether the public register says something else about the report than the register."""
        return self.entry is not None and self.entry.facts != public_facts(self.facts.report)

    @property
    def changed_since_preparation(self) -> bool:
        """Whether the register says something else than when the response was prepared."""
        return (
            self.preparation is not None
            and content_hash(compose(self.facts)) != self.preparation.content_hash
        )


def dossier_visible_to(viewer: Viewer, *, inspection_id: int, body_slug: str) -> Dossier | None:
    """The response of one body to one inspection; None unless the viewer takes part in it."""
    duty = duty_visible_to(viewer, inspection_id=inspection_id, body_slug=body_slug)
    return dossier(viewer, duty.inspection, duty.body, duty.response) if duty else None


def dossier(
    viewer: Viewer, inspection: Inspection, body: Organisation, response: Response | None
) -> Dossier:
    """Read a response whole. The number of queries does not depend on how much there is.

    Args:
        viewer: who reads; one who takes part in the body's work.
        inspection: the inspection that is answered.
        body: the body that answers.
        response: its response, or None if nobody has begun one.
    """
    held = _held(response) if response else _NOTHING
    return Dossier(
        inspection=inspection,
        body=body,
        facts=_response_facts(viewer, inspection, body, held),
        invitation=held.invitation,
        chief_officer_comments=held.chief_officer_comments,
        own_comments=held.own_comments,
        reply=held.reply,
        explanations=held.explanations,
        preparation=held.preparation,
        signature=getattr(held.preparation, "signature", None),
        last_voiding=held.last_voiding,
        published=held.published,
        entry=held.entry,
        correction_waits=held.entry is not None and held.entry.corrections.waiting().exists(),
        state=states.state_of(held.progress),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    invitation: Invitation | None
    chief_officer_comments: ChiefOfficerComments | None
    own_comments: BodyComments | None
    reply: Reply | None
    explanations: dict[int, Explanation]
    preparation: Preparation | None
    last_voiding: Voiding | None
    published: tuple[PublicResponse, ...]
    entry: PublicInspection | None
    progress: states.Progress | None


_NOTHING = _Held(None, None, None, None, {}, None, None, (), None, None)


def _held(response: Response) -> _Held:
    last = (
        response.preparations.select_related(
            "prepared_by", "voiding__voided_by", "signature__signed_by", "signature__published"
        )
        .order_by("prepared_at", "pk")
        .last()
    )
    voiding = getattr(last, "voiding", None)
    signature = getattr(last, "signature", None)
    standing = last if not voiding and not hasattr(signature, "published") else None
    published = _published(response)
    return _Held(
        invitation=response.invitations.select_related("recorded_by").last(),
        chief_officer_comments=response.chief_officer_comments.select_related("written_by").last(),
        own_comments=response.body_comments.select_related("written_by").last(),
        reply=response.replies.select_related("written_by").last(),
        explanations={
            explanation.recommendation_id: explanation
            for explanation in response.explanations.select_related("written_by").order_by(
                "version"
            )
        },
        preparation=standing,
        last_voiding=voiding,
        published=published,
        entry=_entry(response),
        progress=states.Progress(
            prepared=standing is not None,
            signed=standing is not None and signature is not None,
            public=any(version.withdrawn_at is None for version in published),
            answered_on=min((version.published_on for version in published), default=None),
        ),
    )


def _published(response: Response) -> tuple[PublicResponse, ...]:
    return tuple(
        PublicResponse.objects.filter(
            pk__in=response.preparations.filter(signature__published__isnull=False).values(
                "signature__published__public_response"
            )
        )
        .select_related("published_by", "withdrawn_by", "inspection")
        .defer("pdf", "html", "document")
        .order_by("-version")
    )


def _entry(response: Response) -> PublicInspection | None:
    link = PublicInspection.objects.filter(responses_entry__response=response)
    return link.select_related("prepared_by", "released_by").first()


def _response_facts(
    viewer: Viewer, inspection: Inspection, body: Organisation, held: _Held
) -> facts.ResponseFacts:
    return facts.ResponseFacts(
        report=_report_facts(viewer, inspection, held.explanations),
        body=_body_facts(body),
        invitation=_invitation_facts(held.invitation),
        chief_officer=_chief_officer_facts(held.chief_officer_comments),
        own_comments=held.own_comments.text if held.own_comments else "",
        reply=held.reply.text if held.reply else "",
    )


def _invitation_facts(row: Invitation | None) -> facts.InvitationFacts | None:
    if row is None:
        return None
    return facts.InvitationFacts(
        invited_on=row.invited_on, comments_wanted_by=row.comments_wanted_by
    )


def _chief_officer_facts(row: ChiefOfficerComments | None) -> facts.ChiefOfficerFacts | None:
    if row is None:
        return None
    return facts.ChiefOfficerFacts(
        text=row.text,
        received_on=row.received_on,
        author_name=row.author_name,
        author_title=row.author_title,
        none_received_by=row.none_received_by,
    )


def _body_facts(body: Organisation) -> facts.BodyFacts:
    return facts.BodyFacts(
        name=body.name,
        holder_title=body.holder_title or body.name,
        chief_officer_title=(body.force and body.force.holder_title) or "chief officer",
        force_name=body.force.name if body.force else "",
    )


def _report_facts(
    viewer: Viewer, inspection: Inspection, explanations: dict[int, Explanation]
) -> facts.ReportFacts:
    found = inspection.recommendations.order_by("position").prefetch_related(
        "limbs__addressees", "addressees"
    )
    return facts.ReportFacts(
        title=inspection.title,
        published_on=inspection.published_on,
        basis=basis(inspection.legal_basis),
        inspectorates=tuple(inspection.inspectorates),
        findings=tuple(_finding_facts(row, explanations.get(row.pk)) for row in found),
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


def _finding_facts(row: Recommendation, explanation: Explanation | None) -> facts.FindingFacts:
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
        explanation=_explanation_facts(explanation),
    )


def _explanation_facts(row: Explanation | None) -> facts.ExplanationFacts | None:
    if row is None:
        return None
    return facts.ExplanationFacts(
        kind=facts.ExplanationKind(row.kind), text=row.text, due_on=row.due_on, owner=row.owner
    )
