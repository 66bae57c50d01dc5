"""What a sample says: of the two who scored a file, how far they agree; of all files, estimates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from answerable.casereviews.agreement import (
    gwet_ac1,
    kappa,
    nominal_alpha,
    ordinal_alpha,
    rated_alike,
    squared,
)
from answerable.casereviews.estimates import Counted, Estimate, estimated
from answerable.casereviews.intervals import Method
from answerable.casereviews.ratings import APPLIES, ORDERED, Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules.programmes import Asked
from answerable_site.casereviews.rules.scoring import Ratings, Scored, final_ratings


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree about files that both scored."""

    files: int
    alike: float | None
    kappa: float | None
    ac1: float | None
    alpha: float | None
    ordered: int
    """Files that both rated fully, partly or not met."""
    weighted_kappa: float | None
    ordinal_alpha: float | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What the sample says of one question."""

    question: Asked
    counts: dict[Rating, int]
    """Drawn files by rating."""
    fully: Estimate | None
    """Of all files to which it applies, the share that meets it fully; None where of none."""
    partly: Estimate | None
    """The same, fully or partly."""
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a finished sample says."""

    drawn: int
    missing: int
    missing_share: Estimate | None
    answers: tuple[Answered, ...]
    agreement: Agreement
    """Over all questions together."""


@dataclass(frozen=True, slots=True)
class Design:
    """How a sample was drawn."""

    population: Mapping[str, int]
    """Files in the frame, by stratum."""
    drawn: Mapping[str, int]
    """Files drawn, by stratum."""
    confidence: float
    method: Method


def results_of(questions: Sequence[Asked], files: Sequence[Scored], design: Design) -> Results:
    """What a finished sample says.

    Args:
        files: every drawn file, with all that was said of it.
    """
    finals = [(one, final_ratings(questions, one)) for one in files]
    return Results(
        drawn=len(files),
        missing=sum(one.is_missing for one in files),
        missing_share=_share(finals, design, _every_file, _is_missing),
        answers=tuple(_answered(one, finals, files, design) for one in questions),
        agreement=_agreement([pair for one in questions for pair in _pairs(one, files)]),
    )


_Final = tuple[Scored, dict[str, Rating]]
_Test = Callable[[Scored, Ratings], bool]


def _every_file(_file: Scored, _said: Ratings) -> bool:
    return True


def _is_missing(file: Scored, _said: Ratings) -> bool:
    return file.is_missing


def _answered(
    question: Asked, finals: list[_Final], files: Sequence[Scored], design: Design
) -> Answered:
    key = question.key

    def applies(_: Scored, said: Ratings) -> bool:
        return said.get(key) in APPLIES

    counts = Counter(said[key] for _, said in finals if key in said)
    return Answered(
        question=question,
        counts={rating: counts[rating] for rating in Rating},
        fully=_share(finals, design, applies, lambda _, said: said.get(key) is Rating.FULLY),
        partly=_share(
            finals,
            design,
            applies,
            lambda _, said: said.get(key) in {Rating.FULLY, Rating.PARTLY},
        ),
        agreement=_agreement(_pairs(question, files)),
    )


def _share(finals: list[_Final], design: Design, applies: _Test, is_met: _Test) -> Estimate | None:
    strata = []
    for stratum, drawn in design.drawn.items():
        inside = [one for one in finals if one[0].stratum == stratum and applies(*one)]
        met = sum(is_met(*one) for one in inside)
        if drawn:
            strata.append(Counted(design.population[stratum], drawn, len(inside), met))
    return estimated(strata, confidence=design.confidence, method=design.method)


def _pairs(question: Asked, files: Sequence[Scored]) -> list[tuple[Rating, Rating]]:
    """What two reviewers said of each file that both found and to whose stratum it applies."""
    return [
        (one.found[0][question.key], one.found[1][question.key])
        for one in files
        if len(one.found) == 2
        and all(question.key in said for said in one.found)
        and (not question.strata or Stratum(one.stratum) in question.strata)
    ]


def _agreement(pairs: list[tuple[Rating, Rating]]) -> Agreement:
    scale = list(Rating)
    ordered = [pair for pair in pairs if set(pair) <= set(ORDERED)]
    return Agreement(
        files=len(pairs),
        alike=rated_alike(pairs),
        kappa=kappa(pairs, scale),
        ac1=gwet_ac1(pairs, scale),
        alpha=nominal_alpha(pairs),
        ordered=len(ordered),
        weighted_kappa=kappa(ordered, ORDERED, squared),
        ordinal_alpha=ordinal_alpha(ordered, ORDERED),
    )
