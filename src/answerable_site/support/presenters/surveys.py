"""Surveys, codes, who was asked and what was answered, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable.leaks import clues
from answerable.surveys.groups import GROUPS, Channel, Characteristic
from answerable.surveys.themes import BOOKS
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.support.rules import SurveyState

if TYPE_CHECKING:
    from answerable.surveys.coding import Agreements
    from answerable.surveys.instrument import Choice, Instrument, Words
    from answerable_site.support.models import Asked, Finding, Passage, Quote, Survey
    from answerable_site.support.queries import Response

_COLOURS = {
    SurveyState.OPEN: "green",
    SurveyState.CLOSED: "blue",
    SurveyState.GIVEN_UP: "grey",
}


@dataclass(frozen=True, slots=True)
class ShownSurvey:
    """A survey."""

    id: int
    title: str
    body: str
    stage: str
    asks: tuple[str, ...]
    """The questions, each with the recommendations to which it speaks."""
    when: str
    tag: str
    colour: str
    is_open: bool
    is_closed: bool
    given_up: str


@dataclass(frozen=True, slots=True)
class ShownAsked:
    """How many were asked, as a worker recorded it."""

    id: int
    title: str
    groups: tuple[str, ...]
    is_struck: bool


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """Words, with the question that they answer, and what each coder gave."""

    id: int
    question: str
    words: str
    given: tuple[str, ...] = ()
    settled: str = ""
    """On what they settled; empty while they differ."""
    quotes: tuple[ShownQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Words that were offered to be quoted."""

    id: int
    words: str
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class ShownClue:
    """Words that may help to say who somebody is, and why."""

    words: str
    because: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """What victims told on one matter, and what changed."""

    id: int
    words: str
    about: str
    changes: tuple[str, ...]
    quotes: tuple[str, ...]


def shown_survey(survey: Survey, asked: Instrument, *, today: date) -> ShownSurvey:
    """One survey, from `queries.surveys_visible_to`."""
    state = SurveyState(survey.state)
    closes_on: date = survey.closes_on  # type: ignore[attr-defined]
    tag, colour = state.label, _COLOURS[state]
    if state is SurveyState.OPEN and today < survey.opens_on:
        tag, colour = "Begins later", "yellow"
    elif state is SurveyState.OPEN and today > closes_on:
        tag, colour = "To be closed: its last day is over", "orange"
    return ShownSurvey(
        id=survey.pk,
        title=survey.title,
        body=survey.body.name,
        stage=asked.stage.label,
        asks=tuple(_asked_in_words(one) for one in asked.questions),
        when=f"{date_in_words(survey.opens_on)} to {date_in_words(closes_on)}",
        tag=tag,
        colour=colour,
        is_open=state is SurveyState.OPEN,
        is_closed=state is SurveyState.CLOSED,
        given_up=survey.given_up_because,
    )


def response_in_words(response: Response) -> str:
    """Who answered against who was asked."""
    told = f"People asked: {response.asked.words}. People who answered: {response.answered.words}"
    return told if response.share.value is None else f"{told} ({response.share.words}%)"


def _asked_in_words(question: Choice | Words) -> str:
    numbers = " and ".join(question.recommendations)
    return f"{question.text} (recommendation {numbers})" if numbers else question.text


def shown_asked(asked: Asked) -> ShownAsked:
    """What a worker recorded of whom they asked."""
    return ShownAsked(
        id=asked.pk,
        title=(
            f"{asked.number} asked: {Channel(asked.channel).label.lower()}, recorded "
            f"{moment_in_words(asked.at)}"
        ),
        groups=tuple(_groups(asked)),
        is_struck=asked.struck_at is not None,
    )


def _groups(asked: Asked) -> Iterable[str]:
    for name, counts in sorted(asked.groups.items()):
        characteristic = Characteristic(name)
        labels = GROUPS[characteristic]
        told = ", ".join(f"{labels[group]}: {number}" for group, number in counts.items())
        yield f"{characteristic.label}: {told}"


def themes_in_words(book: int, themes: Iterable[str]) -> str:
    """Themes by name, in the order of the book; that there is none where there is none."""
    given = set(themes)
    labels = [one.label for one in BOOKS[book].themes if one.key in given]
    return ", ".join(labels) or "None of the themes"


def shown_passage(passage: Passage, asked: Instrument) -> ShownPassage:
    """Words that wait to be coded."""
    return ShownPassage(passage.pk, asked.question(passage.question).text, passage.words)


def shown_coded(passage: Passage, asked: Instrument, settled: Iterable[str] | None) -> ShownPassage:
    """Words that both have coded.

    Args:
        passage: from `queries.coded_passages`.
        settled: the themes that count; None while the two differ.
    """
    book = passage.survey.book
    return ShownPassage(
        id=passage.pk,
        question=asked.question(passage.question).text,
        words=passage.words,
        given=tuple(themes_in_words(book, one.themes) for one in passage.codings.all()),
        settled="" if settled is None else themes_in_words(book, settled),
        quotes=tuple(shown_quote(one) for one in passage.quotes.all()),
    )


def shown_quote(quote: Quote) -> ShownQuote:
    """Words that were offered to be quoted."""
    state, colour = "Waits for the other coder", "yellow"
    if quote.approved_at:
        state, colour = "Can be quoted", "green"
    elif quote.refused_at:
        state, colour = "Not quoted", "grey"
    return ShownQuote(quote.pk, quote.words, state, colour)


def shown_clues(words: str) -> list[ShownClue]:
    """What in words may help to say who somebody is; a person decides."""
    return [ShownClue(one.words, one.because) for one in clues(words)]


def agreement_rows(found: Agreements, book: int) -> list[tuple[str, str, str]]:
    """Raw agreement: the whole first, then each theme, as counts and share."""
    rows = [("Exactly the same themes", found.whole)]
    rows += [(one.label, found.by_theme[one.key]) for one in BOOKS[book].themes]
    return [
        (
            label,
            f"{one.alike} of {one.passages}",
            "" if one.share is None else f"{float(one.share):.0%}",
        )
        for label, one in rows
    ]


def shown_finding(finding: Finding, about: str) -> ShownFinding:
    """One finding, from `queries.findings_of`."""
    changes: Sequence[str] = [
        f"{one.organisation.name}: {one.summary}" for one in finding.commitments.all()
    ]
    return ShownFinding(
        id=finding.pk,
        words=finding.words,
        about=about,
        changes=tuple(changes) or (f"Nothing yet. {finding.nothing_yet}",),
        quotes=tuple(one.words for one in finding.quotes.all()),
    )
