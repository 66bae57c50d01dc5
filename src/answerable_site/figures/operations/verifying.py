"""The entry that verifying a cut leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.figures import access, queries
from answerable_site.figures.models import DataCut
from answerable_site.people.rules import Viewer


class CutAway(ValueError):
    """The files of the cut are in quarantine, or erased; nothing of it can be verified."""


@transaction.atomic
def note_verified(*, by: Viewer, at: datetime, cut: DataCut, problems: Sequence[str]) -> None:
    """Leave an entry that somebody verified a cut, and how much was wrong with it.

    Args:
        problems: as `queries.problems_with` gives them.

    Raises:
        access.Refused: the viewer does not see the cuts of the force.
        CutAway: somebody confirmed that it is erased.
    """
    access.check_can_see(by, cut.force)
    DataCut.objects.select_for_update().only("name").get(pk=cut.pk)
    if queries.is_set_aside(cut):
        raise CutAway("Its files are in quarantine or erased. There is nothing to verify.")
    record(
        by=by,
        at=at,
        act="figures.note_verified",
        subject=f"figures.datacut:{cut.pk}",
        details={"digest": cut.digest, "problems": len(problems)},
    )
