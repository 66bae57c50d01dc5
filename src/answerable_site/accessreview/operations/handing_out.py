"""Handing out what is held about a case: an auditor asks, a supervisor releases."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from answerable_site.accessreview import access, queries
from answerable_site.accessreview.models import HandOut, Release
from answerable_site.accessreview.rules.handing_out import Recipient, as_json, check_count
from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import Case
from answerable_site.casework.operations import CaseOutOfReach
from answerable_site.casework.queries import cases_open_to
from answerable_site.casework.sealing import seal
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class AlreadyReleased(ValueError):
    """It went out already."""


@transaction.atomic
def ask_hand_out(
    *,
    by: Viewer,
    at: datetime,
    case: Case,
    recipient: Recipient,
    recipient_name: str,
    purpose: str,
) -> HandOut:
    """Note that somebody outside asks for what is held about a case. Nothing goes out yet.

    It is a look at the case: the viewer learnt which one bears the reference.

    Raises:
        access.Refused: the viewer does not audit access in the force.
    """
    access.check_can_audit(by, case.force_id)
    hand_out = HandOut.objects.create(
        case=case,
        recipient=recipient,
        recipient_name=recipient_name.strip(),
        purpose=purpose.strip(),
        asked_at=at,
        asked_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="accessreview.ask_hand_out",
        kind=Processing.CONSULTATION,
        subject=subject_of(case),
        details={"hand_out": hand_out.pk, "recipient": recipient},
        reason=hand_out.purpose,
        records=[subject_of(case)],
    )
    return hand_out


@transaction.atomic
def release(*, by: Viewer, at: datetime, hand_out: HandOut, counted: int) -> Release:
    """Hand out what is held about a case, exactly as it was shown.

    Args:
        counted: how many records there are, as the person typed it.

    Raises:
        access.Refused: the viewer does not supervise in the force, or asked for it.
        CaseOutOfReach: the case is not open to the viewer.
        AlreadyReleased: it went out already.
        CountDiffers: what was typed is not the number of records.
    """
    hand_out = HandOut.objects.select_for_update().get(pk=hand_out.pk)
    access.check_can_release(by, hand_out)
    if not cases_open_to(by, at=at).filter(pk=hand_out.case_id).exists():
        raise CaseOutOfReach("This case is not open to you.")
    if Release.objects.filter(hand_out=hand_out).exists():
        raise AlreadyReleased("This was handed out already.")
    parcel = queries.parcel_for(hand_out)
    check_count(parcel, counted)
    told = as_json(parcel, recipient_name=hand_out.recipient_name, asked_at=hand_out.asked_at)
    released = Release.objects.create(
        hand_out=hand_out,
        released_at=at,
        released_by_id=signed_in(by),
        records=parcel.count,
        sha256=hashlib.sha256(told.encode()).hexdigest(),
        sealed=seal(told),
    )
    record(
        by=by,
        at=at,
        act="accessreview.release",
        kind=Processing.DISCLOSURE,
        subject=subject_of(hand_out.case),
        details={
            "hand_out": hand_out.pk,
            "asked_by": hand_out.asked_by_id,
            "records": parcel.count,
            "sha256": released.sha256,
        },
        reason=hand_out.purpose,
        recipients=[hand_out.recipient_name],
        records=[subject_of(hand_out.case)],
    )
    return released


@transaction.atomic
def note_file_taken(*, by: Viewer, at: datetime, released: Release, form: str) -> None:
    """Leave an entry that a supervisor takes what was released away as a file.

    Args:
        form: which file, such as "pdf".

    Raises:
        access.Refused: the viewer does not supervise in the force, or asked for it.
    """
    access.check_can_release(by, released.hand_out)
    record(
        by=by,
        at=at,
        act="accessreview.note_file_taken",
        kind=Processing.CONSULTATION,
        subject=subject_of(released.hand_out.case),
        details={"hand_out": released.hand_out_id, "form": form},
        reason="To pass on what was released.",
        records=[subject_of(released.hand_out.case)],
    )
