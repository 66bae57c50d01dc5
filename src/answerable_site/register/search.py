"""Full-text search over recommendations: words of people in, a condition for the database out.

The index is a table beside the recommendations that database triggers keep true (migration
0002). Words are matched by their English stems; the last word may be the beginning of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from answerable_site.register.models import Recommendation

_MOST_WORDS: Final = 16
_FEW: Final = 1000


def matching(recommendations: QuerySet[Recommendation], typed: str) -> QuerySet[Recommendation]:
    """Those whose number, text, sub-points or report title hold every word that was typed.

    Whatever is typed is a list of words: no sign has a meaning of its own. Text without a single
    word matches nothing.
    """
    words = words_of(typed)
    if not words:
        return recommendations.none()
    select, quoting = _BY_VENDOR[connection.vendor]
    found = RawSQL(select, [quoting(words)])  # noqa: S611
    if _are_few(select, quoting(words)):
        return recommendations.filter(pk__in=found)
    # Adding nothing to the key keeps SQLite from sorting all that it finds: it walks the list in
    # its order and asks of each whether it was found.
    return recommendations.alias(key=F("pk") + 0).filter(key__in=found)


def words_of(typed: str) -> list[str]:
    """The words in a text, at most sixteen."""
    return re.findall(r"[^\W_]+", typed)[:_MOST_WORDS]


def _for_sqlite(words: list[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words) + _beginning(words, " *")


def _for_postgresql(words: list[str]) -> str:
    return " & ".join(f"'{word}'" for word in words) + _beginning(words, ":*")


def _beginning(words: list[str], sign: str) -> str:
    """The sign that lets the last word be the beginning of one; a single letter is too little."""
    return sign if len(words[-1]) > 1 else ""


def _are_few(select: str, query: str) -> bool:
    """Whether so few are found that the database had better start from them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({select} LIMIT {_FEW + 1}) found", [query])  # noqa: S608
        return bool(cursor.fetchone()[0] <= _FEW)


_BY_VENDOR: Final[dict[str, tuple[str, Callable[[list[str]], str]]]] = {
    "sqlite": ("SELECT rowid FROM register_search WHERE register_search MATCH %s", _for_sqlite),
    "postgresql": (
        "SELECT recommendation_id FROM register_search WHERE words @@ to_tsquery('english', %s)",
        _for_postgresql,
    ),
}
