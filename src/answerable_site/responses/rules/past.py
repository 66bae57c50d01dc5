"""A response of former days: what is known of it, what is missing, and whether it was in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from answerable.statute import Clock, basis, clock_for, days_in_words, why_no_clock


class Explained(StrEnum):
    """Whether a response explains every recommendation of its report."""

    NOT_KNOWN = ""
    ALL = "all"
    SOME = "some"
    NONE = "none"

    @property
    def label(self) -> str:
        return _EXPLAINED[self]


_EXPLAINED: Final = {
    Explained.NOT_KNOWN: "Not known",
    Explained.ALL: "Yes, every one",
    Explained.SOME: "Some of them",
    Explained.NONE: "No",
}


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What is known of a past response; None and empty text stand for what is not known."""

    reference: str = ""
    """The office's own."""
    published_on: date | None = None
    """The civil date on which it was first public."""
    address: str = ""
    invited_on: date | None = None
    comments_received_on: date | None = None
    explained: Explained = Explained.NOT_KNOWN
    copied_to_inspectors_on: date | None = None
    copied_to_secretary_on: date | None = None
    note: str = ""

    def told_over(self, held: PastAnswer) -> PastAnswer:
        """What is held, with everything that is known here in its place."""
        return replace(held, **{name: value for name, value in _facts(self).items() if value})

    def differing(self, other: PastAnswer) -> tuple[str, ...]:
        """The names of the fields in which two differ."""
        mine, theirs = _facts(self), _facts(other)
        return tuple(name for name in mine if mine[name] != theirs[name])

    def changes_from(self, held: PastAnswer) -> dict[str, list[str] | None]:
        """What differs from what was held, for the audit record: days and choices as they were and
        are, of other fields the name alone."""
        before, after = _facts(held), _facts(self)
        return {
            name: [_plain(before[name]), _plain(after[name])]
            if name.endswith("_on") or name == "explained"
            else None
            for name in self.differing(held)
        }


def _plain(value: date | str | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _facts(answer: PastAnswer) -> dict[str, Any]:
    return {name: getattr(answer, name) for name in PastAnswer.__slots__}


class PastStanding(StrEnum):
    """How a past response stands to the law."""

    IN_TIME = "in_time"
    LATE = "late"
    NOT_WHOLE = "not_whole"
    """It was published, and never explained every recommendation."""
    NOT_KNOWN_WHETHER_WHOLE = "not_known_whether_whole"
    """It was published in the period; whether it explains everything is not known."""
    NOT_KNOWN_WHEN = "not_known_when"
    NO_CLOCK = "no_clock"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a past response was in time, and what is missing."""

    standing: PastStanding
    sentence: str
    days: int | None
    """The day of the period on which it was published, the report's own being day 1; None where no
    clock runs or the day is not known."""
    days_late: int
    """Calendar days after the last lawful day; 0 if it was not late or that is not known."""
    missing: tuple[str, ...]
    """A sentence each."""


def judge(*, report_published_on: date, legal_basis: str, answer: PastAnswer) -> Judgement:
    """Whether a past response was in time, and what cannot be shown of it.

    Section 55(5A) of the Police Act 1996 wants everything that (5) and (5B) ask for public by the
    last lawful day. So a response that explains only some recommendations was never wholly given,
    whatever its date.

    Args:
        report_published_on: the civil date on which the inspectorate published; day 1.
        legal_basis: code of an entry in `answerable.statute.BASES`.
        answer: what is known of the response.
    """
    law = basis(legal_basis)
    clock = clock_for(report_published_on, law)
    asked = clock is not None and law.explains_each_recommendation
    standing = _standing(clock, answer, asked=asked)
    day = clock.days_taken(answer.published_on) if clock and answer.published_on else None
    late = max(0, day - clock.period.days) if clock and day else 0
    return Judgement(
        standing=standing,
        sentence=_sentence(
            standing,
            answer,
            clock=clock,
            late=late,
            why_no_clock="" if clock else why_no_clock(report_published_on, law),
        ),
        days=day,
        days_late=late,
        missing=tuple(_missing(answer, asked=asked)),
    )


def is_whole(*, report_published_on: date, legal_basis: str, answer: PastAnswer) -> bool | None:
    """Whether a past response held everything that the law asks for; None where nobody knows."""
    law = basis(legal_basis)
    if not law.explains_each_recommendation or clock_for(report_published_on, law) is None:
        return True
    if answer.explained is Explained.NOT_KNOWN:
        return None
    return answer.explained is Explained.ALL


def _standing(clock: Clock | None, answer: PastAnswer, *, asked: bool) -> PastStanding:
    if clock is None:
        return PastStanding.NO_CLOCK
    if asked and answer.explained in {Explained.SOME, Explained.NONE}:
        return PastStanding.NOT_WHOLE
    if answer.published_on is None:
        return PastStanding.NOT_KNOWN_WHEN
    if not clock.in_time(answer.published_on):
        return PastStanding.LATE
    if asked and answer.explained is Explained.NOT_KNOWN:
        return PastStanding.NOT_KNOWN_WHETHER_WHOLE
    return PastStanding.IN_TIME


def _sentence(
    standing: PastStanding,
    answer: PastAnswer,
    *,
    clock: Clock | None,
    late: int,
    why_no_clock: str,
) -> str:
    if clock is None:
        known = f"Published on {_words(answer.published_on)}. " if answer.published_on else ""
        return f"{known}{why_no_clock}"
    last = f"the last lawful day was {_words(clock.last_lawful_day)}"
    if answer.published_on is None:
        part = _never_whole(answer) if standing is PastStanding.NOT_WHOLE else ""
        return f"The day on which it was published is not known; {last}.{part}"
    day = clock.days_taken(answer.published_on)
    published = f"Published on {_words(answer.published_on)}, day {day} of {clock.period.days}"
    if late:
        published = f"{published}, late by {days_in_words(late)}"
    match standing:
        case PastStanding.NOT_WHOLE:
            return f"{published}.{_never_whole(answer)}"
        case PastStanding.NOT_KNOWN_WHETHER_WHOLE:
            return f"{published}; whether it explains every recommendation is not known."
        case PastStanding.LATE:
            return f"{published}: {last}."
        case _:
            return f"{published}: in time."


def _never_whole(answer: PastAnswer) -> str:
    some = answer.explained is Explained.SOME
    return (
        f" It explains {'only some recommendations' if some else 'no recommendation'}, so the "
        "report was never wholly answered."
    )


def _missing(answer: PastAnswer, *, asked: bool) -> Iterator[str]:
    if answer.published_on is None:
        yield "The day on which the response was published is not known."
    if not answer.address:
        yield "The address at which the response was published is not recorded."
    if answer.invited_on is None:
        yield "Nothing shows that the chief officer was invited to comment."
    if answer.comments_received_on is None:
        yield "Comments of the chief officer are not recorded."
    if asked and answer.explained is not Explained.ALL:
        yield _EXPLANATIONS_MISSING[answer.explained]
    if answer.copied_to_inspectors_on is None:
        yield "Nothing shows that a copy went to the inspectors of constabulary."
    if answer.copied_to_secretary_on is None:
        yield "Nothing shows that a copy went to the Secretary of State."


_EXPLANATIONS_MISSING: Final = {
    Explained.NOT_KNOWN: "Whether it explains every recommendation is not known.",
    Explained.SOME: "It explains only some of the recommendations.",
    Explained.NONE: "It explains none of the recommendations.",
}


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
