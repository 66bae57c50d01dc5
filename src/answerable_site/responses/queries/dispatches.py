"""What was sent for a response, what would go out now, and to whom."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from answerable.writing.blocks import WrittenDocument
from answerable.writing.canonical import content_hash, from_json
from answerable.writing.pdf import to_pdf
from answerable_site.people.models import Organisation
from answerable_site.people.queries import brand_of
from answerable_site.people.rules import Role, Viewer
from answerable_site.publication.models import PublicResponse, PublishedFile
from answerable_site.publication.rules import FileFormat
from answerable_site.responses.models import (
    Dispatch,
    KeptFile,
    PublishedVersion,
    Recipient,
    Response,
)
from answerable_site.responses.queries.dossiers import Dossier
from answerable_site.responses.rules import dispatches, letters
from answerable_site.responses.rules.dispatches import ASKED
from answerable_site.responses.rules.words import DispatchState, Purpose


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an e-mail."""

    name: str
    media_type: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An e-mail of the product, whole: what a person is shown is what goes out."""

    purpose: Purpose
    recipient: str
    """Name, as the letter prints it."""
    address: str
    letter: WrittenDocument
    reply_to: str
    """Where answers go: the body's own address; empty where it has none."""
    public_version_id: int | None
    attachments: tuple[Attachment, ...]

    @property
    def text(self) -> str:
        """The words of the e-mail itself."""
        return letters.in_plain_text(self.letter)

    @property
    def digest(self) -> str:
        """Stands for everything above, to be compared with what was shown."""
        return dispatches.digest(
            purpose=self.purpose,
            recipient=self.recipient,
            address=self.address,
            letter_hash=content_hash(self.letter),
            attachments=[(file.name, file.sha256) for file in self.attachments],
        )


def dispatches_of(response: Response | None) -> tuple[Dispatch, ...]:
    """Everything sent, on its way or failed for a response, oldest first, with files and people.

    For those who take part in it; empty if nobody has begun it.
    """
    if response is None:
        return ()
    return tuple(
        response.dispatches.select_related("recorded_by", "file", "public_version").defer(
            "public_version__html", "public_version__document"
        )
    )


@dataclass(frozen=True, slots=True)
class CopiesToSend:
    """A published response of which a copy that the law asks for has not been sent."""

    inspection_id: int
    inspection_title: str
    body_slug: str
    version: int
    purposes: tuple[Purpose, ...]
    """Section 55(6)(a) and (b) of the Police Act 1996: those that are missing."""


def copies_to_send(viewer: Viewer) -> tuple[CopiesToSend, ...]:
    """Standing versions of which copies are missing, longest published first.

    For those who draft for the body. Two queries, however many there are.
    """
    bodies = viewer.organisations_where(Role.RESPONSE_OFFICER)
    latest: dict[int, PublishedVersion] = {}
    for published in (
        PublishedVersion.objects.filter(signature__preparation__response__body__in=bodies)
        .select_related("public_response", "signature__preparation__response__inspection")
        .select_related("signature__preparation__response__body")
        .only(
            "public_response__version",
            "public_response__withdrawn_at",
            "public_response__published_at",
            "signature__preparation__response__inspection__title",
            "signature__preparation__response__body__slug",
        )
        .order_by("public_response__version")
    ):
        latest[published.signature.preparation.response_id] = published
    standing = [one for one in latest.values() if one.public_response.withdrawn_at is None]
    sent = set(
        Dispatch.objects.filter(
            public_version__in=[one.public_response_id for one in standing],
            state=DispatchState.SENT,
        ).values_list("public_version", "purpose")
    )
    found = [
        _missing(one, tuple(p for p in ASKED if (one.public_response_id, p) not in sent))
        for one in sorted(standing, key=lambda one: one.public_response.published_at)
    ]
    return tuple(copies for copies in found if copies.purposes)


def _missing(published: PublishedVersion, purposes: tuple[Purpose, ...]) -> CopiesToSend:
    response = published.signature.preparation.response
    return CopiesToSend(
        inspection_id=response.inspection_id,
        inspection_title=response.inspection.title,
        body_slug=response.body.slug,
        version=published.public_response.version,
        purposes=purposes,
    )


def file_of(response: Response | None, file_id: uuid.UUID) -> KeptFile | None:
    """A file kept for a response that its reader may see."""
    return response.files.filter(pk=file_id).first() if response else None


def recipients_of(body: Organisation) -> dict[Purpose, Recipient]:
    """Where a body sends what, the latest of each purpose; for those who take part in its work."""
    rows = body.recipients.select_related("recorded_by")
    return {Purpose(row.purpose): row for row in rows}


def outgoing_invitation(
    held: Dossier, *, recipient: str, address: str, comments_wanted_by: date, on: date
) -> Outgoing:
    """The invitation to the chief officer as it would go out on a day.

    Raises:
        answerable.writing.pdf.NotPrinted: the letter cannot be made as a PDF.
    """
    letter = letters.invitation_letter(
        _letter_facts(held, recipient, on), comments_wanted_by=comments_wanted_by
    )
    return _outgoing(held.body, Purpose.INVITATION, recipient, address, letter, None)


def outgoing_copy(
    held: Dossier,
    public: PublicResponse,
    *,
    purpose: Purpose,
    recipient: str,
    address: str,
    on: date,
    site: str,
) -> Outgoing:
    """A copy or notice of a published version as it would go out on a day.

    Args:
        held: the response.
        public: the version that is sent.
        purpose: one of `rules.dispatches.AFTER_PUBLICATION`.
        recipient: name, as the letter prints it.
        address: e-mail address.
        on: the civil date that the letter bears.
        site: the address of the public site, without a path.

    Raises:
        answerable.writing.pdf.NotPrinted: the letter cannot be made as a PDF.
    """
    letter = letters.letter_about(
        purpose, _letter_facts(held, recipient, on), _published_facts(public, site)
    )
    return _outgoing(held.body, purpose, recipient, address, letter, public.pk)


def outgoing_of(dispatch: Dispatch) -> Outgoing:
    """The e-mail that a dispatch stands for, from what it keeps."""
    return _outgoing(
        dispatch.response.body,
        Purpose(dispatch.purpose),
        dispatch.recipient,
        dispatch.address,
        from_json(dispatch.letter or {}),
        dispatch.public_version_id,
    )


def _outgoing(
    body: Organisation,
    purpose: Purpose,
    recipient: str,
    address: str,
    letter: WrittenDocument,
    public_version_id: int | None,
) -> Outgoing:
    return Outgoing(
        purpose=purpose,
        recipient=recipient,
        address=address,
        letter=letter,
        reply_to=body.email,
        public_version_id=public_version_id,
        attachments=(
            Attachment(
                "letter.pdf", FileFormat.PDF.media_type, to_pdf(letter, brand=brand_of(body))
            ),
            *_published_files(public_version_id),
        ),
    )


def _published_files(public_version_id: int | None) -> list[Attachment]:
    files = PublishedFile.objects.filter(
        response=public_version_id, format=FileFormat.PDF
    ).select_related("response__inspection")
    return [
        Attachment(
            f"{file.response.inspection.slug}-v{file.response.version}.pdf",
            FileFormat.PDF.media_type,
            bytes(file.content),
        )
        for file in files
    ]


def _letter_facts(held: Dossier, recipient: str, on: date) -> letters.LetterFacts:
    report = held.facts.report
    return letters.LetterFacts(
        body=held.facts.body.name,
        recipient=recipient,
        written_on=on,
        report=report.title,
        report_published_on=report.published_on,
    )


def _published_facts(public: PublicResponse, site: str) -> letters.PublishedFacts:
    entry = public.inspection
    path = reverse("publication:inspection", args=[entry.body_slug, entry.slug])
    return letters.PublishedFacts(
        version=public.version,
        published_on=public.published_on,
        address=f"{site.rstrip('/')}{path}",
        is_complete=public.is_complete,
    )
