"""Results of a finished sample in words: for those of the force, and as released."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.casereviews.estimates import Estimate
from answerable.casereviews.ratings import Rating
from answerable.disclosure.rounding import whole_percent
from answerable.leaks.clues import clues
from answerable_site.casereviews.rules import Agreement, Answered, Results, Told, ToldAnswer
from answerable_site.design.dates import date_in_words, moment_in_words

if TYPE_CHECKING:
    from answerable_site.casereviews.models import ReleasedReview, Theme

NOT_TOLD = "Not shown: too few files"


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What the sample says of one question."""

    asks: str
    counts: tuple[tuple[str, int], ...]
    fully: str
    partly: str
    agreement: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownResults:
    """Everything that a finished sample says."""

    missing: str
    agreement: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[ShownAnswer, ...]], ...]


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """A theme, with the clues in its words."""

    id: int
    title: str
    words: str
    clues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A released share in words."""

    place: int
    asks: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ShownRelease:
    """Released results, or such as wait for a second person."""

    id: int
    programme_id: int
    title: str
    force: str
    marking: str
    tag: str
    colour: str
    facts: str
    summary: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[ToldLine, ...]], ...]
    themes: tuple[ShownTheme, ...]
    withdrawn: str
    is_waiting: bool
    is_withdrawn: bool


def shown_results(results: Results) -> ShownResults:
    """Results for those of the force: with every count."""
    sections: dict[str, list[ShownAnswer]] = {}
    for one in results.answers:
        sections.setdefault(_heading(one.question.recommendation, one.question.title), []).append(
            _answer(one)
        )
    return ShownResults(
        missing=(
            f"{results.missing} of {results.drawn} drawn files could not be found. "
            f"Of all files: {estimate_in_words(results.missing_share)}."
        ),
        agreement=agreement_pairs(results.agreement),
        sections=tuple((title, tuple(answers)) for title, answers in sections.items()),
    )


def estimate_in_words(estimate: Estimate | None) -> str:
    """Such as "51%, from 41% to 61%"."""
    if estimate is None:
        return "no drawn file is one to which it applies"
    interval = estimate.interval
    low, high = whole_percent(interval.low), whole_percent(interval.high)
    return f"{whole_percent(estimate.share)}%, from {low}% to {high}%"


def agreement_pairs(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """How far two reviewers agree, number by number."""
    if not agreement.files:
        return (("Scored by two", "No file"),)
    return (
        ("Scored by two", str(agreement.files)),
        ("Rated alike", "" if agreement.alike is None else f"{whole_percent(agreement.alike)}%"),
        ("Cohen’s kappa", _number(agreement.kappa)),
        ("Gwet’s AC1", _number(agreement.ac1)),
        ("Krippendorff’s alpha", _number(agreement.alpha)),
        (
            f"Weighted kappa, of {agreement.ordered} rated fully, partly or not met",
            _number(agreement.weighted_kappa),
        ),
        ("Ordinal alpha of these", _number(agreement.ordinal_alpha)),
    )


def told_in_words(told: Told | None) -> str:
    """A released share in words; that it is not shown, where it is not told."""
    if told is None:
        return NOT_TOLD
    return f"{told.share}%, from {told.low}% to {told.high}%"


def sentence_of(answer: ToldAnswer) -> str:
    """What is told of a question, as one line."""
    return (
        f"Fully met: {told_in_words(answer.fully)}. Fully or partly met: "
        f"{told_in_words(answer.partly)}."
    )


def shown_release(release: ReleasedReview) -> ShownRelease:
    """Released results, or such as wait; of withdrawn ones only that they were."""
    told, is_withdrawn = release.told, release.withdrawn_at is not None
    sections: dict[str, list[ToldLine]] = {}
    for place, one in enumerate(told.answers):
        line = ToldLine(place, one.asks, sentence_of(one))
        sections.setdefault(_heading(one.recommendation, one.title), []).append(line)
    agreed = "No file was scored by two"
    if told.raw_agreement is not None:
        agreed = f"{told.raw_agreement}% rated alike; Gwet’s AC1 {_number(told.ac1)}"
    missing = f"Fewer than {told.least}" if told.missing is None else str(told.missing)
    tag, colour = _standing(release)
    return ShownRelease(
        id=release.pk,
        programme_id=release.programme_id,
        title=release.title,
        force=release.force.name,
        marking=release.marking,
        tag=tag,
        colour=colour,
        facts=_facts(release),
        summary=(
            ("Files in the frame", str(told.population)),
            ("Files drawn", str(told.drawn)),
            *((one.name, f"{one.files} files, {one.drawn} of them drawn") for one in told.strata),
            ("Files that could not be found", missing),
            ("Interval", f"{told.method}, {whole_percent(told.confidence)}% confidence"),
            ("Agreement of two reviewers", agreed),
            ("Seed", told.seed),
            ("Hash of the frame", told.frame_hash),
        ),
        sections=()
        if is_withdrawn
        else tuple((title, tuple(lines)) for title, lines in sections.items()),
        themes=() if is_withdrawn else tuple(shown_theme(one) for one in release.themes.all()),
        withdrawn=release.withdrawn_because,
        is_waiting=release.released_at is None and not is_withdrawn,
        is_withdrawn=is_withdrawn,
    )


def shown_theme(theme: Theme) -> ShownTheme:
    """A theme with the clues in its words, each with why."""
    found = clues(f"{theme.title}. {theme.words}")
    return ShownTheme(
        id=theme.pk,
        title=theme.title,
        words=theme.words,
        clues=tuple(f"“{one.words}”: {one.because}" for one in found),
    )


def shown_releases(releases: Iterable[ReleasedReview]) -> list[ShownRelease]:
    """Several."""
    return [shown_release(one) for one in releases]


def _answer(answered: Answered) -> ShownAnswer:
    return ShownAnswer(
        asks=answered.question.asks,
        counts=tuple((rating.label, answered.counts[rating]) for rating in Rating),
        fully=estimate_in_words(answered.fully),
        partly=estimate_in_words(answered.partly),
        agreement=agreement_pairs(answered.agreement),
    )


def _heading(recommendation: str, title: str) -> str:
    return f"Recommendation {recommendation}: {title}" if recommendation else title


def _number(value: float | None) -> str:
    return "Has no meaning here" if value is None else f"{value:.2f}"


def _standing(release: ReleasedReview) -> tuple[str, str]:
    if release.withdrawn_at is not None:
        return "Withdrawn", "grey"
    return ("Released", "green") if release.released_at else ("To be checked", "yellow")


def _facts(release: ReleasedReview) -> str:
    as_of = f"Cases as at {date_in_words(release.as_of)}."
    if release.withdrawn_at is not None:
        return f"{as_of} Withdrawn {moment_in_words(release.withdrawn_at)}."
    if release.released_at is not None:
        return f"{as_of} Released {moment_in_words(release.released_at)}."
    return f"{as_of} Prepared {moment_in_words(release.prepared_at)}."
