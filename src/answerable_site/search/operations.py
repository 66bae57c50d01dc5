"""Indexes written anew, should one ever be incomplete: the database keeps them true by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import F, QuerySet

from answerable_site.audit.operations import Actor, record
from answerable_site.followup.models import Action, Commitment
from answerable_site.register.models import Inspection

AT_ONCE: Final = 500


@transaction.atomic
def rebuild_indexes(*, by: Actor, at: datetime, tell: Callable[[int], object]) -> int:
    """Index every inspection, recommendation, response, commitment and action anew, all or none.

    Args:
        by: whoever looks after the installation.
        tell: is called now and then with how many rows were gone through.

    Returns:
        How many rows that is.
    """
    gone_through = 0
    for rows, column in _kept_by():
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        for begin in range(0, len(keys), AT_ONCE):
            some = keys[begin : begin + AT_ONCE]
            rows.filter(pk__in=some).update(**{column: F(column)})
            gone_through += len(some)
            tell(gone_through)
    record(
        by=by,
        at=at,
        act="search.rebuild_indexes",
        subject="search.indexes",
        details={"rows": gone_through},
    )
    return gone_through


def _kept_by() -> Iterator[tuple[QuerySet[Any], str]]:
    """Tables with a column of which triggers write index entries: a row that is set to what it says
    already is indexed anew, and nothing else of it changes."""
    # With an inspection go its recommendations and the responses to it.
    yield Inspection.objects.all(), "title"
    yield Commitment.objects.all(), "summary"
    yield Action.objects.all(), "title"
