"""The strata of a sampling frame: how a case ended, or that it is open, as at a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from answerable.records.codes.outcomes import base
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, OutcomeRecorded
from answerable.records.progress import states
from answerable.records.states import Phase, State
from answerable.statute.deadlines import add_months

LONG_MONTHS: Final = 12
_VICTIM_DOES_NOT_SUPPORT: Final = frozenset({14, 16})
_CHARGED_PHASES: Final = frozenset({Phase.IN_COURT, Phase.ENDED_AFTER_CHARGE})


class Stratum(StrEnum):
    """A part of the frame from which files are drawn by themselves."""

    POLICE_SUPPORTS = "police_supports"
    POLICE_NO_SUPPORT = "police_no_support"
    CPS = "cps"
    CHARGED = "charged"
    OPEN_LONG = "open_long"
    OPEN = "open"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Stratum.POLICE_SUPPORTS: "No further action by the police, victim supports",
    Stratum.POLICE_NO_SUPPORT: "No further action, victim does not support (outcomes 14 and 16)",
    Stratum.CPS: "No further action by the prosecutors",
    Stratum.CHARGED: "Charged",
    Stratum.OPEN_LONG: "Open for more than 12 months",
    Stratum.OPEN: "Open for 12 months or less",
    Stratum.OTHER: "Ended in another way",
}
USUAL: Final = (
    Stratum.POLICE_SUPPORTS,
    Stratum.POLICE_NO_SUPPORT,
    Stratum.CPS,
    Stratum.CHARGED,
    Stratum.OPEN_LONG,
)
"""The strata of a review of the joint inspection’s recommendations."""


def stratum_of(file: CaseFile, *, on: date) -> Stratum:
    """The stratum of a case, from what had happened by a day.

    A case with several suspects is charged if one of them is, and open while it is for any other.
    Once it ended for all, a decision of the prosecutors counts before one of the police.

    Args:
        on: the civil date as at which the frame is frozen.
    """
    as_at = file.as_at(on)
    found = set(states(as_at).values())
    if any(one.phase in _CHARGED_PHASES or one is State.TO_BE_CHARGED for one in found):
        return Stratum.CHARGED
    if any(not one.is_ended for one in found):
        is_long = add_months(file.reported_on, LONG_MONTHS) < on
        return Stratum.OPEN_LONG if is_long else Stratum.OPEN
    if State.ENDED_BY_CPS in found:
        return Stratum.CPS
    if State.ENDED_BY_POLICE in found:
        return _ended_by_police(as_at)
    return Stratum.OTHER


def _ended_by_police(file: CaseFile) -> Stratum:
    codes = {base(code) for code in _outcomes(file)}
    if codes & _VICTIM_DOES_NOT_SUPPORT:
        return Stratum.POLICE_NO_SUPPORT
    return Stratum.POLICE_SUPPORTS


def _outcomes(file: CaseFile) -> list[str]:
    """The outcome that the police assigned last, for each suspect that one names."""
    last: dict[int | None, str] = {}
    for _, event in file.of(Decision, OutcomeRecorded):
        if isinstance(event, Decision):
            if event.maker is Maker.POLICE and event.outcome:
                last |= dict.fromkeys(event.suspects or (None,), event.outcome)
        elif isinstance(event, OutcomeRecorded) and event.maker is Maker.POLICE:
            last[event.suspect] = event.outcome
    return list(last.values())
