"""What a proof hands to the frame that prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Proof:
    """One claim, what was measured, and whether the claim stands.

    A proof with a part that could not be run never holds, whatever `holds` says: the frame
    prints `stands`.
    """

    claim: str
    """The claim in one sentence."""
    figures: Mapping[str, Any]
    """What was measured: plain data, units in the names ("seconds for 100 pages")."""
    goal: str
    """What the figures must reach, in words."""
    holds: bool
    """Whether the figures reach the goal."""
    not_run: list[str] = field(default_factory=list)
    """A sentence for each part that could not be run, saying why."""

    @property
    def stands(self) -> bool:
        """The goal is reached and every part was run."""
        return self.holds and not self.not_run

    def as_json(self) -> dict[str, Any]:
        """The proof as plain data, in the shape of the frame's last line."""
        return {
            "claim": self.claim,
            "figures": dict(self.figures),
            "goal": self.goal,
            "holds": self.stands,
            "not_run": list(self.not_run),
        }
