"""A canary in every text of the records, another in each row."""

from __future__ import annotations

from django.db import DatabaseError, transaction

from bench.marking.markers import Markers
from bench.marking.planting import marked, takes, text_fields

ROWS = 8
"""Of each field, so many rows get canaries of their own; the last of them goes to all others."""
MADE_FOR_THE_PUBLIC = {"publication"}
"""Apps whose records are what was made public, and not what it was made from."""


def plant(markers: Markers) -> int:
    """Add a canary to every text in the records; how many fields took one.

    A field that the database closes to changes, such as those of the record of acts, takes none.
    """
    planted = 0
    for field in text_fields():
        label = field.model._meta.label
        if field.model._meta.app_label in MADE_FOR_THE_PUBLIC:
            continue
        rows = [row for row in field.model._default_manager.all() if takes(field, row)]
        try:
            with transaction.atomic():
                for number, row in enumerate(rows):
                    marker = markers.of(f"{label}.{field.name} {min(number, ROWS - 1)}")
                    changed = marked(field, getattr(row, field.name), marker)
                    same = field.model._default_manager.filter(pk=row.pk)
                    same.update(**{field.name: changed})
        except DatabaseError:
            continue
        planted += bool(rows)
    return planted
