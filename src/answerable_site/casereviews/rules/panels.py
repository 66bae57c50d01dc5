"""Scrutiny panels: what a score means, and the draft of an anonymised bundle.

Source: panels on out-of-court disposals as offices publish them, whose form panels on rape and
serious sexual offences copy: independent review, then discussion; four scores; no case is reopened.
"""

from __future__ import annotations

from enum import IntEnum

from answerable.records.file import CaseFile
from answerable.records.stages import Step

_LEFT_OUT = frozenset({Step.CHARACTERISTICS, Step.CORRECTION, Step.PILOT})
"""Steps whose mere name may lead to somebody, or that say nothing to a panel."""


class PanelScore(IntEnum):
    """What a panel, or one of its members, says of how a case was dealt with."""

    CONSISTENT = 1
    WITH_OBSERVATIONS = 2
    INAPPROPRIATE = 3
    NO_CONCLUSION = 4

    @property
    def label(self) -> str:
        return f"{self.value}: {_SCORES[self]}"


_SCORES = {
    PanelScore.CONSISTENT: "Appropriate and consistent with policy",
    PanelScore.WITH_OBSERVATIONS: "Appropriate, with observations",
    PanelScore.INAPPROPRIATE: "Inappropriate or inconsistent with policy",
    PanelScore.NO_CONCLUSION: "No conclusion: it comes back to the next sitting",
}


def drafted_bundle(file: CaseFile) -> str:
    """A draft of what happened, without a date, a name or a word that anybody typed.

    Each step of the case that counts, as so many days after the report. Somebody of the force goes
    on from there, and somebody else looks at it before the panel does.
    """
    lines = [
        f"Day {(one.event.on - file.reported_on).days}: {one.event.LABEL}"
        for one in file.standing
        if one.event.STEP not in _LEFT_OUT
    ]
    return "\n".join(dict.fromkeys(lines))
