"""What moves a case from one state to another: a table, from which the diagram is made.

An event that finds a case in no state from which it leads anywhere leaves the state as it is: what
happened out of order is kept, and flagged by the rules, and does not turn a case back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from answerable.records.event import Event
from answerable.records.kinds.advice import AdviceAnswered, AdviceGiven, AdviceRequested
from answerable.records.kinds.court import (
    Charged,
    CourtResult,
    HearingHeld,
    HearingKind,
    Sentenced,
    Verdict,
)
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.first_response import AccountTaken
from answerable.records.kinds.people import SuspectIdentified, SuspectStatus
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.report import CrimeRecorded, NotACrime
from answerable.records.kinds.submission import SubmissionTriaged, Submitted
from answerable.records.states import PHASES, Phase, State


def _always(_event: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Transition:
    """What leads from some states to another."""

    sources: tuple[State | Phase, ...]
    """A phase stands for each of its states."""
    target: State
    kinds: tuple[type[Event], ...]
    label: str
    """What happens, as the diagram says it."""
    when: Callable[[Any], bool] = field(default=_always)
    """Which events of the kinds."""

    def leads_from(self, state: State) -> bool:
        """Whether it leads out of a state."""
        return state is not self.target and any(
            state is source or (isinstance(source, Phase) and state in PHASES[source])
            for source in self.sources
        )

    def is_made_by(self, event: Event) -> bool:
        """Whether an event, once it is known to concern the suspect, makes it."""
        return isinstance(event, self.kinds) and self.when(event)


def _made(*what: What, by_cps: bool | None = None) -> Callable[[Decision], bool]:
    def fits(decision: Decision) -> bool:
        return decision.made in what and by_cps in {None, decision.maker is Maker.CPS}

    return fits


def _verdict(*verdicts: Verdict) -> Callable[[CourtResult], bool]:
    return lambda result: result.verdict in verdicts


def _hearing(kind: HearingKind) -> Callable[[HearingHeld], bool]:
    return lambda held: held.hearing is kind


_BEFORE_CHARGE = (Phase.WITH_POLICE, Phase.WITH_PROSECUTORS)
_NOT_BEGUN = (State.REPORTED, State.RECORDED)
_ENDINGS = (What.NO_FURTHER_ACTION, What.NOT_INVESTIGATE)

TRANSITIONS = (
    Transition((State.REPORTED,), State.RECORDED, (CrimeRecorded,), "Crime recorded"),
    Transition(
        (*_NOT_BEGUN, Phase.ENDED_BEFORE_CHARGE),
        State.UNDER_INVESTIGATION,
        (SuspectIdentified,),
        "Suspect identified",
    ),
    Transition(
        _NOT_BEGUN,
        State.UNDER_INVESTIGATION,
        (AccountTaken, InvestigationPlanned, SuspectStatus),
        "Account, plan or step of a suspect",
    ),
    Transition(
        (*_NOT_BEGUN, State.UNDER_INVESTIGATION, State.FURTHER_WORK),
        State.ADVICE_ASKED,
        (AdviceRequested,),
        "Early advice requested",
    ),
    Transition(
        (State.ADVICE_ASKED,), State.UNDER_INVESTIGATION, (AdviceGiven,), "Early advice given"
    ),
    Transition(
        (State.ADVICE_ASKED,),
        State.UNDER_INVESTIGATION,
        (AdviceAnswered,),
        "Early advice refused",
        lambda answer: not answer.is_accepted,
    ),
    Transition(
        (Phase.WITH_POLICE,), State.REFERRED, (Decision,), "Decision to refer", _made(What.REFER)
    ),
    Transition(
        (Phase.WITH_POLICE, Phase.ENDED_BEFORE_CHARGE),
        State.WITH_CPS,
        (Submitted,),
        "Submission",
    ),
    Transition(
        (State.WITH_CPS,),
        State.FURTHER_WORK,
        (SubmissionTriaged,),
        "Submission not accepted",
        lambda triage: not triage.is_accepted,
    ),
    Transition(
        (State.WITH_CPS,),
        State.FURTHER_WORK,
        (Decision,),
        "Further work",
        _made(What.FURTHER_WORK),
    ),
    Transition(
        (*_BEFORE_CHARGE, Phase.ENDED_BEFORE_CHARGE),
        State.TO_BE_CHARGED,
        (Decision,),
        "Decision to charge, or to prosecute again",
        _made(What.CHARGE, What.PROSECUTE_AGAIN),
    ),
    Transition(
        (*_BEFORE_CHARGE, Phase.ENDED_BEFORE_CHARGE),
        State.CHARGED,
        (Charged,),
        "Suspect charged",
    ),
    Transition(
        _BEFORE_CHARGE,
        State.ENDED_BY_POLICE,
        (Decision,),
        "No further action, or no investigation",
        _made(*_ENDINGS, by_cps=False),
    ),
    Transition(
        _BEFORE_CHARGE,
        State.ENDED_BY_CPS,
        (Decision,),
        "No further action by the prosecutors",
        _made(*_ENDINGS, by_cps=True),
    ),
    Transition(
        _BEFORE_CHARGE,
        State.OUT_OF_COURT,
        (Decision,),
        "Disposal out of court",
        _made(What.OUT_OF_COURT),
    ),
    Transition(
        (*_BEFORE_CHARGE, Phase.ENDED_BEFORE_CHARGE),
        State.NOT_A_CRIME,
        (NotACrime,),
        "Not a recorded crime",
    ),
    Transition(
        (Phase.ENDED_BEFORE_CHARGE,),
        State.UNDER_INVESTIGATION,
        (Decision,),
        "Decision to investigate again",
        _made(What.INVESTIGATE_AGAIN),
    ),
    Transition(
        (State.CHARGED,),
        State.AWAITING_TRIAL,
        (HearingHeld,),
        "Plea hearing held",
        _hearing(HearingKind.PLEA),
    ),
    Transition(
        (State.CHARGED, State.AWAITING_TRIAL),
        State.AT_TRIAL,
        (HearingHeld,),
        "Trial begins",
        _hearing(HearingKind.TRIAL),
    ),
    Transition(
        (State.AT_TRIAL,),
        State.AWAITING_TRIAL,
        (CourtResult,),
        "Jury discharged",
        _verdict(Verdict.JURY_DISCHARGED),
    ),
    Transition(
        (Phase.IN_COURT, State.ACQUITTED, State.STOPPED),
        State.CONVICTED,
        (CourtResult,),
        "Conviction, on any count",
        _verdict(Verdict.CONVICTED, Verdict.CONVICTED_ON_PLEA),
    ),
    Transition(
        (State.CHARGED, State.AWAITING_TRIAL, State.AT_TRIAL),
        State.ACQUITTED,
        (CourtResult,),
        "Acquittal",
        _verdict(Verdict.ACQUITTED, Verdict.ACQUITTED_BY_DIRECTION),
    ),
    Transition(
        (State.CHARGED, State.AWAITING_TRIAL, State.AT_TRIAL),
        State.STOPPED,
        (CourtResult,),
        "Proceedings end without a verdict",
        _verdict(
            Verdict.NO_EVIDENCE_OFFERED,
            Verdict.DISCONTINUED,
            Verdict.LIES_ON_FILE,
            Verdict.STAYED,
            Verdict.UNFIT,
            Verdict.DIED,
        ),
    ),
    Transition(
        (State.CHARGED, State.AWAITING_TRIAL, State.AT_TRIAL),
        State.STOPPED,
        (Decision,),
        "Decision to stop the prosecution",
        _made(What.STOP_PROSECUTION, What.NO_EVIDENCE_OFFERED, What.LIE_ON_FILE),
    ),
    Transition(
        (State.ACQUITTED, State.STOPPED),
        State.CHARGED,
        (Decision,),
        "Decision to prosecute again",
        _made(What.PROSECUTE_AGAIN),
    ),
    Transition((State.CONVICTED,), State.SENTENCED, (Sentenced,), "Sentence"),
)
"""In the order in which a case goes through them."""
