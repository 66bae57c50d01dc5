"""What reviewers said of one file, what of it is missing, where they differ, and what counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules.programmes import Asked

Ratings = Mapping[str, Rating]
"""What somebody said of questions, by key."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A drawn file with everything that was said of it."""

    stratum: Stratum
    reviews: tuple[Ratings | None, ...]
    """What each reviewer said; None where a reviewer could not find the file."""
    reconciled: Ratings
    """What was decided where they differ."""

    @property
    def is_missing(self) -> bool:
        """Whether nobody could find it."""
        return all(one is None for one in self.reviews)

    @property
    def found(self) -> list[Ratings]:
        """What those said who found it."""
        return [one for one in self.reviews if one is not None]


def completed(questions: Iterable[Asked], stratum: Stratum, said: Ratings) -> dict[str, Rating]:
    """What a reviewer said, with “not applicable” wherever a rule says that a question is none."""
    whole: dict[str, Rating] = {}
    for question in questions:
        if not question.applies(stratum, whole):
            whole[question.key] = Rating.NOT_APPLICABLE
        elif question.key in said:
            whole[question.key] = said[question.key]
    return whole


def unanswered(questions: Sequence[Asked], stratum: Stratum, said: Ratings) -> list[Asked]:
    """Questions that apply to a file and were not rated."""
    whole = completed(questions, stratum, said)
    return [one for one in questions if one.key not in whole]


def unexplained(
    questions: Sequence[Asked], stratum: Stratum, said: Ratings, words: Mapping[str, str]
) -> list[Asked]:
    """Questions that a rule says apply, and that were called not applicable without a word why."""
    whole = completed(questions, stratum, said)
    return [
        one
        for one in questions
        if said.get(one.key) is Rating.NOT_APPLICABLE
        and one.applies(stratum, whole)
        and not words.get(one.key, "").strip()
    ]


def differing(questions: Iterable[Asked], scored: Scored) -> list[Asked]:
    """Questions of which two reviewers who found the file said different things."""
    found = scored.found
    if len(found) < 2:
        return []
    return [one for one in questions if len({said.get(one.key) for said in found}) > 1]


def unreconciled(questions: Iterable[Asked], scored: Scored) -> list[Asked]:
    """Those of them about which nobody has decided."""
    return [one for one in differing(questions, scored) if one.key not in scored.reconciled]


def final_ratings(questions: Iterable[Asked], scored: Scored) -> dict[str, Rating]:
    """What counts of a file that was found: what all said, or what was decided."""
    asked = list(questions)
    apart = {one.key for one in differing(asked, scored)}
    first = scored.found[0] if scored.found else {}
    return {
        one.key: scored.reconciled[one.key] if one.key in apart else first[one.key]
        for one in asked
        if (one.key in scored.reconciled if one.key in apart else one.key in first)
    }
