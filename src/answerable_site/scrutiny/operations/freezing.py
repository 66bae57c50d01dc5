"""The pack: frozen once, corrected beside itself."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.db import transaction

from answerable.writing.canonical import as_json, content_hash
from answerable.writing.docx import to_docx
from answerable.writing.odt import to_odt
from answerable.writing.pdf import to_pdf
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.queries import brand_of
from answerable_site.people.rules import Viewer
from answerable_site.publication.rules import FileFormat
from answerable_site.scrutiny import queries, rules
from answerable_site.scrutiny.models import AgendaItem, Meeting, Pack, PackCorrection, PackFile
from answerable_site.scrutiny.operations.held import FROZEN_OR_LATER, PLANNED, Held


class AgendaOpen(ValueError):
    """The agenda is empty, or something proposed waits for a decision."""


@transaction.atomic
def freeze_pack(*, by: Viewer, at: datetime, today: date, meeting: Meeting) -> Pack:
    """Make the pack of a meeting from follow-up as it stands. From now on it never changes.

    All files are made at once: if one cannot be made, nothing is frozen.

    Args:
        today: the civil date; what is late is late on it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        rules.OutOfOrder: it is frozen already.
        AgendaOpen: the agenda is empty, or something proposed waits for a decision.
        answerable.writing.pdf.NotPrinted: the PDF cannot be made.
    """
    held = Held.kept(by, meeting, PLANNED, "This pack is frozen already.")
    if held.items.filter(state=rules.ItemState.PROPOSED).exists():
        raise AgendaOpen("Put what is proposed on the agenda, or leave it out.")
    facts = queries.facts_of(by, held, on=today)
    if not facts.items:
        raise AgendaOpen("Put something on the agenda first.")
    document = rules.pack_of(facts)
    brand = brand_of(held.body)
    pack = Pack.objects.create(
        meeting=held,
        frozen_on=today,
        facts=facts.as_json(),
        document=as_json(document),
        content_hash=content_hash(document),
        at=at,
        by_id=signed_in(by),
    )
    files = {
        FileFormat.PDF: to_pdf(document, brand=brand),
        FileFormat.DOCX: to_docx(document, brand=brand),
        FileFormat.ODT: to_odt(document, brand=brand),
    }
    PackFile.objects.bulk_create(
        PackFile(
            pack=pack,
            format=format_,
            content=content,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for format_, content in files.items()
    )
    held.state = rules.MeetingState.FROZEN
    held.save(update_fields=["state"])
    record(
        by=by,
        at=at,
        act="scrutiny.freeze_pack",
        subject=held.subject,
        details={"content_hash": pack.content_hash, "items": len(facts.items)},
    )
    return pack


@transaction.atomic
def correct_pack(
    *,
    by: Viewer,
    at: datetime,
    today: date,
    pack: Pack,
    words: str,
    item: AgendaItem | None = None,
) -> PackCorrection:
    """Say beside a pack what is wrong in it. The pack itself stays as it was frozen.

    Args:
        today: the civil date that stands beside the words.
        item: what it is about; None for the whole.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingSaid: there are no words.
    """
    held = Held.kept(by, pack.meeting, FROZEN_OR_LATER, "There is no pack to correct.")
    correction = PackCorrection.objects.create(
        pack=pack,
        item=item,
        on=today,
        words=rules.words_in(words, "Say what is wrong, and what is right"),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="scrutiny.correct_pack",
        subject=held.subject,
        details={"correction": correction.pk},
    )
    return correction
