"""Question sets: what is asked of a case file, as data with versions, and when it applies."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable.statute import Confidence

_SHIPPED: Final = files("answerable.casereviews.question_sets")


class UnusableSet(ValueError):
    """The file is no question set; the message says what is wrong."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That another question of the set was rated in one of some ways."""

    question: str
    rated: tuple[Rating, ...]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question about one case file, and to which files it applies."""

    code: str
    asks: str
    hint: str = ""
    strata: tuple[Stratum, ...] = ()
    """To files of which strata it applies; none named: of all."""
    only_if: Condition | None = None
    """To which files it applies besides; None: to all."""

    def applies(self, stratum: Stratum, ratings: Mapping[str, Rating]) -> bool:
        """Whether it applies to a file.

        Args:
            ratings: what was said of the other questions of the set, by their codes.
        """
        if self.strata and stratum not in self.strata:
            return False
        return self.only_if is None or ratings.get(self.only_if.question) in self.only_if.rated


class QuestionSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of the questions about one recommendation. A changed meaning is a new version."""

    code: str
    version: int
    title: str
    recommendation: str
    """The number of the recommendation, as printed."""
    report: str
    published_on: date
    citation: str
    confidence: Confidence
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        """Code and version, as a programme names it."""
        return f"{self.code}/{self.version}"


def set_from(text: str) -> QuestionSet:
    """A question set from its file in TOML.

    Raises:
        UnusableSet: it is none, two questions have one code, or a condition names a question that
            does not stand before.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), QuestionSet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as problem:
        raise UnusableSet(str(problem)) from problem
    before: set[str] = set()
    for question in found.questions:
        if question.code in before:
            raise UnusableSet(f"Two questions have the code {question.code!r}.")
        if question.only_if and question.only_if.question not in before:
            raise UnusableSet(
                f"{question.code!r} depends on {question.only_if.question!r}, which does not stand "
                "before it."
            )
        before.add(question.code)
    if not before:
        raise UnusableSet("The set has no question.")
    return found


@cache
def shipped_sets() -> dict[str, QuestionSet]:
    """Every question set that comes with the product, by code and version, in their order."""
    names = sorted(one.name for one in _SHIPPED.iterdir() if one.name.endswith(".toml"))
    found = (set_from((_SHIPPED / name).read_text(encoding="utf-8")) for name in names)
    return {one.name: one for one in found}
