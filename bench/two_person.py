"""No single person makes anything public: every act, in every state that one person comes to.

One person administers a body and its force, and was given every role by others. Alone they add an
account for every role and sign in to each, give themselves, an account and a colleague every
role, and try to confirm what waits for a second person and to come to the accounts of others.
Then everything that becomes public (entries, corrections, editions of meetings, progress,
responses and their further versions, figures) is prepared and signed as each of these, and
released as each of them, with every role by itself and with all: while it waits, while it is
public, and after it was withdrawn. As a control somebody who had no part makes it public.
"""

from __future__ import annotations

from typing import Any

from bench.databases import told_on_each
from bench.proof import Proof


def prove(*, full: bool) -> Proof:  # noqa: ARG001 - everything is tried each time
    """Try it on both databases, each in a process of its own."""
    figures, not_run = told_on_each("bench.alone", name="two_person", at_once=True)
    return Proof(
        claim="Nobody alone makes anything public, whatever roles they hold and accounts they add",
        figures=figures,
        goal="every attempt refused, in every state; each of them ended by another person",
        holds=all(map(holds, figures.values())),
        not_run=not_run,
    )


def holds(told: dict[str, Any]) -> bool:
    """Whether what was found on one database is what is claimed."""
    return (
        told["attempts"] == told["refused"] > 0
        and not told["made public by one person"]
        and not told["further steps to more, that worked"]
        and not told["states that another person cannot end either"]
        and not told["operations of the press that nobody tries"]
    )
