"""What a body keeps in the register passes to the body that succeeds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.access import check_can_pass_on
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.models import Inspection, ReceivedDocument


@transaction.atomic
def pass_inspections(
    *,
    by: Viewer,
    at: datetime,
    from_body: Organisation,
    to_body: Organisation,
    still_open: Sequence[Inspection],
) -> None:
    """Let the successor answer what is open, and keep what the body before it kept.

    Inspections concern the body before as well: it was concerned in its day. Documents go with
    the inspections, for whoever keeps one must be able to read and correct it.

    Args:
        by: an administrator of one of the two.
        still_open: inspections that the successor has to answer.

    Raises:
        access.Refused: the viewer administers neither.
    """
    check_can_pass_on(by, from_body.pk, to_body.pk)
    for inspection in still_open:
        inspection.bodies_concerned.add(to_body)
    kept = Inspection.objects.filter(kept_by=from_body).update(kept_by=to_body)
    held = ReceivedDocument.objects.filter(held_by=from_body).update(held_by=to_body)
    record(
        by=by,
        at=at,
        act="register.pass_inspections",
        subject=f"people.organisation:{from_body.pk}",
        details={
            "to_body": to_body.pk,
            "open": [inspection.pk for inspection in still_open],
            "kept": kept,
            "documents": held,
        },
    )
