"""Full-text search over recommendations: words of people in, a condition for the database out.

The index is a table beside the recommendations that database triggers keep true (migration
0002). Words are matched by their English stems; the last word may be the beginning of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from django.db import connection
from django.db.models import Case, Model, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from answerable_site.register.models import Recommendation

Row = TypeVar("Row", bound=Model)
_MOST_WORDS: Final = 16
_FEW: Final = 1000


def matching(recommendations: QuerySet[Recommendation], typed: str) -> QuerySet[Recommendation]:
    """Those whose number, text, sub-points or report title hold every word that was typed.

    Whatever is typed is a list of words: no sign has a meaning of its own. Text without a single
    word matches nothing.
    """
    return with_words(recommendations, typed, _RECOMMENDATIONS)


def with_words(rows: QuerySet[Row], typed: str, index: Mapping[str, str]) -> QuerySet[Row]:
    """The rows that an index of words has every word of.

    Args:
        rows: of the table that is indexed.
        typed: a list of words, as of `matching`.
        index: by vendor, the selection of keys of the rows that have the words of one parameter.
    """
    if not words_of(typed):
        return rows.none()
    few = _found_at_once(typed, index)
    if len(few) <= _FEW:
        return rows.filter(pk__in=few)
    # As a case, so that neither database starts from all that is found and sorts it: it walks the
    # list in its order and asks of each whether it was found.
    found = When(pk__in=keys_with(typed, index), then=Value(True))  # noqa: FBT003
    was_found = Case(found, default=Value(False))  # noqa: FBT003
    narrowed: QuerySet[Row] = rows.alias(was_found=was_found).filter(was_found=True)  # type: ignore[assignment]
    return narrowed


def keys_with(typed: str, index: Mapping[str, str]) -> RawSQL:
    """The keys of the rows that an index of words has every word of; of no word, none.

    Args:
        typed, index: as of `with_words`.
    """
    return RawSQL(index[connection.vendor], [_query(typed)])  # noqa: S611


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


def _query(typed: str) -> str:
    words = words_of(typed)
    return _QUERY[connection.vendor](words) if words else _NO_WORD[connection.vendor]


def _found_at_once(typed: str, index: Mapping[str, str]) -> list[int]:
    """The keys of what is found, if they are few: the database had better start from them then,
    and does so only where it is told them. One more than few where they are many."""
    select = index[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"{select} LIMIT {_FEW + 1}", [_query(typed)])
        return [key for (key,) in cursor.fetchall()]


_NO_WORD: Final = {"sqlite": '""', "postgresql": ""}
_QUERY: Final[dict[str, Callable[[list[str]], str]]] = {
    "sqlite": _for_sqlite,
    "postgresql": _for_postgresql,
}
_RECOMMENDATIONS: Final = {
    "sqlite": "SELECT rowid FROM register_search WHERE register_search MATCH %s",
    "postgresql": (
        "SELECT recommendation_id FROM register_search WHERE words @@ to_tsquery('english', %s)"
    ),
}
