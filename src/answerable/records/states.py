"""The states of a case for one suspect, or for the whole case while nobody is identified."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a case stands for one suspect."""

    REPORTED = "reported"
    RECORDED = "recorded"
    UNDER_INVESTIGATION = "under_investigation"
    ADVICE_ASKED = "advice_asked"
    REFERRED = "referred"
    FURTHER_WORK = "further_work"
    WITH_CPS = "with_cps"
    TO_BE_CHARGED = "to_be_charged"
    CHARGED = "charged"
    AWAITING_TRIAL = "awaiting_trial"
    AT_TRIAL = "at_trial"
    CONVICTED = "convicted"
    NOT_A_CRIME = "not_a_crime"
    ENDED_BY_POLICE = "ended_by_police"
    ENDED_BY_CPS = "ended_by_cps"
    OUT_OF_COURT = "out_of_court"
    ACQUITTED = "acquitted"
    STOPPED = "stopped"
    SENTENCED = "sentenced"

    @property
    def label(self) -> str:
        return _STATES[self]

    @property
    def phase(self) -> Phase:
        """The part of the case that the state belongs to."""
        return next(phase for phase, states in PHASES.items() if self in states)

    @property
    def is_ended(self) -> bool:
        """Whether the case has ended for the suspect, unless it is taken up again."""
        return self.phase in {Phase.ENDED_BEFORE_CHARGE, Phase.ENDED_AFTER_CHARGE}


_STATES = {
    State.REPORTED: "Reported",
    State.RECORDED: "Recorded as a crime",
    State.UNDER_INVESTIGATION: "Under investigation",
    State.ADVICE_ASKED: "Early advice asked for",
    State.REFERRED: "To be referred",
    State.FURTHER_WORK: "Back for further work",
    State.WITH_CPS: "With the prosecutors",
    State.TO_BE_CHARGED: "To be charged",
    State.CHARGED: "Charged",
    State.AWAITING_TRIAL: "Awaiting trial",
    State.AT_TRIAL: "At trial",
    State.CONVICTED: "Convicted",
    State.NOT_A_CRIME: "Not a recorded crime",
    State.ENDED_BY_POLICE: "No further action by the police",
    State.ENDED_BY_CPS: "No further action by the prosecutors",
    State.OUT_OF_COURT: "Dealt with out of court",
    State.ACQUITTED: "Acquitted",
    State.STOPPED: "Prosecution stopped",
    State.SENTENCED: "Sentenced",
}


class Phase(StrEnum):
    """A part of the case, with its states."""

    WITH_POLICE = "with_police"
    WITH_PROSECUTORS = "with_prosecutors"
    IN_COURT = "in_court"
    ENDED_BEFORE_CHARGE = "ended_before_charge"
    ENDED_AFTER_CHARGE = "ended_after_charge"

    @property
    def label(self) -> str:
        return _PHASES[self]


_PHASES = {
    Phase.WITH_POLICE: "With the police",
    Phase.WITH_PROSECUTORS: "With the prosecutors",
    Phase.IN_COURT: "In court",
    Phase.ENDED_BEFORE_CHARGE: "Ended before a charge",
    Phase.ENDED_AFTER_CHARGE: "Ended after a charge",
}
PHASES: dict[Phase, tuple[State, ...]] = {
    Phase.WITH_POLICE: (
        State.REPORTED,
        State.RECORDED,
        State.UNDER_INVESTIGATION,
        State.ADVICE_ASKED,
        State.REFERRED,
        State.FURTHER_WORK,
    ),
    Phase.WITH_PROSECUTORS: (State.WITH_CPS, State.TO_BE_CHARGED),
    Phase.IN_COURT: (State.CHARGED, State.AWAITING_TRIAL, State.AT_TRIAL, State.CONVICTED),
    Phase.ENDED_BEFORE_CHARGE: (
        State.NOT_A_CRIME,
        State.ENDED_BY_POLICE,
        State.ENDED_BY_CPS,
        State.OUT_OF_COURT,
    ),
    Phase.ENDED_AFTER_CHARGE: (State.ACQUITTED, State.STOPPED, State.SENTENCED),
}
