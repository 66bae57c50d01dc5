"""What the public can read, as a set: nothing may come into it by one person."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from django.db.models import QuerySet

from answerable_site.figures.models import ReleasedFigures
from answerable_site.publication.models import (
    DataSetEdition,
    EntryCorrection,
    PublicEdition,
    PublicFeedback,
    PublicInspection,
    PublicProgress,
    PublicResponse,
)

Standing: TypeAlias = tuple[object, ...]
"""The kind of something, its key, and its content."""


def standing() -> frozenset[Standing]:
    """Everything that stands before the public, or before the readers of released figures, with
    its content."""
    stands = {"withdrawn_at__isnull": True}
    released = {"released_at__isnull": False}
    entries = PublicInspection.objects.filter(**released)
    corrections = EntryCorrection.objects.filter(**released)
    return frozenset(
        [
            *(("entry", one.pk, json.dumps(one.facts.as_json())) for one in entries),
            *(("correction", one.pk, json.dumps(one.after)) for one in corrections),
            *_rows("edition", PublicEdition.objects.filter(**released, **stands)),
            *_rows("progress", PublicProgress.objects.filter(**released, **stands)),
            *_rows("feedback", PublicFeedback.objects.filter(**released, **stands)),
            *_rows("response", PublicResponse.objects.filter(**stands)),
            *_rows("data set", DataSetEdition.objects.filter(**stands)),
            *_rows("figures", ReleasedFigures.objects.filter(**stands), "digest"),
        ]
    )


def _rows(kind: str, rows: QuerySet[Any], content: str = "content_hash") -> list[Standing]:
    return [(kind, *row) for row in rows.values_list("pk", content)]
