"""Words in PostgreSQL: `tsvector`, with the stemmer of Snowball for English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from django.db import connection

from answerable_site.fulltext.asked import Asked, Term
from answerable_site.fulltext.letters import plain
from answerable_site.fulltext.welsh import forms_of

_SHORTEST_BEGINNING: Final = 3


class PostgreSQL:
    """The engine of PostgreSQL."""

    def finding(
        self, table: str, key: str, asked: Asked, *, has_welsh: bool
    ) -> tuple[str, list[str]]:
        """Each language has a column of its own with an index of its own."""
        # Names of tables and columns stand in the source.
        statement = f"SELECT {key} FROM {table} WHERE words @@ to_tsquery('english', %s)"  # noqa: S608
        questions = [_question(asked, _english)]
        if has_welsh:
            statement += " OR welsh @@ to_tsquery('simple', %s)"
            questions.append(_question(asked, _welsh))
        return statement, questions

    def marked(self, texts: Sequence[str], asked: Asked, *, begin: str, end: str) -> list[str]:
        """All texts in one question."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT ts_headline('english', one, to_tsquery('english', %s), %s)"
                " FROM unnest(%s::text[]) WITH ORDINALITY AS given (one, place) ORDER BY place",
                [
                    " | ".join(_english(term) for term in asked.wanted),
                    f"HighlightAll=true, StartSel={begin}, StopSel={end}",
                    [plain(text) for text in texts],
                ],
            )
            return [text for (text,) in cursor.fetchall()]


def _question(asked: Asked, said: Callable[[Term], str]) -> str:
    wanted = [said(term) for term in asked.wanted]
    return " & ".join([*wanted, *(f"!{said(term)}" for term in asked.unwanted)])


def _english(term: Term) -> str:
    return f"({_side_by_side(term)}{':*' if term.may_go_on else ''})"


def _welsh(term: Term) -> str:
    if term.is_phrase:
        return f"({_side_by_side(term)})"
    word = plain(term.words[0])
    if len(word) < _SHORTEST_BEGINNING:
        return f"'{word}'"
    forms = " | ".join(f"'{form}':*" for form in forms_of(word.lower()))
    return f"({forms})"


def _side_by_side(term: Term) -> str:
    """Words are letters and digits alone, so nothing in them has to be quoted."""
    return " <-> ".join(f"'{plain(word)}'" for word in term.words)
