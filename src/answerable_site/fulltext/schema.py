"""The statements with which migrations make indexes of words.

A migration that was carried out keeps what it made: whoever changes something here makes a
migration that installs anew what shall change.
"""

from __future__ import annotations

from typing import Final

from answerable_site.fulltext.letters import plain_sql

MOST_CHARACTERS: Final = 300_000
"""Of a text that are indexed: PostgreSQL refuses an index entry of more than a megabyte."""


def sqlite_english(table: str) -> str:
    """Makes an index of English words on SQLite, by row number."""
    return (
        f"CREATE VIRTUAL TABLE {table} USING fts5("
        "words, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3')"
    )


def sqlite_welsh(table: str) -> str:
    """Makes an index of Welsh words on SQLite beside the English one of the same rows."""
    return (
        f"CREATE VIRTUAL TABLE {table}_welsh USING fts5("
        "words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4')"
    )


def postgresql_table(table: str, key: str, *, of: str, has_welsh: bool = False) -> str:
    """Makes an index on PostgreSQL; a row goes when that of which it is goes.

    Args:
        key: the column that names the row.
        of: the table of the rows.
    """
    welsh = ",\n    welsh tsvector NOT NULL" if has_welsh else ""
    made = (
        f"CREATE TABLE {table} (\n    {key} bigint PRIMARY KEY\n"
        f"        REFERENCES {of} (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,\n"
        f"    words tsvector NOT NULL{welsh}\n);\n"
        f"CREATE INDEX {table}_words ON {table} USING gin (words);\n"
    )
    return made + (f"CREATE INDEX {table}_welsh ON {table} USING gin (welsh);\n" * has_welsh)


def postgresql_english(expression: str) -> str:
    """The words of an expression by their English stems."""
    return f"to_tsvector('english', {plain_sql(f'left({expression}, {MOST_CHARACTERS})')})"


def postgresql_welsh(expression: str) -> str:
    """The words of an expression as they stand."""
    return f"to_tsvector('simple', {plain_sql(f'left({expression}, {MOST_CHARACTERS})')})"
