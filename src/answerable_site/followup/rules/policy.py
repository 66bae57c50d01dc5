"""What a policing body asks of follow-up: its own choices, none of them law."""

from __future__ import annotations

from dataclasses import dataclass


class PolicyRefused(ValueError):
    """A choice makes no sense; the message says which."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices of a body. The defaults are ours and say nothing of any law.

    Raises:
        PolicyRefused: a number is out of its range.
    """

    revisions_allowed: int | None = None
    """How often a target date may move; None for as often as there is a reason. Some authorities
    allow one."""
    demonstration_days: int = 90
    """Calendar days for which finished work shows that it lasts, before it counts as complete."""
    evidence_months: int = 12
    """Months after which evidence is too old to rely on."""
    update_days: int = 28
    """Calendar days between progress updates."""
    sustainment_months: int = 6
    """Months after a closure at which somebody checks that it lasted."""
    step_days: int = 7
    """Calendar days after which an escalation that nobody acknowledged goes to the next level."""

    def __post_init__(self) -> None:
        for name, least, most in _RANGES:
            value = getattr(self, name)
            if value is not None and not least <= value <= most:
                raise PolicyRefused(f"{_WORDS[name]} must be between {least} and {most}")


_RANGES = (
    ("revisions_allowed", 0, 20),
    ("demonstration_days", 0, 730),
    ("evidence_months", 1, 60),
    ("update_days", 1, 366),
    ("sustainment_months", 1, 36),
    ("step_days", 1, 90),
)
_WORDS = {
    "revisions_allowed": "How often a date may move",
    "demonstration_days": "The days for which work has to show that it lasts",
    "evidence_months": "The months after which evidence is too old",
    "update_days": "The days between progress updates",
    "sustainment_months": "The months until a closure is checked",
    "step_days": "The days until an escalation goes a level higher",
}
