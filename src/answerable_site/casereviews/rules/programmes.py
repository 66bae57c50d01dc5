"""What a programme of reviews is, and what may happen to it when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

import msgspec

from answerable.casereviews.questions import QuestionSet
from answerable.casereviews.ratings import Rating
from answerable.casereviews.sizes import LEAST_IN_STRATUM, UnusableSize, in_proportion
from answerable.casereviews.strata import Stratum

OWN: Final = "own"
"""The set of questions that an office wrote itself."""
MOST_OWN: Final = 20


class ProgrammeState(StrEnum):
    """How far a programme has come. It never goes back."""

    PLANNED = "planned"
    FROZEN = "frozen"
    DRAWN = "drawn"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    ProgrammeState.PLANNED: "Planned",
    ProgrammeState.FROZEN: "Frame frozen",
    ProgrammeState.DRAWN: "Files drawn",
    ProgrammeState.CLOSED: "Closed",
}


class Sharing(StrEnum):
    """How a sample is shared out over strata."""

    PROPORTIONAL = "proportional"
    FIXED = "fixed"

    @property
    def label(self) -> str:
        if self is Sharing.PROPORTIONAL:
            return "In proportion to the files of each"
        return "The same number from each"


class OutOfOrder(ValueError):
    """A programme or review is not as far, or is further; the message says what comes first."""


class Asked(msgspec.Struct, frozen=True):
    """A question as a programme asks it, kept with the programme."""

    key: str
    asks: str
    hint: str
    title: str
    """Of the set that it belongs to."""
    recommendation: str
    """The number of the recommendation; empty where the office wrote it."""
    strata: tuple[Stratum, ...] = ()
    depends_on: str = ""
    rated: tuple[Rating, ...] = ()

    def applies(self, stratum: Stratum, ratings: Mapping[str, Rating]) -> bool:
        """Whether the question applies to a file.

        Args:
            ratings: what was said of the other questions, by key.
        """
        if self.strata and stratum not in self.strata:
            return False
        return not self.depends_on or ratings.get(self.depends_on) in self.rated


def asked_of(sets: Iterable[QuestionSet], own: Iterable[str]) -> list[Asked]:
    """Every question of some sets and of an office’s own, in their order."""
    found = [
        Asked(
            key=f"{one.name}:{question.code}",
            asks=question.asks,
            hint=question.hint,
            title=one.title,
            recommendation=one.recommendation,
            strata=question.strata,
            depends_on=f"{one.name}:{question.only_if.question}" if question.only_if else "",
            rated=question.only_if.rated if question.only_if else (),
        )
        for one in sets
        for question in one.questions
    ]
    return found + [
        Asked(f"{OWN}:{number}", words, "", "Questions of our own", "")
        for number, words in enumerate(own, start=1)
    ]


def own_questions(text: str) -> list[str]:
    """The questions that an office wrote: one a line.

    Raises:
        OutOfOrder: there are more than `MOST_OWN`, or one is longer than 300 characters.
    """
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if len(found) > MOST_OWN:
        raise OutOfOrder(f"Enter {MOST_OWN} questions at the most")
    if any(len(one) > 300 for one in found):
        raise OutOfOrder("A question can have 300 characters at the most")
    return found


def check_state(state: ProgrammeState, *allowed: ProgrammeState, sentence: str) -> None:
    """Raises OutOfOrder with the sentence unless the programme is in one of the states."""
    if state not in allowed:
        raise OutOfOrder(sentence)


def sizes_wanted(
    population: Mapping[str, int], sharing: Sharing, *, size: int = 0, each: int = 0
) -> dict[str, int]:
    """How many files to draw from each stratum.

    Args:
        population: files in the frame, by stratum.
        size: files altogether, where they are shared out in proportion.
        each: files of each stratum otherwise; all of one that has fewer.

    Raises:
        UnusableSize: no such sample can be drawn.
    """
    if sharing is Sharing.PROPORTIONAL:
        return in_proportion(population, size)
    if each < LEAST_IN_STRATUM:
        raise UnusableSize(f"Draw {LEAST_IN_STRATUM} files from each at least.")
    return {name: min(each, count) for name, count in population.items()}
