"""Everything that happened to one response: earlier versions, voided signatures, withdrawals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from answerable_site.publication.models import PublicResponse
from answerable_site.responses.models import (
    Approval,
    BindingDecision,
    BodyComments,
    ChiefOfficerComments,
    Dispatch,
    Exclusion,
    Explanation,
    HandOver,
    Invitation,
    Preparation,
    Reply,
    Response,
    Revision,
    Signature,
    Voiding,
)
from answerable_site.responses.queries.dispatches import dispatches_of

Text = BodyComments | ChiefOfficerComments | Explanation | Reply


@dataclass(frozen=True, slots=True)
class History:
    """The rows of a response, each kind in the order in which they were written."""

    invitations: tuple[Invitation, ...]
    texts: tuple[Text, ...]
    """Every version of every text; explanations with their `recommendation`."""
    preparations: tuple[Preparation, ...]
    approvals: tuple[Approval, ...]
    voidings: tuple[Voiding, ...]
    signatures: tuple[Signature, ...]
    published: tuple[PublicResponse, ...]
    binding_decisions: tuple[BindingDecision, ...]
    exclusions: tuple[Exclusion, ...]
    revisions: tuple[Revision, ...]
    hand_overs: tuple[HandOver, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()


def history(response: Response | None) -> History:
    """The history of a response that its reader may see; empty if nobody has begun it."""
    if response is None:
        return History((), (), (), (), (), (), (), (), (), ())
    return History(
        invitations=tuple(response.invitations.select_related("recorded_by")),
        texts=tuple(_texts(response)),
        preparations=tuple(response.preparations.select_related("prepared_by").defer("document")),
        approvals=tuple(
            Approval.objects.filter(preparation__response=response).select_related(
                "approved_by", "step"
            )
        ),
        voidings=tuple(
            Voiding.objects.filter(preparation__response=response).select_related("voided_by")
        ),
        signatures=tuple(
            Signature.objects.filter(preparation__response=response)
            .select_related("signed_by")
            .defer("document")
        ),
        published=tuple(
            PublicResponse.objects.filter(
                responses_version__signature__preparation__response=response
            )
            .select_related("published_by", "withdrawn_by")
            .defer("html", "document")
        ),
        binding_decisions=tuple(response.binding_decisions.select_related("decided_by")),
        exclusions=tuple(response.exclusions.select_related("decided_by", "lifted_by")),
        revisions=tuple(response.revisions.select_related("begun_by", "given_up_by")),
        hand_overs=tuple(
            response.hand_overs.select_related("from_body", "to_body", "recorded_by").defer(
                "from_body__logo", "to_body__logo"
            )
        ),
        dispatches=dispatches_of(response),
    )


def _texts(response: Response) -> Iterator[Text]:
    yield from response.chief_officer_comments.select_related("written_by")
    yield from response.body_comments.select_related("written_by")
    yield from response.explanations.select_related(
        "written_by", "recommendation", "answered_in__inspection"
    ).prefetch_related("priorities")
    yield from response.replies.select_related("written_by")
