"""From a complete draft to a signature over the exact document that was shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date
from answerable.writing.canonical import as_json
from answerable.writing.canonical import content_hash as hash_of
from answerable.writing.pdf import to_pdf
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import Preparation, Signature
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.rules import completeness, composition
from answerable_site.responses.rules.facts import SignatoryFacts


class ResponseIncomplete(ValueError):
    """Something that the law asks for is missing."""


class ReasonNotNeeded(ValueError):
    """Nothing is missing, so there is nothing to give a reason for."""


class AlreadyPrepared(ValueError):
    """A preparation stands, and nothing changed since, nor the reason why it is incomplete."""


class NotPrepared(ValueError):
    """Nothing waits for a signature."""


class AlreadySigned(ValueError):
    """The response is signed."""


class ApprovalMissing(ValueError):
    """A named check that the body wants before a signature was not given."""


class DocumentChanged(ValueError):
    """The document is not the one that was shown."""


@transaction.atomic
def prepare_response(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    incomplete_because: str = "",
) -> Preparation:
    """Put a response before the holder for signature.

    A preparation that stands although the register has changed since is replaced.

    Args:
        incomplete_because: why it goes out although something is missing. The document then says
            what, and its publication does not count as the whole answer.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ResponseIncomplete: something is missing and no reason was given, or what is missing is
            such that nothing can go out.
        ReasonNotNeeded: a reason was given, and nothing is missing.
        AlreadyPrepared: the response is prepared, for the same reason, and nothing changed since.
        ResponsePublished: the response is published.
        answerable.writing.pdf.NotPrinted: its text cannot be printed; better known now than on the
            day of publication.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    facts = replace(held.facts, incomplete_because=incomplete_because.strip())
    missing = completeness.gaps(facts)
    _check_may_go_out(missing, facts.incomplete_because)
    same_reason = facts.incomplete_because == held.facts.incomplete_because
    if held.preparation and same_reason and not held.changed_since_preparation:
        raise AlreadyPrepared("This response is prepared for signature already.")
    response.void_preparation(
        "The register was changed, and the response prepared again."
        if held.changed_since_preparation
        else "The reason why it is incomplete was changed."
    )
    document = composition.compose(facts)
    to_pdf(document)
    shown = hash_of(document)
    preparation = Preparation.objects.create(
        response=response.row,
        document=as_json(document),
        content_hash=shown,
        is_complete=not missing,
        missing=[gap.sentence for gap in missing],
        incomplete_because=facts.incomplete_because,
        prepared_at=at,
        prepared_by_id=response.person_id,
    )
    record(
        by=by,
        at=at,
        act="responses.prepare_response",
        subject=response.subject,
        details={
            "preparation": preparation.pk,
            "content_hash": shown,
            "missing": len(missing),
        },
    )
    return preparation


def _check_may_go_out(missing: tuple[completeness.Gap, ...], because: str) -> None:
    blocking = [gap for gap in missing if gap.blocks]
    if blocking or (missing and not because):
        raise ResponseIncomplete(
            "The response is not complete. "
            + " ".join(gap.sentence for gap in (blocking or missing))
        )
    if because and not missing:
        raise ReasonNotNeeded("Nothing is missing. Prepare the response without a reason.")


@transaction.atomic
def sign_response(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    body: Organisation,
    signed_as: str,
    content_hash: str,
) -> Signature:
    """Sign the document that was shown.

    Args:
        signed_as: the signer's office, as the document prints it.
        content_hash: the hash of the document that the signer saw, signature block included.

    Raises:
        access.Refused: the viewer is no holder or delegate of the body, or prepared the response.
        NotPrepared: nothing waits for a signature.
        AlreadySigned: it is signed.
        ApprovalMissing: a named check that the body wants was not given.
        DocumentChanged: anything in the document changed since it was prepared or shown.
        ResponsePublished: the response is published.
    """
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(by, inspection, body, response.row, on=civil_date(at))
    if held.preparation is None:
        raise NotPrepared("Nothing waits for a signature. The response must be prepared first.")
    access.check_can_sign(by, body.pk, held.preparation)
    if held.signature:
        raise AlreadySigned("This response is signed already.")
    if held.approvals_missing:
        waits = ", ".join(step.title for step in held.approvals_missing)
        raise ApprovalMissing(f"This response cannot be signed yet. Approval is missing: {waits}.")
    signatory = SignatoryFacts(name=by.name, title=signed_as.strip(), signed_on=civil_date(at))
    document = composition.compose(held.facts, signatory=signatory)
    if held.changed_since_preparation or hash_of(document) != content_hash:
        raise DocumentChanged(
            "The document changed since it was shown to you, so it was not signed. Read it again."
        )
    signature = Signature.objects.create(
        preparation=held.preparation,
        document=as_json(document),
        content_hash=content_hash,
        signed_as=signatory.title,
        signed_at=at,
        signed_by_id=response.person_id,
    )
    record(
        by=by,
        at=at,
        act="responses.sign_response",
        subject=response.subject,
        details={"preparation": held.preparation.pk, "content_hash": content_hash},
    )
    return signature
