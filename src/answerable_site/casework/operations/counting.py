"""Numbers of open cases for those who keep training and read no case."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import access, queries, wall
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@transaction.atomic
def count_open_cases(*, by: Viewer, at: datetime, organisation: Organisation) -> int:
    """How many cases are open for an organisation: one number. Leaves an entry.

    Raises:
        access.Refused: the viewer keeps no training there.
    """
    access.check_can_count(by, organisation.pk)
    with wall.lifted_for(by):
        counted = queries.open_cases(organisation.pk).count()
    _record_combination(by, at, "casework.count_open_cases", organisation)
    return counted


@transaction.atomic
def count_open_cases_by_person(
    *, by: Viewer, at: datetime, organisation: Organisation, user_ids: Collection[int]
) -> dict[int, int]:
    """How many open cases each of some people works on; only who has any. Leaves an entry.

    Raises:
        access.Refused: the viewer keeps no training there.
    """
    access.check_can_count(by, organisation.pk)
    with wall.lifted_for(by):
        counted = queries.open_cases_by_person(organisation.pk, user_ids)
    _record_combination(by, at, "casework.count_open_cases_by_person", organisation)
    return counted


def _record_combination(by: Viewer, at: datetime, act: str, organisation: Organisation) -> None:
    record(
        by=by,
        at=at,
        act=act,
        kind=Processing.COMBINATION,
        subject=f"people.organisation:{organisation.pk}",
    )
