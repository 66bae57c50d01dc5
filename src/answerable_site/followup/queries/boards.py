"""The board: open commitments by a state, the first of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count

from answerable_site.followup import rules
from answerable_site.followup.queries.lines import (
    Line,
)
from answerable_site.followup.queries.listing import (
    listed_commitments,
)
from answerable_site.followup.queries.wanted import (
    UNSAID,
    Wanted,
)
from answerable_site.people.rules import Viewer

SHOWN = 10
"""Commitments of a column; the list has the others."""


class By(StrEnum):
    """What the columns of a board are."""

    OWN_VIEW = "own_view"
    ASSURANCE = "assurance"

    @property
    def label(self) -> str:
        return "What the organisation says" if self is By.OWN_VIEW else "What the office assures"

    @property
    def states(self) -> Sequence[StrEnum]:
        """Every column, from the least far on."""
        return tuple(rules.OwnView) if self is By.OWN_VIEW else tuple(rules.AssuranceKind)


@dataclass(frozen=True, slots=True)
class Column:
    """One state, how many have it, and the first of them."""

    state: str
    """A value of the state, or `UNSAID`."""
    count: int
    lines: tuple[Line, ...]


def board(viewer: Viewer, by: By, *, on: date) -> list[Column]:
    """Open commitments in columns, each the soonest original date first."""
    every = listed_commitments(viewer, Wanted(), on=on)
    counted = dict(every.found.order_by().values_list(by.value).annotate(count=Count("pk")))
    keys = {
        state: list(every.found.filter(**{by.value: state}).values_list("pk", flat=True)[:SHOWN])
        for state, count in counted.items()
        if count
    }
    lines = {line.id: line for line in every.of([key for some in keys.values() for key in some])}
    return [
        Column(
            state=state or UNSAID,
            count=counted.get(state, 0),
            lines=tuple(lines[key] for key in keys.get(state, ())),
        )
        for state in ("", *(one.value for one in by.states))
    ]
