"""Figures on their pages: what may be shown, beside what was shown before, and what was hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.disclosure.policy import shipped_profiles
from answerable.measures.definitions import DEFINITIONS
from answerable.measures.groups import all_in_words, heading
from answerable.opendata.dataset import label_in_words
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.figures.rules import Asked, ShownFigure, Told, ToldFigure, WorkState

if TYPE_CHECKING:
    from answerable.measures.answer import Answer
    from answerable.release.results import Result
    from answerable.release.results import Results as Answers
    from answerable_site.figures.models import ProtectedFigures, ReleasedFigures, Results

_WHY: Final = {
    "small": "small, or nought",
    "second": "hidden so that others cannot be worked out",
    "crossing": "naming too many protected characteristics",
}
_PROFILES: Final = shipped_profiles()


@dataclass(frozen=True, slots=True)
class Row:
    """One group of a figure."""

    group: tuple[str, ...]
    cells: tuple[str, ...]
    """Met, asked, the share, and where there is one the share before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOnPage:
    """A figure with its chart, its table and its working."""

    place: int
    """Which of a release it is, from 0."""
    title: str
    by: str
    """By what it is broken down, in words; "" for nothing."""
    asks: str
    sentence: str
    headings: tuple[str, ...]
    numbers: tuple[str, ...]
    """The headings of the cells."""
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    meaning: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    has_picture: bool
    description: str
    hidden: tuple[str, ...]
    """What is hidden and why, in sentences: for those of the force alone."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """The answers to one question with their whole working."""

    title: str
    by: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


RAW_NUMBERS: Final = (
    *("Met", "Asked", "Of these not known", "Not asked", "Of these not yet"),
    *("Share of all asked", "95% interval", "Share of those known"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Results, protected or released figures in a list."""

    pk: int
    title: str
    facts: str
    tag: str
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRelease:
    """Released figures on their page."""

    line: Line
    facts: tuple[tuple[str, str], ...]
    marking: str
    withdrawn: str
    """When, by whom and why, in words; "" where it stands."""
    corrects: int | None
    followed_by: int | None


def figures_on_page(
    figures: Sequence[ShownFigure],
    *,
    before: Mapping[Asked, ShownFigure] | None = None,
    told: Told | None = None,
) -> list[FigureOnPage]:
    """Figures as their page shows them.

    Args:
        before: what stands already, to be compared; by measure and breakdowns.
        told: what is hidden and why, of each figure in the same order.
    """
    earlier = before or {}
    hidden = [_hidden(one) for one in told.figures] if told else [()] * len(figures)
    return [
        _on_page(place, one, earlier.get(one.key), words)
        for place, (one, words) in enumerate(zip(figures, hidden, strict=True))
    ]


def left_out_in_words(told: Told) -> list[str]:
    """The questions of which there is no figure, each with why."""
    return [f"{_titled(one.measure, one.by)}: {one.why}" for one in told.left_out]


def raw_tables(answers: Answers) -> list[RawTable]:
    """Results with their whole working."""
    return [_raw(one) for one in answers.each]


def results_line(results: Results) -> Line:
    """Results in a line."""
    tags = {
        WorkState.WAITING: ("Waiting", "blue"),
        WorkState.MAKING: ("Being worked out", "blue"),
        WorkState.MADE: ("Worked out", "green"),
        WorkState.REFUSED: ("Nothing came of it", "red"),
    }
    tag, colour = tags[WorkState(results.state)]
    count = len(results.asked)
    return Line(
        results.pk,
        f"{results.force.name}, as of {date_in_words(results.cut.as_of)}",
        f"{count} table{'' if count == 1 else 's'} of cut {results.cut_id}, asked for on "
        f"{moment_in_words(results.asked_at)} by {results.asked_by.full_name}.",
        tag,
        colour,
    )


def protected_line(figures: ProtectedFigures, *, released_id: int | None) -> Line:
    """Protected figures in a line."""
    tag, colour = _tag(figures, released_id)
    return Line(
        figures.pk,
        f"{figures.force.name}: {_PROFILES[figures.profile].title}",
        f"Protected for {figures.asked_by.full_name} on {moment_in_words(figures.asked_at)}, from "
        f"results that {figures.results.asked_by.full_name} asked for.",
        tag,
        colour,
    )


def released_line(released: ReleasedFigures, *, followed_by: int | None) -> Line:
    """Released figures in a line."""
    if released.withdrawn_at:
        tag, colour = "Withdrawn", "red"
    elif followed_by:
        tag, colour = "Corrected", "grey"
    else:
        tag, colour = "Released", "green"
    return Line(
        released.pk,
        f"{released.force.name}, as of {date_in_words(released.as_of)}",
        f"{_PROFILES[released.profile].title}. Released on {moment_in_words(released.released_at)} "
        f"by {released.released_by.full_name}.",
        tag,
        colour,
    )


def shown_release(released: ReleasedFigures, *, followed_by: int | None) -> ShownRelease:
    """Released figures with how they came to be."""
    withdrawn = ""
    if released.withdrawn_at and released.withdrawn_by:
        withdrawn = (
            f"Withdrawn on {moment_in_words(released.withdrawn_at)} by "
            f"{released.withdrawn_by.full_name}: {released.withdrawn_because}"
        )
    return ShownRelease(
        line=released_line(released, followed_by=followed_by),
        facts=(
            ("For whom", _PROFILES[released.profile].title),
            ("How they are protected", _PROFILES[released.profile].says),
            ("As of", date_in_words(released.as_of)),
            *([("What was wrong before", released.note)] if released.note else []),
            ("Digest of what is shown", released.digest),
        ),
        marking=released.marking,
        withdrawn=withdrawn,
        corrects=released.corrects_id,
        followed_by=followed_by,
    )


def sent_back_in_words(figures: ProtectedFigures) -> str:
    """Who sent figures back when and why; "" where nobody did."""
    if figures.sent_back_at is None or figures.sent_back_by is None:
        return ""
    return (
        f"{figures.sent_back_by.full_name} sent these figures back on "
        f"{moment_in_words(figures.sent_back_at)}: {figures.sent_back_because}"
    )


def _on_page(
    place: int, figure: ShownFigure, before: ShownFigure | None, hidden: tuple[str, ...]
) -> FigureOnPage:
    shares = {row.group: row.percent for row in before.rows} if before else {}
    since = (f"Share as of {date_in_words(before.as_of)}",) if before else ()
    return FigureOnPage(
        place=place,
        title=figure.title,
        by=_by(figure.by),
        asks=figure.asks,
        sentence=figure.sentence,
        headings=tuple(heading(name) for name in figure.by) or ("Group",),
        numbers=("Met", "Asked", "Share", *since),
        rows=tuple(
            Row(
                _called(row.group, figure),
                (
                    *(row.met, row.asked, row.percent),
                    *((shares.get(row.group, "not there"),) if before else ()),
                ),
            )
            for row in figure.rows
        ),
        notes=figure.notes,
        meaning=figure.meaning,
        facts=(
            ("Measure", f"{figure.measure}, version {figure.version}"),
            ("Dated by", _BASES[figure.basis]),
            ("As of", date_in_words(figure.as_of)),
            ("Data cut", figure.cut),
        ),
        has_picture=bool(figure.wide),
        description=figure.description,
        hidden=hidden,
    )


def _called(group: tuple[str, ...], figure: ShownFigure) -> tuple[str, ...]:
    """What a group is called; all together where what is counted is there again at each month end
    never pass for a number of people."""
    measure = DEFINITIONS.get(figure.measure)
    every = "All month ends together" if measure and measure.looks_again else "All"
    return tuple(every if one == "All" else label_in_words(one) for one in group) or (every,)


_BASES: Final = {
    "cohort": "when something began, whatever became of it since",
    "period": "when it happened, whenever the case began",
}


def _hidden(told: ToldFigure) -> tuple[str, ...]:
    """What protection did to a figure, in sentences."""
    count = sum(told.hidden.values())
    if not count:
        return ("Nothing is hidden.",)
    why = ", ".join(f"{hidden} {_WHY[name]}" for name, hidden in told.hidden.items())
    fewest = "" if told.is_fewest else " It is not proven that fewer would not do."
    return (f"{count} of {told.cells} cells are hidden: {why}.{fewest}", *told.advice)


def _tag(figures: ProtectedFigures, released_id: int | None) -> tuple[str, str]:
    if released_id is not None:
        return "Released", "green"
    if figures.sent_back_at is not None:
        return "Sent back", "yellow"
    return {
        WorkState.WAITING: ("Waiting to be protected", "blue"),
        WorkState.MAKING: ("Being protected", "blue"),
        WorkState.MADE: ("To be checked", "purple"),
        WorkState.REFUSED: ("Not protected", "red"),
    }[WorkState(figures.state)]


def _raw(result: Result) -> RawTable:
    question = result.question
    return RawTable(
        title=DEFINITIONS[question.measure].title,
        by=_by(question.by),
        headings=tuple(heading(name) for name in question.by) or ("Group",),
        rows=tuple(Row(_group(result, answer), _working(answer)) for answer in result.answers),
    )


def _group(result: Result, answer: Answer) -> tuple[str, ...]:
    from answerable.release.results import label_of

    names = (result.names[by][label_of(value)] for by, value in answer.group.items())
    return tuple(names) or ("All",)


def _working(answer: Answer) -> tuple[str, ...]:
    ends = answer.interval
    return (
        f"{answer.numerator:,}",
        f"{answer.denominator:,}",
        f"{answer.unknown:,}",
        f"{answer.not_applicable:,}",
        f"{answer.pending:,}",
        _percent(answer.recorded_rate),
        f"{_percent(ends[0])} to {_percent(ends[1])}" if ends else "nobody",
        _percent(answer.performed_rate),
    )


def _percent(share: float | None) -> str:
    return "nobody" if share is None else f"{100 * share:.1f}%"


def _titled(measure: str, by: tuple[str, ...]) -> str:
    title = DEFINITIONS[measure].title if measure in DEFINITIONS else measure
    return f"{title}, {_by(by)}" if by else title


def _by(names: Sequence[str]) -> str:
    return f"by {all_in_words(names)}" if names else ""
