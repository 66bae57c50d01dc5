"""The three states of a commitment as they are now, with the words that each rests on.

What was said before a reopening is history: it stays in the rows and is no state any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from answerable_site.followup import rules
from answerable_site.followup.models import Commitment
from answerable_site.followup.models.tracked import Said

Row = TypeVar("Row", bound=Said)


@dataclass(frozen=True, slots=True)
class Stated:
    """One of the three states, in words; all empty while there is none."""

    state: str = ""
    on: date | None = None
    words: str = ""


def own_view_of(commitment: Commitment) -> Stated:
    """How the organisation that has to act sees it now.

    Args:
        commitment: with its `own_statements`, in any order; so are the rows of the next two.
    """
    said = _latest(commitment.own_statements.all())
    if said is None or not commitment.own_view:
        return Stated()
    return Stated(rules.OwnView(commitment.own_view).label, said.on, said.words)


def assurance_of(commitment: Commitment) -> Stated:
    """What the policing body judges now, under its own name for the level."""
    given = _latest(commitment.assurances.all())
    if given is None or not commitment.assurance:
        return Stated()
    return Stated(commitment.assurance_name, given.on, given.words)


def inspectorate_of(commitment: Commitment) -> Stated:
    """What the inspectorate says now. A reopening takes nothing of it away."""
    said = _latest(commitment.inspectorate_statements.all())
    if said is None or not commitment.inspectorate:
        return Stated()
    status = rules.InspectorateStatus(commitment.inspectorate)
    return Stated(status.label, said.on, said.words)


def _latest(rows: Iterable[Row]) -> Row | None:
    return max(rows, key=lambda row: (row.at, row.pk), default=None)
