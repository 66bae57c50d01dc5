"""What an instrument is: a few questions for one stage, none of which has to be answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from json import dumps
from typing import Final

LONGEST_WORDS: Final = 2000
"""Characters that somebody may write in answer to one question."""


class SurveyStage(StrEnum):
    """When somebody is asked: after what happened to them. In this order."""

    SUPPORT_OFFERED = "support_offered"
    DECISION_TOLD = "decision_told"
    LOOKING_BACK = "looking_back"

    @property
    def label(self) -> str:
        return _STAGES[self]


_STAGES = {
    SurveyStage.SUPPORT_OFFERED: "After support was offered",
    SurveyStage.DECISION_TOLD: "After a decision to take no further action",
    SurveyStage.LOOKING_BACK: "Looking back on the whole way",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a question offers."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with a few answers to choose from, of which somebody chooses one or none."""

    key: str
    text: str
    options: tuple[Option, ...]
    recommendations: tuple[str, ...] = ()
    """Those to which it speaks, by number as printed in the joint inspection of July 2021."""
    hint: str = ""

    @property
    def options_in_words(self) -> tuple[tuple[str, str], ...]:
        """The keys of the options with what they say."""
        return tuple((one.key, one.label) for one in self.options)


@dataclass(frozen=True, slots=True)
class Words:
    """A question that somebody answers in their own words, or not at all."""

    key: str
    text: str
    recommendations: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of a survey."""

    name: str
    version: int
    from_on: date
    """The day from which on this version is used."""
    stage: SurveyStage
    title: str
    """Plain, for it stands at the top of a page that others may see."""
    opening: str
    """What is said before the questions."""
    questions: tuple[Choice | Words, ...]
    changed: str
    """What is different from the version before."""

    @property
    def called(self) -> str:
        """Name and version, such as "decision_told 1"."""
        return f"{self.name} {self.version}"

    @property
    def choices(self) -> Iterator[Choice]:
        return (one for one in self.questions if isinstance(one, Choice))

    @property
    def words(self) -> Iterator[Words]:
        return (one for one in self.questions if isinstance(one, Words))

    @property
    def recommendations(self) -> tuple[str, ...]:
        """Those to which a question speaks, each once, in the order of the questions."""
        named = (number for one in self.questions for number in one.recommendations)
        return tuple(dict.fromkeys(named))

    def question(self, key: str) -> Choice | Words:
        """The question of a key.

        Raises:
            KeyError: there is none.
        """
        for one in self.questions:
            if one.key == key:
                return one
        raise KeyError(key)

    def fingerprint(self) -> str:
        """The SHA-256 of all that it asks: it tells whether a version was changed."""
        told = dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()
