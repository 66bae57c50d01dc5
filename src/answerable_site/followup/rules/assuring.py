"""When a policing body may call something complete, and who may say that evidence is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answerable_site.followup.rules.states import AssuranceKind


@dataclass(frozen=True, slots=True)
class Given:
    """An assurance as it was given."""

    kind: AssuranceKind
    on: date


class NotYet(ValueError):
    """It is too early to say this; the message says what comes first."""


def complete_from(given: Sequence[Given], *, demonstration_days: int) -> date | None:
    """The first day on which "complete" may be said; None until the work began to show it lasts.

    The period counts from the day on which the present run of "demonstrating" began: falling back
    to less starts it again.

    Args:
        given: all assurances in the order in which they were given.
        demonstration_days: calendar days that the body’s policy asks for; 0 asks for none.
    """
    began: date | None = None
    for one in given:
        if one.kind in {AssuranceKind.DEMONSTRATING, AssuranceKind.COMPLETE}:
            began = began or one.on
        else:
            began = None
    return None if began is None else began + timedelta(days=demonstration_days)


def check_assurance(
    given: Sequence[Given], kind: AssuranceKind, *, on: date, demonstration_days: int
) -> None:
    """Raises NotYet unless an assurance of a kind may be given on a day."""
    if kind is not AssuranceKind.COMPLETE or demonstration_days == 0:
        return
    first = complete_from(given, demonstration_days=demonstration_days)
    if first is None:
        raise NotYet(
            f"First record that the work is done and has to show that it lasts: your office asks "
            f"for {demonstration_days} days of it before anything is complete"
        )
    if on < first:
        raise NotYet(
            f"The work has to show until {first.day} {first:%B %Y} that it lasts: it can be "
            "called complete from then on"
        )


@dataclass(frozen=True, slots=True)
class Independence:
    """Whoever tests evidence, and those whom it must not be."""

    tester: int
    owners: frozenset[int]
    """Everybody who owns the commitment or one of its actions, or owned it before."""
    provider: int | None = None
    """Who added the evidence."""

    @property
    def problem(self) -> str:
        """Why this person cannot test it; empty if they can."""
        if self.tester in self.owners:
            return "You own this work, or owned it: somebody else must test the evidence"
        if self.tester == self.provider:
            return "You added this evidence yourself: somebody else must test it"
        return ""
