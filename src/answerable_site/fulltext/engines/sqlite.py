"""Words in SQLite: FTS5, with the stemmer of Porter for English."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from answerable_site.fulltext.asked import Asked, Term
from answerable_site.fulltext.letters import plain
from answerable_site.fulltext.schema import sqlite_english
from answerable_site.fulltext.welsh import forms_of

_SHORTEST_BEGINNING = 3


class SQLite:
    """The engine of SQLite."""

    def finding(
        self,
        table: str,
        key: str,  # noqa: ARG002 - rows have numbers here
        asked: Asked,
        *,
        has_welsh: bool,
    ) -> tuple[str, list[str]]:
        """A full-text table has row numbers for keys."""
        # Names of tables stand in the source.
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH %s"  # noqa: S608
        questions = [_question(asked, _english)]
        if has_welsh:
            beside = f"{table}_welsh"
            statement += f" UNION SELECT rowid FROM {beside} WHERE {beside} MATCH %s"  # noqa: S608
            questions.append(_question(asked, _welsh))
        return statement, questions

    def marked(self, texts: Sequence[str], asked: Asked, *, begin: str, end: str) -> list[str]:
        """In a database of its own in memory: texts that were read for somebody come from no
        index."""
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(sqlite_english("texts"))
            database.executemany("INSERT INTO texts (words) VALUES (?)", [(one,) for one in texts])
            found = dict(
                database.execute(
                    "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ?",
                    (begin, end, _any_of(asked)),
                )
            )
        return [found.get(number, text) for number, text in enumerate(texts, 1)]


def _question(asked: Asked, said: Callable[[Term], str]) -> str:
    wanted = " AND ".join(said(term) for term in asked.wanted)
    return " NOT ".join([f"({wanted})", *(said(term) for term in asked.unwanted)])


def _any_of(asked: Asked) -> str:
    """A title or a passage need not hold all of it."""
    return " OR ".join(_english(term) for term in asked.wanted)


def _english(term: Term) -> str:
    return f"{_side_by_side(term)}{' *' if term.may_go_on else ''}"


def _welsh(term: Term) -> str:
    if term.is_phrase:
        return _side_by_side(term)
    (word,) = term.words
    if len(word) < _SHORTEST_BEGINNING:
        return f'"{word}"'
    forms = " OR ".join(f'"{form}" *' for form in forms_of(plain(word).lower()))
    return f"({forms})"


def _side_by_side(term: Term) -> str:
    """Words are letters and digits alone, so nothing in them has to be quoted."""
    return f'"{" ".join(term.words)}"'
