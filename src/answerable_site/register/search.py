"""Full-text search over recommendations: words of people in, a condition for the database out.

The index is a table beside the recommendations that database triggers keep true (migration
0002). Words are matched by their English stems; the last word may be the beginning of one.
"""

from __future__ import annotations

import re
from typing import Final

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from answerable_site.register.models import Recommendation

_MOST_WORDS: Final = 16
_SELECT: Final = {
    "sqlite": "SELECT rowid FROM register_search WHERE register_search MATCH %s",
    "postgresql": (
        "SELECT recommendation_id FROM register_search WHERE words @@ to_tsquery('english', %s)"
    ),
}


def matching(recommendations: QuerySet[Recommendation], typed: str) -> QuerySet[Recommendation]:
    """Those whose number, text, sub-points or report title hold every word that was typed.

    Whatever is typed is a list of words: no sign has a meaning of its own. Text without a single
    word matches nothing.
    """
    words = words_of(typed)
    if not words:
        return recommendations.none()
    quoting = _for_sqlite if connection.vendor == "sqlite" else _for_postgresql
    found = RawSQL(_SELECT[connection.vendor], [quoting(words)])  # noqa: S611
    return recommendations.filter(pk__in=found)


def words_of(typed: str) -> list[str]:
    """The words in a text, at most sixteen."""
    return re.findall(r"[^\W_]+", typed)[:_MOST_WORDS]


def _for_sqlite(words: list[str]) -> str:
    *whole, last = words
    return " AND ".join([*(f'"{word}"' for word in whole), f'("{last}" OR "{last}"*)'])


def _for_postgresql(words: list[str]) -> str:
    *whole, last = words
    return " & ".join([*(f"'{word}'" for word in whole), f"('{last}' | '{last}':*)"])
