"""Checks over many cases: what one case cannot show.

Which records are of the same person in several cases is not known here, since no identity is held:
whether somebody gave different answers in two cases is not checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.file import CaseFile
from answerable.records.kinds.characteristics import State
from answerable.records.kinds.disagreement import DisagreementRaised
from answerable.records.kinds.submission import Submitted
from answerable.records.kinds.withdrawal import Withdrawal
from answerable.records.quality.check import Check
from answerable.records.rules.characteristics import known
from answerable.records.rules.victims import victims
from answerable.statute import Confidence, add_months

EXCESS = Check(
    "prefer_not_to_say_excess",
    "In no unit is “prefers not to say” more than twice as frequent as in the force.",
    "recommendation 1 of the joint inspection of July 2021; twice is this product’s own figure",
    Confidence.REASONED,
    recommendation=1,
)
ONE_REASON = Check(
    "one_reason_for_withdrawal",
    "No single reason is given in more than 60% of the withdrawals of a unit.",
    "recommendation 3 of the joint inspection of July 2021; 60% is this product’s own figure",
    Confidence.REASONED,
    recommendation=3,
)
NO_DISAGREEMENT = Check(
    "no_disagreement_in_a_year",
    "A unit that submits cases disagrees now and then; none in a year is a reason to ask why.",
    "recommendation 5 of the joint inspection of July 2021",
    Confidence.REASONED,
    recommendation=5,
)
CHECKS = (EXCESS, ONE_REASON, NO_DISAGREEMENT)

_TIMES_THE_FORCE = 2
_LARGEST_SHARE = Fraction(60, 100)
_MONTHS = 12

Units = Mapping[str, Sequence[CaseFile]]
"""The cases of each unit of a force, by what the caller calls it."""


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """Something in the cases of one unit that a person should look at, with its working."""

    check: Check
    unit: str
    words: str
    count: int
    of: int
    """What the count is out of; never nought."""


def prefer_not_to_say(units: Units) -> Iterator[UnitFinding]:
    """Units in which asking is doubtful, for each characteristic.

    Out of the victims who gave an answer, which “prefers not to say” is. Exactly twice the force’s
    share is no excess. Restricted characteristics are left out: no small table may hold them.
    """
    for characteristic in Characteristic:
        if characteristic_restricted(characteristic):
            continue
        counts = {unit: _preferred(files, characteristic) for unit, files in units.items()}
        force = _share(
            sum(count for count, _ in counts.values()), sum(of for _, of in counts.values())
        )
        for unit, (count, of) in counts.items():
            if _share(count, of) > _TIMES_THE_FORCE * force:
                words = f"{characteristic.label}: {count} of {of} prefer not to say."
                yield UnitFinding(EXCESS, unit, words, count, of)


def one_reason(units: Units) -> Iterator[UnitFinding]:
    """Units in which one reason stands in more than 60% of the withdrawals that have any."""
    for unit, files in units.items():
        given = [
            set(event.reasons)
            for file in files
            for _, event in file.of(Withdrawal)
            if event.reasons
        ]
        for reason, count in Counter(one for reasons in given for one in reasons).items():
            if _share(count, len(given)) > _LARGEST_SHARE:
                words = f"“{reason.label}” in {count} of {len(given)} withdrawals."
                yield UnitFinding(ONE_REASON, unit, words, count, len(given))


def no_disagreement(units: Units, *, on: date) -> Iterator[UnitFinding]:
    """Units that submitted in the twelve months to a day, that day included, and never disagreed.

    That is a question and no success: nobody may know how to disagree.
    """
    for unit, files in units.items():
        submitted = _within_a_year(files, Submitted, on)
        if submitted and not _within_a_year(files, DisagreementRaised, on):
            words = f"No disagreement in a year with {submitted} submissions."
            yield UnitFinding(NO_DISAGREEMENT, unit, words, 0, submitted)


def _preferred(files: Sequence[CaseFile], characteristic: Characteristic) -> tuple[int, int]:
    """How many victims prefer not to say, and how many gave an answer."""
    states = [known(file, victim)[characteristic] for file in files for victim in victims(file)]
    answered = [state for state in states if state.is_answered]
    return answered.count(State.PREFER_NOT_TO_SAY), len(answered)


def _share(count: int, of: int) -> Fraction:
    return Fraction(count, of) if of else Fraction(0)


def _within_a_year(
    files: Sequence[CaseFile], kind: type[Submitted] | type[DisagreementRaised], on: date
) -> int:
    since = add_months(on, -_MONTHS)
    return sum(since < event.on <= on for file in files for _, event in file.of(kind))
