"""What goes to the press: the public entry of an inspection, and the signed response."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.statute import civil_date, why_no_clock
from answerable.writing.canonical import from_json
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.rules import InspectionFacts, SignatureFacts
from answerable_site.register.models import Inspection
from answerable_site.responses import access, queries
from answerable_site.responses.models import PublicEntry, PublishedVersion, Response, Signature
from answerable_site.responses.operations.locked import LockedResponse
from answerable_site.responses.operations.signing import DocumentChanged, NotPrepared
from answerable_site.responses.rules.facts import ReportFacts


class EntryPrepared(ValueError):
    """The inspection is in the public register, or waits to be released there."""


@transaction.atomic
def prepare_public_entry(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation
) -> PublicInspection:
    """Hand the public facts of the inspection to the press; a publisher releases them.

    From its release on, the public sees how much time is left and, later, how late an answer is.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        EntryPrepared: this was done before.
        ResponsePublished: the response is published.
    """
    access.check_can_draft(by, body.pk)
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(inspection, body, response.row)
    if held.entry:
        raise EntryPrepared("This inspection was put into the public register before.")
    entry = press.prepare_entry(by=by, at=at, facts=_public_facts(held.facts.report, body))
    _link(response.row, entry)
    record(
        by=by,
        at=at,
        act="responses.prepare_public_entry",
        subject=response.subject,
        details={"entry": entry.pk},
    )
    return entry


@transaction.atomic
def publish_response(
    *, by: Viewer, at: datetime, inspection: Inspection, body: Organisation
) -> PublicResponse:
    """Publish the signed response: its page, its PDF and its place in the public register.

    Raises:
        access.Refused: the viewer is no publisher of the body, or signed the response.
        NotPrepared: no signed response waits.
        DocumentChanged: the register was changed since the signature.
        publication.operations.EntryNotReleased: the publisher prepared the entry that waits.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made; nothing is published.
        ResponsePublished: the response is published.
    """
    response = LockedResponse.of(inspection, body, by=by, at=at)
    held = queries.dossier(inspection, body, response.row)
    if held.preparation is None or held.signature is None:
        raise NotPrepared("No signed response waits to be published.")
    if held.changed_since_preparation:
        raise DocumentChanged(
            "The register was changed since the response was signed. It must be prepared and "
            "signed again."
        )
    published = press.publish_response(
        by=by,
        at=at,
        entry=held.entry or _public_facts(held.facts.report, body),
        document=from_json(held.signature.document),
        signed=_signature_facts(held.signature),
    )
    PublishedVersion.objects.create(signature=held.signature, public_response=published)
    if held.entry is None:
        _link(response.row, published.inspection)
    record(
        by=by,
        at=at,
        act="responses.publish_response",
        subject=response.subject,
        details={
            "public_response": published.pk,
            "version": published.version,
            "content_hash": published.content_hash,
        },
    )
    return published


def _link(response: Response, entry: PublicInspection) -> None:
    PublicEntry.objects.create(response=response, entry=entry)


def _signature_facts(signature: Signature) -> SignatureFacts:
    return SignatureFacts(
        signer_id=signature.signed_by_id,
        signer_name=signature.signed_by.full_name,
        signed_as=signature.signed_as,
        signed_on=civil_date(signature.signed_at),
        content_hash=signature.content_hash,
    )


def _public_facts(report: ReportFacts, body: Organisation) -> InspectionFacts:
    clock = report.clock
    return InspectionFacts(
        title=report.title,
        published_on=report.published_on,
        last_lawful_day=clock.last_lawful_day if clock else None,
        period_days=clock.period.days if clock else None,
        why_no_clock="" if clock else why_no_clock(report.published_on, report.basis),
        basis_name=report.basis.name,
        basis_citation=clock.period.citation if clock else report.basis.citation,
        inspectorates=report.inspectorates,
        source_address=report.source_address,
        body_id=body.pk,
        body_name=body.name,
        body_slug=body.slug,
    )
