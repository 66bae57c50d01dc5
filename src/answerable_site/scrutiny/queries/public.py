"""What of a meeting may be public: chosen here, item by item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from answerable.statute import civil_date
from answerable.writing.blocks import WrittenDocument
from answerable_site.figures.models import ReleasedFigures
from answerable_site.figures.queries.standing import overtaken_among
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicMeeting
from answerable_site.scrutiny import rules
from answerable_site.scrutiny.models import (
    Attendance,
    CallingOff,
    HandedOver,
    Meeting,
    Pack,
    PackCorrection,
    PackFile,
)
from answerable_site.scrutiny.queries.meetings import meetings_visible_to


def packs_visible_to(viewer: Viewer) -> QuerySet[Pack]:
    """Frozen packs of visible meetings, with their corrections and, without bytes, files."""
    corrections = PackCorrection.objects.select_related("by", "item")
    return (
        Pack.objects.filter(meeting__in=meetings_visible_to(viewer))
        .select_related("meeting__body", "by")
        .defer("meeting__body__logo", "facts")
        .prefetch_related(
            Prefetch("corrections", corrections),
            Prefetch("files", PackFile.objects.defer("content")),
        )
    )


def overtaken_in(viewer: Viewer, pack: Pack) -> list[ReleasedFigures]:
    """Released figures in a pack that were withdrawn or corrected since it was frozen."""
    facts = rules.PackFacts.from_json(pack.facts)
    commitments = (item.commitment for item in facts.items if item.commitment)
    shown = {one.released_id for about in commitments for one in about.measured}
    return list(overtaken_among(viewer, shown)) if shown else []


def pack_files_of(pack: Pack) -> QuerySet[PackFile]:
    """The files of a pack, with their bytes."""
    return PackFile.objects.filter(pack=pack)


def public_items(meeting: Meeting) -> frozenset[int]:
    """Items on the agenda that are public."""
    shown = meeting.items.filter(state=rules.ItemState.ON_AGENDA, is_public=True)
    return frozenset(shown.values_list("pk", flat=True))


def proceedings_of(meeting: Meeting) -> rules.Proceedings:
    """What was asked, answered, decided and minuted in public, and nothing else."""
    shown = public_items(meeting)
    agreed = meeting.minutes.filter(agreed_at__isnull=False).order_by("version").last()
    return rules.Proceedings(
        held=meeting.held_at is not None,
        present=_who(meeting, rules.Presence.PRESENT),
        apologies=_who(meeting, rules.Presence.APOLOGIES),
        asked=_asked(meeting, shown),
        decided=_decided(meeting, shown),
        minutes=agreed.words if agreed else "",
        minutes_agreed_on=civil_date(agreed.agreed_at) if agreed and agreed.agreed_at else None,
        link=meeting.link,
        moved=tuple(
            rules.Moved(row.from_on, row.to_on, row.reason) for row in meeting.day_changes.all()
        ),
        called_off=_called_off(meeting),
    )


def public_document(meeting: Meeting, *, on: date) -> WrittenDocument:
    """What the public is to read of a meeting.

    Args:
        on: the civil date that it bears.

    Raises:
        rules.NothingPublic: no part of it is public, or its pack is not frozen.
    """
    if meeting.openness == rules.Openness.CLOSED:
        raise rules.NothingPublic("This meeting is not public.")
    pack = Pack.objects.filter(meeting=meeting).first()
    if pack is None:
        raise rules.NothingPublic("Freeze the pack first.")
    facts = rules.PackFacts.from_json(pack.facts)
    return rules.public_part(
        replace(facts, on=meeting.on),
        proceedings_of(meeting),
        public_items=public_items(meeting),
        on=on,
    )


def was_announced(meeting: Meeting) -> bool:
    """Whether the public could read of a meeting, or still can."""
    return HandedOver.objects.filter(meeting=meeting, edition__released_at__isnull=False).exists()


def public_address_of(meeting: Meeting) -> PublicMeeting | None:
    """Where the public part stands or will stand; None before it was first handed over."""
    first = (
        HandedOver.objects.filter(meeting=meeting)
        .select_related("edition__meeting")
        .order_by("pk")
        .first()
    )
    return first.edition.meeting if first else None


def _called_off(meeting: Meeting) -> rules.CalledOff | None:
    row = CallingOff.objects.filter(meeting=meeting).first()
    return rules.CalledOff(row.on, row.reason) if row else None


def _who(meeting: Meeting, presence: rules.Presence) -> tuple[str, ...]:
    return tuple(_person(row) for row in meeting.attendances.filter(presence=presence))


def _person(row: Attendance) -> str:
    return ", ".join(part for part in (row.name, row.office_title, row.organisation) if part)


def _asked(meeting: Meeting, shown: frozenset[int]) -> tuple[rules.Asked, ...]:
    rows = meeting.questions.filter(is_public=True).select_related("put_to")
    return tuple(
        rules.Asked(
            words=row.words,
            by=row.asked_by,
            to=row.put_to.name,
            answers=tuple(
                rules.Answered(one.words, one.answered_by, one.on, one.in_writing)
                for one in row.answers.all()
            ),
            answer_due_on=row.answer_due_on,
            item_id=row.item_id,
        )
        for row in rows.prefetch_related("answers")
        if row.item_id is None or row.item_id in shown
    )


def _decided(meeting: Meeting, shown: frozenset[int]) -> tuple[rules.Decided, ...]:
    return tuple(
        rules.Decided(row.words, row.item_id, row.due_on)
        for row in meeting.decisions.filter(is_public=True)
        if row.item_id is None or row.item_id in shown
    )
