"""What becomes of rows that were set aside: given up, or taken by a load that corrects them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework.rules import says_enough
from answerable_site.intake import access
from answerable_site.intake.models import Batch, LinkRow, SetAsideRow
from answerable_site.intake.rules import RowState
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer


class CannotGiveUp(ValueError):
    """The rows do not wait any more, or nobody said why."""


@transaction.atomic
def give_up_rows(*, by: Viewer, at: datetime, batch: Batch, rows: Collection[int], why: str) -> int:
    """Give up rows that wait: what they hold is erased, that they were there and why stays.

    Args:
        rows: their numbers in the file.
        why: in the words of whoever gives them up.

    Raises:
        access.Refused: the viewer does not load extracts of the organisation.
        CannotGiveUp: the message says why.
    """
    access.check_can_load(by, batch.source.organisation)
    if not says_enough(why):
        raise CannotGiveUp("Say in a sentence why these rows are given up.")
    count = _settle(
        SetAsideRow.objects.waiting().filter(batch=batch, row__in=rows),
        state=RowState.GIVEN_UP,
        settled_at=at,
        settled_by=signed_in(by),
        why=why.strip(),
    )
    if not count:
        raise CannotGiveUp("None of these rows waits any more.")
    record(
        by=by,
        at=at,
        act="intake.give_up_rows",
        kind=Processing.ERASURE,
        subject=f"intake.batch:{batch.pk}",
        reason=why.strip(),
        details={"rows": count},
    )
    return count


def _settle(rows: QuerySet[SetAsideRow], **become: Any) -> int:
    """Say what became of rows that wait: what they hold is erased, and no link waits for them any
    more; how many.

    Args:
        become: as the fields of a row say it.
    """
    LinkRow.objects.filter(row__in=rows.order_by().values("pk")).delete()
    return rows.update(sealed="", **become)
