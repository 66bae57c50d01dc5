"""Corrections of public facts: the page shows what was said before, and why it changed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import EntryCorrection, PublicInspection
from answerable_site.publication.operations.finding import _make_entry_findable
from answerable_site.publication.operations.scanning import _check_no_leak


class NothingToCorrect(ValueError):
    """The public register says this already."""


class CorrectionWaits(ValueError):
    """Another correction of the entry waits for a publisher."""


class CorrectionReleased(ValueError):
    """The correction is public already."""


@transaction.atomic
def prepare_correction(
    *,
    by: Viewer,
    at: datetime,
    entry: PublicInspection,
    facts: rules.PublicFacts,
    reason: str,
) -> EntryCorrection:
    """Put a correction of an entry's facts forward; another person releases it.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        ReasonMissing: the reason is empty.
        CorrectionWaits: an earlier one is not released yet.
        NothingToCorrect: the entry says this already.
    """
    entry = PublicInspection.objects.select_for_update().get(pk=entry.pk)
    access.check_can_prepare(by, entry.answering_body_id)
    because = rules.reason(reason, "Say why the public register is corrected.")
    if entry.corrections.waiting().exists():
        raise CorrectionWaits("A correction of this entry waits for a publisher already.")
    before = entry.facts
    if before == facts:
        raise NothingToCorrect("The public register says this already.")
    correction = EntryCorrection.objects.create(
        entry=entry,
        before=before.as_json(),
        after=facts.as_json(),
        reason=because,
        prepared_at=at,
        prepared_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="publication.prepare_correction",
        subject=f"publication.publicinspection:{entry.pk}",
        details={"correction": correction.pk},
    )
    return correction


@transaction.atomic
def release_correction(*, by: Viewer, at: datetime, correction: EntryCorrection) -> EntryCorrection:
    """Make a correction public. The entry keeps its address; what it said before stays shown.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the one
            who prepared it.
        CorrectionReleased: it is public already.
        WouldLeak: it says or holds something that has no place in public.
    """
    entry = PublicInspection.objects.select_for_update().get(pk=correction.entry_id)
    correction = EntryCorrection.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    correction.entry = entry
    access.check_can_release_correction(by, correction)
    if correction.released_at:
        raise CorrectionReleased("This correction is public already.")
    _check_no_leak([queries.correction_piece(correction)], by=by)
    correction.released_at, correction.released_by_id = at, by.user_id
    correction.save(update_fields=["released_at", "released_by"])
    entry.take(rules.PublicFacts.from_json(correction.after))
    entry.save()
    _make_entry_findable(entry)
    record(
        by=by,
        at=at,
        act="publication.release_correction",
        subject=f"publication.publicinspection:{entry.pk}",
        details={
            "correction": correction.pk,
            "before": correction.before,
            "after": correction.after,
        },
    )
    return correction
