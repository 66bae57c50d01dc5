"""Submissions: what a triage says, when a decision is due, and cases that were put aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds.submission import AdminFinalised, Reopened, SubmissionTriaged, Track
from answerable.records.rules import asked
from answerable.records.rules.asked import Asked, earliest, in_words
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.records.submissions import Submission, submissions, suspects_concerned
from answerable.statute import Confidence
from answerable.statute.limits import Limits

SHORTEST_REASON = 10
"""Characters; what is shorter says nothing that a reader could use."""

REASON = Rule(
    code="triage_reason",
    asks="A submission that is not accepted is sent back with what it lacks",
    citation="the Director’s Guidance on Charging, sixth edition",
    confidence=Confidence.TO_BE_VERIFIED,
    recommendation=5,
)
DECIDE = {
    track: Rule(
        code=track.limit,
        asks=f"The prosecutors decide on a submission within {track.label}",
        citation="the Director’s Guidance on Charging, sixth edition",
        confidence=Confidence.TO_BE_VERIFIED,
        limit=track.limit,
    )
    for track in Track
}
ADMIN_FINALISED = Rule(
    code="admin_finalised",
    asks="What the prosecutors put aside because no answer came is answered",
    citation="recommendation 4 of the joint inspection of July 2021",
    confidence=Confidence.CONFIRMED,
    recommendation=4,
)


def impossible(file: CaseFile, recorded: Recorded) -> Iterator[str]:
    """A triage that contradicts itself, and what was put aside taken up twice."""
    event = recorded.event
    if isinstance(event, SubmissionTriaged) and event.is_full_file and not event.is_accepted:
        yield "A file that was not accepted was not accepted as a full file either."
    if isinstance(event, Reopened):
        for _, one in file.of(Reopened):
            if _same(file, one.finalised, event.finalised):
                yield f"This was taken up again already, on {in_words(one.on)}."


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Refusals of a file without what it lacks, and decisions that are or came late."""
    for number, one in file.of(SubmissionTriaged):
        if not one.is_accepted and len(one.reason.strip()) < SHORTEST_REASON:
            yield Breach(
                REASON,
                f"The submission was sent back on {in_words(one.on)} without what it lacks.",
                one.on,
                About(event=number),
            )
    yield from asked.breaches(_decisions(file), limits, on)


def dues(file: CaseFile, limits: Limits, _on: date) -> Iterator[Due]:
    """Decisions that are pending, and what was put aside and not taken up again."""
    yield from asked.dues(_decisions(file), limits)
    decided = {one.number for one in submissions(file) if one.decided_on}
    taken_up = {file.standing_number(one.finalised) for _, one in file.of(Reopened)}
    for number, one in file.of(AdminFinalised):
        if number not in taken_up and file.standing_number(one.submission) not in decided:
            yield Due(
                ADMIN_FINALISED,
                f"Answer the prosecutors, who put the case aside on {in_words(one.on)}",
                Side.POLICE,
                one.on,
                None,
                About(event=number),
            )


def _decisions(file: CaseFile) -> Iterator[Asked]:
    """The decision that each submission asks for.

    It is not asked any more once the file was sent back, or was sent again for the same suspects.
    That a case was put aside does not end it.
    """
    every = submissions(file)
    for place, one in enumerate(every):
        again_on = _sent_again(file, one, every[place + 1 :])
        yield Asked(
            rule=DECIDE[one.event.track],
            to_do=f"Decide on the submission of {in_words(one.event.on)}",
            side=Side.CPS,
            since=one.event.on,
            done_on=earliest(one.decided_on, one.rejected_on, again_on),
            about=About(event=one.number),
        )


def _sent_again(file: CaseFile, one: Submission, later: tuple[Submission, ...]) -> date | None:
    """The day on which all its suspects were submitted again."""
    concerned = {*suspects_concerned(file, one.event.suspects, one.event.on)}
    for other in later:
        if concerned <= {*suspects_concerned(file, other.event.suspects, other.event.on)}:
            return other.event.on
    return None


def _same(file: CaseFile, one: int, other: int) -> bool:
    return file.standing_number(one) == file.standing_number(other)


RULES = (REASON, *DECIDE.values(), ADMIN_FINALISED)
