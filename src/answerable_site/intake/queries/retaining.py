"""What is kept for a time only, and is due to go."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import QuerySet

from answerable_site.intake.models import Batch, QueuedLoad, SetAsideRow
from answerable_site.intake.queries.sent import sent_at
from answerable_site.intake.rules import GOING_ON, LEFT_BEHIND_AFTER, RowState, loaded_before
from answerable_site.register.operations import KEPT_FOR


def rows_to_erase(at: datetime) -> QuerySet[SetAsideRow]:
    """Rows that wait, and whose days are over at a moment."""
    return SetAsideRow.objects.waiting().filter(batch__loaded_at__lt=loaded_before(at))


def erased_in(batch: Batch) -> int:
    """How many rows of a load were erased because nobody settled them."""
    return SetAsideRow.objects.filter(batch=batch, state=RowState.ERASED).count()


def forgotten_extracts(folder: str, *, at: datetime) -> dict[str, list[str]]:
    """Extracts of a folder that nobody confirmed in time, each with all files that belong to it.

    One that is being loaded at the moment is not among them.
    """
    loading = set(
        QueuedLoad.objects.filter(
            state__in=GOING_ON, last_sign_at__gt=at - LEFT_BEHIND_AFTER
        ).values_list("stored_as", flat=True)
    )
    files: dict[str, list[str]] = defaultdict(list)
    for name in _listed(folder):
        files[f"{folder}/{name.partition('.')[0]}"].append(f"{folder}/{name}")
    return {
        extract: names
        for extract, names in files.items()
        if extract not in loading and _is_old(extract, before=at - KEPT_FOR)
    }


def _listed(folder: str) -> list[str]:
    try:
        _, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    return names


def _is_old(extract: str, *, before: datetime) -> bool:
    """Whether an extract was sent before a moment, or is gone and left something beside it."""
    sent = sent_at(extract)
    return sent is None or sent < before
