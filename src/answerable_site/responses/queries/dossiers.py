"""Everything held of one response: the latest of each text, who did which step, and the facts."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.writing.canonical import content_hash
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import EntryCorrection, PublicInspection, PublicResponse
from answerable_site.publication.rules import PublicFacts
from answerable_site.register.models import Inspection
from answerable_site.responses.models import (
    BodyComments,
    ChiefOfficerComments,
    Explanation,
    Invitation,
    PastResponse,
    Preparation,
    Reply,
    Response,
    Signature,
    Voiding,
)
from answerable_site.responses.queries import material
from answerable_site.responses.queries.duties import duty_visible_to
from answerable_site.responses.queries.past import (
    judged,
    judged_past,
    past_answered_on,
    past_of,
    wholly_answered,
)
from answerable_site.responses.rules import facts, states
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.handover import EarlierAnswer, public_facts
from answerable_site.responses.rules.past import Judgement


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
    preparation: Preparation | None
    """The one that stands: nothing was changed here since, and it is not published."""
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
        """What the public register is to say of the report, and of an answer of former days."""
        return public_facts(self.facts.report, _earlier_answer(self.past))

    @property
    def public_version(self) -> PublicResponse | None:
        """The published version that stands."""
        return next((p for p in self.published if p.withdrawn_at is None), None)

    @property
    def entry_is_outdated(self) -> bool:
        """Whether the public register says something else about the report than the register."""
        return self.entry is not None and self.entry.facts != self.public_facts


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
    response_facts = _response_facts(viewer, inspection, body, held)
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
        preparation=held.preparation,
        signature=getattr(held.preparation, "signature", None),
        last_voiding=held.last_voiding,
        published=held.published,
        entry=held.entry,
        correction=held.entry.corrections.waiting().first() if held.entry else None,
        changed_since_preparation=held.preparation is not None
        and content_hash(compose(response_facts)) != held.preparation.content_hash,
        state=states.state_of(held.progress),
        past=past_of(response),
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
            past=judged_past(response),
            past_answered_on=past_answered_on(response),
        ),
    )


def _published(response: Response) -> tuple[PublicResponse, ...]:
    return tuple(
        PublicResponse.objects.filter(responses_version__signature__preparation__response=response)
        .select_related("published_by", "withdrawn_by", "inspection")
        .defer("html", "document")
        .order_by("-version")
    )


def _entry(response: Response) -> PublicInspection | None:
    link = PublicInspection.objects.filter(responses_entry__response=response)
    return link.select_related("prepared_by", "released_by").first()


def _response_facts(
    viewer: Viewer, inspection: Inspection, body: Organisation, held: _Held
) -> facts.ResponseFacts:
    return facts.ResponseFacts(
        report=material.report_facts(viewer, inspection, held.explanations),
        body=material.body_facts(body),
        invitation=material.invitation_facts(held.invitation),
        chief_officer=material.chief_officer_facts(held.chief_officer_comments),
        own_comments=held.own_comments.text if held.own_comments else "",
        reply=held.reply.text if held.reply else "",
    )


def _earlier_answer(past: PastResponse | None) -> EarlierAnswer | None:
    """What the public register is to say of a response of former days; nothing without its day."""
    if past is None or past.published_on is None:
        return None
    inspection = past.response.inspection
    return EarlierAnswer(past.published_on, past.address, wholly_answered(inspection, past))
