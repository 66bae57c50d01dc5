"""The meeting before the prosecutors decide on no further action.

The gate asks; it never falsifies. A decision without a meeting is recorded as it was made, and is
a breach for ever: a meeting held afterwards does not heal it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.meeting import MeetingExcepted, MeetingHeld
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import About, Breach, Rule
from answerable.records.submissions import charging_decisions, suspects_concerned
from answerable.statute import Confidence
from answerable.statute.limits import Limits

MEETING = Rule(
    code="meeting_before_decision",
    asks=(
        "Investigator and prosecutor meet, in person or by video, before the prosecutors decide "
        "on no further action"
    ),
    citation="recommendation 5 of the joint inspection of July 2021",
    confidence=Confidence.CONFIRMED,
    recommendation=5,
)
GATED = frozenset({What.NO_FURTHER_ACTION, What.PROVISIONAL_NO_FURTHER_ACTION})
"""A provisional decision too: what it would end is to be talked about before the victim hears."""


def breaches(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Breach]:
    """Each suspect for whom the prosecutors decided on no further action without a meeting."""
    for number, decision in file.of(Decision):
        if decision.maker is not Maker.CPS or decision.made not in GATED:
            continue
        for suspect in suspects_concerned(file, decision.suspects, decision.on) or (None,):
            if opened_by(file, decision, suspect) is None:
                yield Breach(
                    MEETING,
                    " ".join(_words(file, decision, suspect)),
                    decision.on,
                    About(suspect=suspect, event=number),
                )


def opened_by(
    file: CaseFile, decision: Decision, suspect: int | None
) -> MeetingHeld | MeetingExcepted | None:
    """The meeting, or the exception from it, that let a decision be made for one suspect.

    It is on or before the day of the decision, and after any earlier decision of the prosecutors
    that ended the same matter: to decide afresh, after a review for instance, is to meet afresh.

    Args:
        suspect: None where nobody is identified.
    """
    return next(
        (
            one
            for one in _candidates(file, decision, suspect)
            if one.on <= decision.on and not _why_not(one)
        ),
        None,
    )


def _candidates(
    file: CaseFile, decision: Decision, suspect: int | None
) -> Iterator[MeetingHeld | MeetingExcepted]:
    """What was held or excepted about a suspect since the matter was decided before."""
    before = [
        one.on
        for one in charging_decisions(file, suspect)
        if one.on < decision.on and _same_victims(one, decision)
    ]
    held: list[MeetingHeld | MeetingExcepted] = [one for _, one in file.of(MeetingHeld)]
    for one in sorted([*held, *(one for _, one in file.of(MeetingExcepted))], key=_day):
        concerned = suspects_concerned(file, one.suspects, one.on)
        if (suspect is None or suspect in concerned) and all(day < one.on for day in before):
            yield one


def _day(one: MeetingHeld | MeetingExcepted) -> date:
    return one.on


def _same_victims(one: Decision, other: Decision) -> bool:
    return not one.victims or not other.victims or bool({*one.victims} & {*other.victims})


def _why_not(one: MeetingHeld | MeetingExcepted) -> str:
    """Why it does not count, in a sentence; empty where it does."""
    day = in_words(one.on)
    if isinstance(one, MeetingExcepted):
        return "" if one.reason.strip() else f"The exception of {day} gives no reason."
    if not one.mode.is_a_meeting:
        return f"What was held on {day} is no meeting: {one.mode.label.lower()}."
    if not one.police_present:
        return f"The investigator was not at the meeting of {day}."
    if not one.prosecutor_present:
        return f"The prosecutor was not at the meeting of {day}."
    return ""


def _words(file: CaseFile, decision: Decision, suspect: int | None) -> Iterator[str]:
    whom = f"suspect {suspect}" if suspect else "the case"
    yield (
        f"The prosecutors decided on {in_words(decision.on)} on {_WHAT[decision.made]} for {whom} "
        "without a meeting of both sides before it and without an exception by a manager."
    )
    for one in _candidates(file, decision, suspect):
        if one.on > decision.on:
            yield f"What was recorded for {in_words(one.on)} came after the decision."
            return
        yield _why_not(one)


_WHAT = {
    What.NO_FURTHER_ACTION: "no further action",
    What.PROVISIONAL_NO_FURTHER_ACTION: "provisional no further action",
}
RULES = (MEETING,)
