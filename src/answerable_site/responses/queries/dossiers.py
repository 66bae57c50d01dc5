"""Everything held of one response: the latest of each text, who did which step, and the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from answerable.writing.canonical import content_hash
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import (
    EntryCorrection,
    PublicInspection,
    PublicResponse,
    PublishedFile,
)
from answerable_site.publication.rules import (
    PublicFacts,
    answered_on,
    partly_answered_on,
)
from answerable_site.register.models import Inspection
from answerable_site.responses.models import (
    Approval,
    ApprovalStep,
    BindingDecision,
    BodyComments,
    ChiefOfficerComments,
    Exclusion,
    Explanation,
    Invitation,
    PastResponse,
    Preparation,
    Reply,
    Response,
    Revision,
    Signature,
    Voiding,
)
from answerable_site.responses.queries import material
from answerable_site.responses.queries.duties import duty_visible_to
from answerable_site.responses.queries.past import (
    answer_counted,
    judged,
    judged_past,
    past_of,
    wholly_answered,
)
from answerable_site.responses.rules import facts, states
from answerable_site.responses.rules.completeness import gaps
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.handover import EarlierAnswer, public_facts
from answerable_site.responses.rules.past import Judgement
from answerable_site.responses.rules.words import BindingGround, Language


@dataclass(frozen=True, slots=True)
class Dossier:
    """A response as it stands now."""

    inspection: Inspection
    body: Organisation
    response: Response | None
    """Its row, if anybody has begun it."""
    facts: facts.ResponseFacts
    invitation: Invitation | None
    chief_officer_comments: ChiefOfficerComments | None
    own_comments: BodyComments | None
    reply: Reply | None
    explanations: dict[int, Explanation]
    """The latest of each finding, by the finding's identifier."""
    binding: BindingDecision | None
    """What was decided last on whether the law asks for this response."""
    exclusions: tuple[Exclusion, ...]
    """Passages that are left out now."""
    revision: Revision | None
    """The further version that is being written."""
    preparation: Preparation | None
    """The one that stands: nothing was changed here since, and it is not published."""
    approvals: tuple[Approval, ...]
    """Of the standing preparation."""
    approval_steps: tuple[ApprovalStep, ...]
    """The named checks that the body wants before a signature, in their order."""
    signature: Signature | None
    """The signature under the standing preparation."""
    last_voiding: Voiding | None
    """Why the last preparation no longer counts, if none stands."""
    published: tuple[PublicResponse, ...]
    """Published versions, newest first, without their files."""
    entry: PublicInspection | None
    correction: EntryCorrection | None
    """The correction of the entry that waits for a publisher."""
    changed_since_preparation: bool
    """The register says something else than when the response was prepared."""
    state: states.ResponseState
    past: PastResponse | None
    """What is recorded of a response of former days."""

    @property
    def past_judgement(self) -> Judgement | None:
        """How the response of former days stands, where one is recorded."""
        return judged(self.inspection, self.past) if self.past else None

    @property
    def public_facts(self) -> PublicFacts:
        """What the public register is to say of report, duty and past answer."""
        return public_facts(self.facts, _earlier_answer(self.past))

    @property
    def public_version(self) -> PublicResponse | None:
        """The published version that stands: the latest, unless it was withdrawn."""
        latest = self.published[0] if self.published else None
        return latest if latest and latest.withdrawn_at is None else None

    @property
    def is_open_to_change(self) -> bool:
        """Whether texts and decisions can be changed: nothing is public, or a revision is begun."""
        return self.public_version is None or self.revision is not None

    @property
    def approvals_missing(self) -> tuple[ApprovalStep, ...]:
        """The steps that nobody has approved for the standing preparation, in their order."""
        given = {approval.step_id for approval in self.approvals}
        return tuple(step for step in self.approval_steps if step.pk not in given)

    @property
    def answered_on(self) -> date | None:
        """The civil date of the answer from which timeliness is counted, here or before."""
        return answer_counted(self.inspection, self.past, here_on=answered_on(self.published))

    @property
    def entry_is_outdated(self) -> bool:
        """Whether the public register says something else about the report than the register."""
        return self.entry is not None and self.entry.facts != self.public_facts


def dossier_visible_to(
    viewer: Viewer, *, inspection_id: int, body_slug: str, on: date | None = None
) -> Dossier | None:
    """The response of one body to one inspection; None unless the viewer takes part in it.

    Args:
        on: as for `dossier`.
    """
    duty = duty_visible_to(viewer, inspection_id=inspection_id, body_slug=body_slug)
    return dossier(viewer, duty.inspection, duty.body, duty.response, on=on) if duty else None


def dossier(
    viewer: Viewer,
    inspection: Inspection,
    body: Organisation,
    response: Response | None,
    *,
    on: date | None = None,
) -> Dossier:
    """Read a response whole. The number of queries does not depend on how much there is.

    Args:
        viewer: who reads; one who takes part in the body's work.
        inspection: the inspection that is answered.
        body: the body that answers.
        response: its response, or None if nobody has begun one.
        on: the civil date whose names and titles the document bears; None for those that last took
            effect.
    """
    held = _held(response) if response else _NOTHING
    response_facts = _response_facts(viewer, inspection, body, held, on=on)
    return Dossier(
        inspection=inspection,
        body=body,
        response=response,
        facts=response_facts,
        invitation=held.invitation,
        chief_officer_comments=held.chief_officer_comments,
        own_comments=held.own_comments,
        reply=held.reply,
        explanations=held.explanations,
        binding=held.binding,
        exclusions=held.exclusions,
        revision=held.revision,
        preparation=held.preparation,
        approvals=held.approvals,
        approval_steps=tuple(
            ApprovalStep.objects.in_force().filter(body=body).select_related("organisation")
        ),
        signature=getattr(held.preparation, "signature", None),
        last_voiding=held.last_voiding,
        published=held.published,
        entry=held.entry,
        correction=held.entry.corrections.waiting().first() if held.entry else None,
        changed_since_preparation=held.preparation is not None
        and _differs(held.preparation, response_facts),
        state=states.state_of(held.progress),
        past=past_of(response),
    )


def _differs(preparation: Preparation, now: facts.ResponseFacts) -> bool:
    """Whether the document, or what is missing, is another now. A candidate that is opened again
    may be a recommendation: that shows in what is missing alone."""
    missing = [gap.sentence for gap in gaps(now)]
    return missing != preparation.missing or (
        content_hash(compose(now)) != preparation.content_hash
    )


@dataclass(frozen=True, slots=True)
class _Held:
    invitation: Invitation | None
    chief_officer_comments: ChiefOfficerComments | None
    own_comments: BodyComments | None
    reply: Reply | None
    explanations: dict[int, Explanation]
    binding: BindingDecision | None
    exclusions: tuple[Exclusion, ...]
    revision: Revision | None
    preparation: Preparation | None
    approvals: tuple[Approval, ...]
    last_voiding: Voiding | None
    published: tuple[PublicResponse, ...]
    entry: PublicInspection | None
    progress: states.Progress | None


_NOTHING = _Held(None, None, None, None, {}, None, (), None, None, (), None, (), None, None)


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
    binding = response.binding_decisions.select_related("decided_by", "answered_with").last()
    revision = response.revisions.open().select_related("based_on", "begun_by").last()
    latest = published[0] if published else None
    return _Held(
        invitation=response.invitations.select_related("recorded_by", "file").last(),
        chief_officer_comments=response.chief_officer_comments.select_related(
            "written_by", "file"
        ).last(),
        own_comments=response.body_comments.select_related("written_by").last(),
        reply=response.replies.select_related("written_by").last(),
        explanations={
            explanation.recommendation_id: explanation
            for explanation in response.explanations.select_related(
                "written_by", "answered_in__inspection", "answered_in__public_entry__entry"
            )
            .prefetch_related("priorities")
            .order_by("version")
        },
        binding=binding,
        exclusions=tuple(
            response.exclusions.filter(lifted_at__isnull=True).select_related("decided_by")
        ),
        revision=revision,
        preparation=standing,
        approvals=tuple(standing.approvals.select_related("approved_by")) if standing else (),
        last_voiding=voiding,
        published=published,
        entry=_entry(response),
        progress=states.Progress(
            prepared=standing is not None,
            signed=standing is not None and signature is not None,
            public=latest is not None and latest.withdrawn_at is None,
            complete=latest is not None and latest.is_complete,
            revising=revision is not None,
            owed=binding is None or BindingGround(binding.ground).binds,
            partly_on=partly_answered_on(published),
            past=judged_past(response),
        ),
    )


def _published(response: Response) -> tuple[PublicResponse, ...]:
    return tuple(
        PublicResponse.objects.filter(responses_version__signature__preparation__response=response)
        .select_related("published_by", "withdrawn_by", "inspection")
        .prefetch_related(Prefetch("files", queryset=PublishedFile.objects.defer("content")))
        .defer("html", "document")
        .order_by("-version")
    )


def _entry(response: Response) -> PublicInspection | None:
    link = PublicInspection.objects.filter(responses_entry__response=response)
    return link.select_related("prepared_by", "released_by").first()


def _response_facts(
    viewer: Viewer, inspection: Inspection, body: Organisation, held: _Held, *, on: date | None
) -> facts.ResponseFacts:
    return facts.ResponseFacts(
        report=material.report_facts(viewer, inspection, held.explanations),
        body=material.body_facts(body, on=on),
        invitation=material.invitation_facts(held.invitation),
        chief_officer=material.chief_officer_facts(held.chief_officer_comments),
        own_comments=held.own_comments.text if held.own_comments else "",
        own_comments_language=_language(held.own_comments),
        reply=held.reply.text if held.reply else "",
        reply_language=_language(held.reply),
        own_comments_welsh=held.own_comments.welsh if held.own_comments else "",
        reply_welsh=held.reply.welsh if held.reply else "",
        binding=material.binding_facts(held.binding),
        exclusions=tuple(material.exclusion_facts(row) for row in held.exclusions),
        revision=material.revision_facts(held.revision),
        incomplete_because=held.preparation.incomplete_because if held.preparation else "",
    )


def _language(row: BodyComments | Reply | None) -> Language:
    return Language(row.language) if row else Language.ENGLISH


def _earlier_answer(past: PastResponse | None) -> EarlierAnswer | None:
    """What the public register is to say of a response of former days; nothing without its day."""
    if past is None or past.published_on is None:
        return None
    inspection = past.response.inspection
    return EarlierAnswer(past.published_on, past.address, wholly_answered(inspection, past))
