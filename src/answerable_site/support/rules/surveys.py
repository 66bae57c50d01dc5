"""From when to when a survey takes answers, and from how many on its answers are opened."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

FEWEST_ANSWERS: Final = 5
"""Answers of fewer people are never opened: who they are could be told by who was asked. The
threshold of the policy of disclosure control."""
LONGEST_DAYS: Final = 366
"""A survey that lasts longer asks about another time at its end than at its beginning."""
MOST_CODES: Final = 50
"""Codes made at once: each batch is given out by the one who made it."""


class SurveyState(StrEnum):
    """How far a survey has come."""

    OPEN = "open"
    CLOSED = "closed"
    GIVEN_UP = "given_up"

    @property
    def label(self) -> str:
        return _STATES[self]


_STATES = {
    SurveyState.OPEN: "Takes answers",
    SurveyState.CLOSED: "Closed",
    SurveyState.GIVEN_UP: "Given up",
}


class SurveyRefused(ValueError):
    """A survey that cannot be so, or of which this cannot be done now."""


class CodeNotGood(ValueError):
    """No survey takes an answer with this code: it was never given out, or was used."""


def check_days(opens_on: date, closes_on: date, *, today: date) -> None:
    """Raises SurveyRefused unless a survey can begin and end on these days."""
    if closes_on < opens_on:
        raise SurveyRefused("The last day must not come before the first")
    if closes_on < today:
        raise SurveyRefused("The last day must be today or later")
    if (closes_on - opens_on).days > LONGEST_DAYS:
        raise SurveyRefused("A survey lasts no more than a year")


def check_new_last_day(opens_on: date, closes_on: date, new: date, *, today: date) -> None:
    """Raises SurveyRefused unless the last day can be moved to this one."""
    check_days(opens_on, new, today=today)
    if new == closes_on:
        raise SurveyRefused("This is the last day already")


def takes_answers(state: SurveyState, opens_on: date, closes_on: date, *, on: date) -> bool:
    """Whether a survey takes answers on a day, both days inclusive."""
    return state is SurveyState.OPEN and opens_on <= on <= closes_on


def check_can_close(state: SurveyState, answers: int) -> None:
    """Raises SurveyRefused unless a survey can be closed, and its answers opened.

    Args:
        answers: how many came.
    """
    if state is not SurveyState.OPEN:
        raise SurveyRefused("This survey has ended already.")
    if answers < FEWEST_ANSWERS:
        raise SurveyRefused(
            f"Fewer than {FEWEST_ANSWERS} people have answered, so nobody may read what they said. "
            "Move the last day to a later one, or give the survey up."
        )
