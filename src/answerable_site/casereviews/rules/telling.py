"""What of the results leaves the force: shares with intervals, where nobody is told of by them.

Counts of drawn files stay within the force. A share is told only if a reader who knows how many
files were drawn could not work out a group of fewer files than the policy of disclosure control
lets be shown: those that meet the question, those that meet it partly, and the rest.
"""

from __future__ import annotations

import msgspec

from answerable.casereviews.estimates import Estimate
from answerable.casereviews.ratings import APPLIES, Rating
from answerable.casereviews.strata import Stratum
from answerable.disclosure.policy import Policy
from answerable.disclosure.rounding import whole_percent
from answerable_site.casereviews.rules.results import Answered, Design, Results


class Told(msgspec.Struct, frozen=True):
    """A share in whole per cent, and from where to where it may lie."""

    share: int
    low: int
    high: int


class ToldAnswer(msgspec.Struct, frozen=True):
    """What is told of one question."""

    key: str
    asks: str
    title: str
    recommendation: str
    fully: Told | None
    """None where it is not told."""
    partly: Told | None
    """Fully or partly; None where it is not told."""


class ToldStratum(msgspec.Struct, frozen=True):
    """How many files a stratum has, and how many were drawn from it."""

    name: str
    files: int
    drawn: int


class ToldResults(msgspec.Struct, frozen=True):
    """What is told of a sample."""

    population: int
    drawn: int
    confidence: float
    method: str
    frame_hash: str
    seed: str
    strata: tuple[ToldStratum, ...]
    """Of the frame; none where one has so few files that it could not be told."""
    missing: int | None
    """Files that could not be found; None where they are too few to be told."""
    least: int
    """Counts of people below this are not told."""
    raw_agreement: int | None
    """In whole per cent, over all questions of files that two scored."""
    ac1: float | None
    answers: tuple[ToldAnswer, ...]


def told_results(
    results: Results,
    policy: Policy,
    design: Design,
    *,
    frame_hash: str,
    seed: str,
) -> ToldResults:
    """The results as they may be told outside the force."""
    agreement = results.agreement
    return ToldResults(
        population=sum(design.population.values()),
        drawn=results.drawn,
        confidence=design.confidence,
        method=design.method.label,
        frame_hash=frame_hash,
        seed=seed,
        strata=_strata(design, policy),
        missing=results.missing if results.missing >= policy.threshold else None,
        least=policy.threshold,
        raw_agreement=None if agreement.alike is None else whole_percent(agreement.alike),
        ac1=None if agreement.ac1 is None else round(agreement.ac1, 2),
        answers=tuple(told_answer(one, policy) for one in results.answers),
    )


def told_answer(answered: Answered, policy: Policy) -> ToldAnswer:
    """What may be told of one question: both shares, one of them, or none."""
    counts, least = answered.counts, policy.threshold
    applies = sum(counts[rating] for rating in APPLIES)
    fully, partly = counts[Rating.FULLY], counts[Rating.PARTLY]
    rest = applies - fully - partly
    enough = applies >= policy.rules.denominator.value
    tells_fully = enough and fully >= least and partly + rest >= least
    tells_partly = enough and fully + partly >= least and rest >= least
    if tells_fully and tells_partly and partly < least:
        tells_partly = False
    question = answered.question
    return ToldAnswer(
        key=question.key,
        asks=question.asks,
        title=question.title,
        recommendation=question.recommendation,
        fully=_told(answered.fully) if tells_fully else None,
        partly=_told(answered.partly) if tells_partly else None,
    )


def _strata(design: Design, policy: Policy) -> tuple[ToldStratum, ...]:
    """Every stratum or none: of all but one, the last could be worked out from the whole."""
    if any(count < policy.threshold for count in design.population.values()):
        return ()
    return tuple(
        ToldStratum(Stratum(name).label, count, design.drawn.get(name, 0))
        for name, count in design.population.items()
    )


def _told(estimate: Estimate | None) -> Told | None:
    if estimate is None:
        return None
    return Told(
        share=whole_percent(estimate.share),
        low=whole_percent(estimate.interval.low),
        high=whole_percent(estimate.interval.high),
    )
