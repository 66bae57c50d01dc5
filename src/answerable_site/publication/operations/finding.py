"""What the public can search for follows what is released and withdrawn, in the same act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from answerable_site.audit.operations import Actor, record
from answerable_site.publication import queries
from answerable_site.publication.models import (
    PublicDataSet,
    PublicInspection,
    PublicMeeting,
    PublicText,
)


@transaction.atomic
def find_anew(*, by: Actor, at: datetime, tell: Callable[[int], object]) -> int:
    """Write the words of everything that is public anew.

    Args:
        by: whoever looks after the installation.
        tell: is called now and then with how many things were looked at.

    Returns:
        How many words of things there are.
    """
    PublicText.objects.all().delete()
    for looked, texts in enumerate(_texts_of_everything(), 1):
        PublicText.objects.bulk_create(texts)
        tell(looked)
    count = PublicText.objects.count()
    record(
        by=by,
        at=at,
        act="publication.find_anew",
        subject="publication.texts",
        details={"texts": count},
    )
    return count


def _texts_of_everything() -> Iterator[Iterable[PublicText]]:
    yield from map(queries.texts_of_entry, PublicInspection.objects.released().iterator())
    yield from map(queries.texts_of_data_set, PublicDataSet.objects.iterator())
    yield from map(queries.texts_of_meeting, PublicMeeting.objects.iterator())


def _make_entry_findable(entry: PublicInspection) -> None:
    _replace(entry.texts.all(), queries.texts_of_entry(entry))


def _make_data_set_findable(data_set: PublicDataSet) -> None:
    _replace(data_set.texts.all(), queries.texts_of_data_set(data_set))


def _make_meeting_findable(meeting: PublicMeeting) -> None:
    _replace(meeting.texts.all(), queries.texts_of_meeting(meeting))


def _replace(former: QuerySet[PublicText], texts: Iterable[PublicText]) -> None:
    former.delete()
    PublicText.objects.bulk_create(texts)
