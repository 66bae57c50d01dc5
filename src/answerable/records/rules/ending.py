"""When a case, or the investigation of it, ended for the last of its suspects."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from itertools import takewhile

from answerable.records.file import CaseFile
from answerable.records.progress import history, states
from answerable.records.states import PHASES, Phase, State

_ENDED = frozenset(state for state in State if state.is_ended)
_INVESTIGATED = _ENDED | {State.TO_BE_CHARGED, *PHASES[Phase.IN_COURT]}


def ended_on(file: CaseFile) -> date | None:
    """The day since which the case is ended for every suspect; None while it goes on.

    Taken up again, it goes on, and a later end has a later day.
    """
    return _since(file, _ENDED)


def investigated_until(file: CaseFile) -> date | None:
    """The day since which every suspect is charged, to be charged, or done with; None before."""
    return _since(file, _INVESTIGATED)


def _since(file: CaseFile, wanted: Set[State]) -> date | None:
    found = [_entered(file, suspect, wanted) for suspect in states(file)]
    known = [day for day in found if day is not None]
    return max(known) if len(known) == len(found) else None


def _entered(file: CaseFile, suspect: int | None, wanted: Set[State]) -> date | None:
    """The first day of the last run of such states; None where the present state is none."""
    run = takewhile(lambda day: day[1] in wanted, reversed(history(file, suspect)))
    return min((on for on, _ in run), default=None)
