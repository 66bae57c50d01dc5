"""When a case, or the investigation of it, ended; a decision to go on opens both again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.codes.outcomes import base
from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.court import Charged, CourtResult, Verdict
from answerable.records.kinds.decision import Decision, OutcomeRecorded, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.report import NotACrime
from answerable.records.kinds.submission import Submitted
from answerable.records.rules.decision import ENDS_A_CASE

_GOING_ON = frozenset(
    {What.REFER, What.FURTHER_WORK, What.CHARGE, What.INVESTIGATE_AGAIN, What.PROSECUTE_AGAIN}
)
_CHARGED = 1
"""The outcome that ends an investigation and no case."""


def ended_on(file: CaseFile) -> date | None:
    """The day on which the case had ended for its last suspect; None while it goes on."""
    return _last(file, charge_ends=False)


def investigated_until(file: CaseFile) -> date | None:
    """The day on which the investigation had ended, by a charge too, for its last suspect; None
    while it goes on."""
    return _last(file, charge_ends=True)


def _last(file: CaseFile, *, charge_ends: bool) -> date | None:
    not_a_crime = file.latest(NotACrime)
    if not_a_crime:
        return not_a_crime.on
    suspects: set[int | None] = {one.suspect for _, one in file.of(SuspectIdentified)}
    ends = [_end(file, suspect, charge_ends=charge_ends) for suspect in suspects or {None}]
    known = [day for day in ends if day is not None]
    return max(known) if len(known) == len(ends) else None


def _end(file: CaseFile, suspect: int | None, *, charge_ends: bool) -> date | None:
    """The day of the last word about one suspect, where that is an end."""
    end: date | None = None
    for event in _words_about(file, suspect):
        if _goes_on(event, charge_ends=charge_ends):
            end = None
        elif _ends(event, charge_ends=charge_ends):
            end = end or event.on
    return end


def _words_about(file: CaseFile, suspect: int | None) -> Iterator[Event]:
    for _, event in file.of(Decision, Submitted, OutcomeRecorded, Charged, CourtResult):
        whom = {*getattr(event, "suspects", ())} | {getattr(event, "suspect", None)} - {None}
        if suspect is None or not whom or suspect in whom:
            yield event


def _ends(event: Event, *, charge_ends: bool) -> bool:
    match event:
        case Decision():
            return event.made in ENDS_A_CASE or (charge_ends and event.made is What.CHARGE)
        case OutcomeRecorded():
            number = base(event.outcome)
            return number is not None and (charge_ends or number != _CHARGED)
        case CourtResult():
            return event.verdict is not Verdict.JURY_DISCHARGED
        case Charged():
            return charge_ends
    return False


def _goes_on(event: Event, *, charge_ends: bool) -> bool:
    match event:
        case Submitted():
            return True
        case Decision():
            return event.made in _GOING_ON and not (charge_ends and event.made is What.CHARGE)
        case Charged():
            return not charge_ends
    return False
