"""Which rows of a measure alone."""

from __future__ import annotations

from collections.abc import Mapping

from answerable.measures.answer import Answer
from answerable.measures.definition import Definition
from answerable.measures.running import Cut, answers

Where = Mapping[str, str]
"""Which rows alone: what a breakdown has to be, by its name."""


def answers_where(cut: Cut, definition: Definition, by: str, where: Where) -> list[Answer]:
    """The answers by one breakdown, of some rows alone.

    Raises:
        NoSuchBreakdown: the measure cannot be broken down so.
    """
    found = answers(cut, definition, (by, *where))
    return [
        one for one in found if all(str(one.group[name]) == value for name, value in where.items())
    ]
