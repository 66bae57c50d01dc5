"""What goes out of the office whole is noted as a disclosure."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.followup import access, queries
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@transaction.atomic
def note_taken_out(*, by: Viewer, at: datetime, body: Organisation) -> None:
    """Note that a person takes everything out that a body put in about follow-up.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, body.pk)
    commitments = queries.tracker_of(by, body).count()
    record(
        by=by,
        at=at,
        act="followup.take_out",
        subject=f"people.organisation:{body.pk}",
        kind=Processing.DISCLOSURE,
        recipients=[by.name],
        details={"commitments": commitments},
    )
