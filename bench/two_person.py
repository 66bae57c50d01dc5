"""No single person makes anything public: every act, in every state that one person comes to.

What waits to be made public (entries, corrections, editions of meetings, progress, responses,
figures) is tried by whoever made it, with each role by itself and with all of them at once, and by
an administrator who granted themselves every role. As a control somebody else does each of them.
"""

from __future__ import annotations

from bench.databases import told_on_each
from bench.proof import Proof


def prove(*, full: bool) -> Proof:  # noqa: ARG001 - everything is tried each time
    """Try it on both databases, each in a process of its own."""
    figures, not_run = told_on_each("bench.alone", name="two_person", at_once=True)
    return Proof(
        claim="Nobody alone makes anything public, whatever roles they hold or grant themselves",
        figures=figures,
        goal="every act refused in every state; each of them done by another person",
        holds=all(
            told["states of one person tried"] == told["refused"]
            and not told["made public by one person"]
            and not told["acts that a second person cannot do either"]
            for told in figures.values()
        ),
        not_run=not_run,
    )
