"""How far a case has come: its state for each suspect, and the stage of the whole."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.first_response import AccountTaken, AccountType
from answerable.records.kinds.people import Status, SuspectIdentified, SuspectStatus
from answerable.records.stages import Stage
from answerable.records.states import PHASES, Phase, State
from answerable.records.transitions import TRANSITIONS

_STAGE_OF = {
    State.AT_TRIAL: Stage.AT_TRIAL,
    State.CONVICTED: Stage.AT_TRIAL,
    State.AWAITING_TRIAL: Stage.BEFORE_TRIAL,
    State.CHARGED: Stage.CHARGED,
    **dict.fromkeys(PHASES[Phase.WITH_PROSECUTORS], Stage.WITH_CPS),
}
_ORDER = list(State)
_BY_KIND = {
    kind: tuple(one for one in TRANSITIONS if kind in one.kinds)
    for transition in TRANSITIONS
    for kind in transition.kinds
}
_SPOKEN_TO = frozenset({Status.ARRESTED, Status.INTERVIEWED})


def states(file: CaseFile) -> dict[int | None, State]:
    """The state for each suspect by number; for None where nobody is identified."""
    known: list[int | None] = [
        *sorted({event.suspect for _, event in file.of(SuspectIdentified)}),
    ]
    return {suspect: state_of(file, suspect) for suspect in known or [None]}


def state_of(file: CaseFile, suspect: int | None) -> State:
    """The state of a case for one suspect, from the events that concern them or nobody by name.

    Args:
        suspect: by number; None: as though nobody was identified.
    """
    return next((state for _, state in reversed(history(file, suspect))), State.REPORTED)


def history(file: CaseFile, suspect: int | None) -> list[tuple[date, State]]:
    """The state for one suspect at the end of each day on which something could change it."""
    state = State.REPORTED
    found = []
    concerning = [
        one
        for one in file.standing
        if type(one.event) in _BY_KIND and _concerns(file, one.event, suspect)
    ]
    for on, day in groupby(concerning, key=lambda one: one.event.on):
        state = _after(state, [one.event for one in day])
        found.append((on, state))
    return found


def current_stage(file: CaseFile) -> Stage:
    """How far the whole case has come: as far as for the suspect who is furthest and not ended."""
    going_on = [state for state in states(file).values() if not state.is_ended]
    if not going_on:
        return Stage.ENDED
    stages = [_STAGE_OF.get(state) or _with_police(file) for state in going_on]
    return max(stages, key=list(Stage).index)


def _with_police(file: CaseFile) -> Stage:
    if any(step.status in _SPOKEN_TO for _, step in file.of(SuspectStatus)):
        return Stage.BEFORE_REFERRAL
    accounts = (account.account_type for _, account in file.of(AccountTaken))
    if any(account is not AccountType.NOTES for account in accounts):
        return Stage.BEFORE_SUSPECT
    return Stage.BEFORE_ACCOUNT


def _after(state: State, events: list[Event]) -> State:
    """The state after the events of one day.

    Their order within the day may not be known: what led nowhere in the order of recording is
    tried again, and counts where it leads on.
    """
    passed_over = []
    for event in events:
        target = _target(state, event)
        if target is None:
            passed_over.append(event)
        state = target or state
    while onward := next((event for event in passed_over if _leads_on(state, event)), None):
        passed_over.remove(onward)
        state = _target(state, onward) or state
    return state


def _leads_on(state: State, event: Event) -> bool:
    target = _target(state, event)
    return target is not None and _ORDER.index(target) > _ORDER.index(state)


def _target(state: State, event: Event) -> State | None:
    possible = _BY_KIND.get(type(event), ())
    made = (one for one in possible if one.is_made_by(event) and one.leads_from(state))
    return next((one.target for one in made), None)


def _concerns(file: CaseFile, event: Event, suspect: int | None) -> bool:
    named = _suspects(event)
    if not named:
        for name, kind in event.REFERS.items():
            number = getattr(event, name)
            referred = file.named(number, kind) if isinstance(number, int) else None
            if referred:
                named |= _suspects(referred)
    return suspect is None or not named or suspect in named


def _suspects(event: Event) -> set[int]:
    one: int | None = getattr(event, "suspect", None)
    return {*getattr(event, "suspects", ()), *([one] if one else [])}
