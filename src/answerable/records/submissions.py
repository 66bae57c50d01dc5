"""Submissions to the prosecutors, each with its triage and the day on which it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import SuspectIdentified
from answerable.records.kinds.submission import SubmissionTriaged, Submitted

CHARGING_DECISIONS = frozenset({What.CHARGE, What.NO_FURTHER_ACTION, What.OUT_OF_COURT})
"""What ends a submission. Further work and a provisional decision leave it pending."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as it stands."""

    number: int
    event: Submitted
    triages: tuple[SubmissionTriaged, ...]
    decided_on: date | None
    """The day on which the prosecutors had decided, whatever they decided, for the last of its
    suspects; None while one is pending."""

    @property
    def full_file_on(self) -> date | None:
        """The first day on which it was accepted as a full file; None where it was not."""
        return next((one.on for one in self.triages if one.is_accepted and one.is_full_file), None)

    @property
    def rejected_on(self) -> date | None:
        """The day of its latest triage, where that did not accept it."""
        if self.triages and not self.triages[-1].is_accepted:
            return self.triages[-1].on
        return None


def submissions(file: CaseFile) -> tuple[Submission, ...]:
    """Every submission of a case, earliest first, each counted for itself."""
    return tuple(_submission(file, number, event) for number, event in file.of(Submitted))


def suspects_concerned(file: CaseFile, named: tuple[int, ...], on: date) -> tuple[int, ...]:
    """Whom something concerns: those that it names; none named: every suspect identified by that
    day; empty where nobody is."""
    if named:
        return tuple(dict.fromkeys(named))
    return tuple(
        dict.fromkeys(one.suspect for _, one in file.of(SuspectIdentified) if one.on <= on)
    )


def charging_decisions(file: CaseFile, suspect: int | None) -> Iterator[Decision]:
    """The prosecutors’ decisions that end a submission, for one suspect, earliest first.

    Args:
        suspect: None where nobody is identified: every such decision.
    """
    for _, decision in file.of(Decision):
        if decision.maker is not Maker.CPS or decision.made not in CHARGING_DECISIONS:
            continue
        if suspect is None or not decision.suspects or suspect in decision.suspects:
            yield decision


def _submission(file: CaseFile, number: int, event: Submitted) -> Submission:
    return Submission(
        number=number,
        event=event,
        triages=tuple(
            one
            for _, one in file.of(SubmissionTriaged)
            if file.standing_number(one.submission) == number
        ),
        decided_on=_decided_on(file, event),
    )


def _decided_on(file: CaseFile, event: Submitted) -> date | None:
    last: date | None = None
    for suspect in suspects_concerned(file, event.suspects, event.on) or (None,):
        first = next(
            (one.on for one in charging_decisions(file, suspect) if one.on >= event.on), None
        )
        if first is None:
            return None
        last = max(first, last or first)
    return last
