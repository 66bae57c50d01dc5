"""Which statements of a migration make people wait, or break what still runs: read off its SQL.

On PostgreSQL. A table that the same migration makes is nobody's yet, so nothing on it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Waiting(StrEnum):
    """What a statement does to people who work meanwhile, in words."""

    NO_WRITES = "nobody can write to it while an index is built"
    READS_ALL = "nobody can use it while all its rows are read"
    REWRITES = "nobody can use it while all its rows are written anew"
    BREAKS = "a site of the version before fails on it"
    UNKNOWN = "rows are changed by a programme; how long it takes depends on how many there are"


@dataclass(frozen=True, slots=True)
class Lock:
    """One finding of a migration."""

    table: str
    waiting: Waiting


_NAME: Final = r'"?(?:public"?\.)?"?(?P<table>\w+)"?'
_ALTER: Final = rf"ALTER TABLE (?:ONLY )?{_NAME} .*?"
_PATTERNS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), waiting)
    for pattern, waiting in (
        (rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).*? ON {_NAME}", Waiting.NO_WRITES),
        (rf"{_ALTER}ADD CONSTRAINT \S+ (?:UNIQUE|PRIMARY)", Waiting.NO_WRITES),
        (rf"{_ALTER}ADD CONSTRAINT \S+ (?:CHECK|FOREIGN)(?!.*NOT VALID)", Waiting.READS_ALL),
        (rf"{_ALTER}ADD COLUMN .*?CONSTRAINT \S+ REFERENCES", Waiting.READS_ALL),
        (rf"{_ALTER}ADD COLUMN .*? UNIQUE", Waiting.NO_WRITES),
        (rf"{_ALTER}ALTER COLUMN \S+ SET NOT NULL", Waiting.READS_ALL),
        (rf"{_ALTER}ALTER COLUMN \S+ TYPE (?!varchar|text)", Waiting.REWRITES),
        (rf"{_ALTER}DROP COLUMN", Waiting.BREAKS),
        (rf"{_ALTER}RENAME ", Waiting.BREAKS),
        (rf"DROP TABLE (?:IF EXISTS )?{_NAME}", Waiting.BREAKS),
    )
)
_MADE: Final = re.compile(rf"CREATE TABLE (?:IF NOT EXISTS )?{_NAME}", re.IGNORECASE)
_COMMENT: Final = re.compile(r"^--.*$", re.MULTILINE)
ANY_TABLE: Final = "(rows)"


def locks(statements: Iterable[str], *, has_programme: bool = False) -> tuple[Lock, ...]:
    """What a migration does to tables that were there before it, each finding once.

    Args:
        statements: its SQL for PostgreSQL.
        has_programme: whether it changes rows by Python beside them.
    """
    made: set[str] = set()
    found: dict[Lock, None] = {}
    for commented in statements:
        statement = _COMMENT.sub("", commented)
        if match := _MADE.search(statement):
            made.add(match["table"])
        for lock in _of(statement):
            if lock.table not in made:
                found[lock] = None
    if has_programme:
        found[Lock(ANY_TABLE, Waiting.UNKNOWN)] = None
    return tuple(found)


def _of(statement: str) -> Iterator[Lock]:
    for pattern, waiting in _PATTERNS:
        if match := pattern.search(statement):
            yield Lock(match["table"], waiting)
