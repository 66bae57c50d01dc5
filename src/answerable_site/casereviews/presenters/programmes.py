"""Programmes, their draws and drawn files in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from answerable.casereviews.sizes import half_width, sample_size
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules import ProgrammeState, reviews_wanted
from answerable_site.design.dates import date_in_words, moment_in_words

if TYPE_CHECKING:
    from answerable_site.casereviews.models import FileReview, FrameEntry, Programme

COLOURS: Final = {
    ProgrammeState.PLANNED: "grey",
    ProgrammeState.FROZEN: "yellow",
    ProgrammeState.DRAWN: "blue",
    ProgrammeState.CLOSED: "green",
}


@dataclass(frozen=True, slots=True)
class ShownStratum:
    """A stratum as the page of a programme shows it."""

    name: str
    files: int
    drawn: str
    weight: str


@dataclass(frozen=True, slots=True)
class ShownProgramme:
    """A programme as lists and its page show it."""

    id: int
    title: str
    force: str
    tag: str
    colour: str
    purpose: str
    days: str
    questions: int
    planned: str
    frozen: str
    drawn: str
    closed: str
    closed_because: str
    frame_hash: str
    seed: str
    files: int
    sample: int
    proposed: int
    precision: str
    method: str
    strata: tuple[ShownStratum, ...]
    is_planned: bool
    is_frozen: bool
    is_drawn: bool
    is_closed: bool


@dataclass(frozen=True, slots=True)
class ShownReview:
    """Somebody who reviews a drawn file."""

    id: int
    who: str
    said: str
    can_take_back: bool


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A drawn file as the list of a programme shows it."""

    id: int
    title: str
    stratum: str
    is_double: bool
    reviews: tuple[ShownReview, ...]
    tag: str
    colour: str


@dataclass(frozen=True, slots=True)
class OwnReview:
    """A review as its reviewer sees it."""

    id: int
    title: str
    programme: str
    stratum: str
    tag: str
    colour: str
    is_locked: bool


def shown_programme(programme: Programme) -> ShownProgramme:
    """A programme."""
    state = programme.state
    weights = programme.drawn
    return ShownProgramme(
        id=programme.pk,
        title=programme.title,
        force=programme.force.name,
        tag=state.label,
        colour=COLOURS[state],
        purpose=programme.purpose,
        days=(
            f"{date_in_words(programme.reported_from)} to {date_in_words(programme.reported_to)}"
        ),
        questions=len(programme.asked),
        planned=f"{moment_in_words(programme.planned_at)}, {programme.planned_by.full_name}",
        frozen=moment_in_words(programme.frozen_at) if programme.frozen_at else "",
        drawn=moment_in_words(programme.drawn_at) if programme.drawn_at else "",
        closed=moment_in_words(programme.closed_at) if programme.closed_at else "",
        closed_because=programme.closed_because,
        frame_hash=programme.frame_hash,
        seed=programme.seed,
        files=programme.files,
        sample=programme.sample,
        proposed=_proposed(programme),
        precision=_precision(programme),
        method=programme.design.method.label,
        strata=tuple(
            ShownStratum(
                name=Stratum(name).label,
                files=count,
                drawn=str(weights.get(name, "")) if programme.drawn else "",
                weight=f"{count / weights[name]:.2f}" if weights.get(name) else "",
            )
            for name, count in programme.population.items()
        ),
        is_planned=state is ProgrammeState.PLANNED,
        is_frozen=state is ProgrammeState.FROZEN,
        is_drawn=state is ProgrammeState.DRAWN,
        is_closed=state is ProgrammeState.CLOSED,
    )


def shown_file(entry: FrameEntry) -> ShownFile:
    """A drawn file, with who reviews it and never with what they say."""
    reviews = tuple(_shown_review(one) for one in entry.reviews.all())
    locked = sum(one.locked_at is not None for one in entry.reviews.all())
    wanted = reviews_wanted(is_double=entry.is_double)
    tag, colour = ("Scored", "green") if locked >= wanted else ("To be scored", "yellow")
    if len(reviews) < wanted:
        tag, colour = "No reviewer yet" if not reviews else "Another reviewer wanted", "grey"
    return ShownFile(
        id=entry.pk,
        title=title_of(entry),
        stratum=Stratum(entry.stratum).label,
        is_double=entry.is_double,
        reviews=reviews,
        tag=tag,
        colour=colour,
    )


def title_of(entry: FrameEntry) -> str:
    """What a drawn file is called: its place in the draw, and the number of its case."""
    return f"File {entry.place}, case {entry.case_id}"


def own_reviews(reviews: Iterable[FileReview]) -> list[OwnReview]:
    """The viewer’s own reviews."""
    return [
        OwnReview(
            id=one.pk,
            title=title_of(one.entry),
            programme=one.entry.programme.title,
            stratum=Stratum(one.entry.stratum).label,
            tag="Locked" if one.locked_at else "To be scored",
            colour="green" if one.locked_at else "yellow",
            is_locked=one.locked_at is not None,
        )
        for one in reviews
    ]


def _shown_review(review: FileReview) -> ShownReview:
    locked = review.locked_at
    return ShownReview(
        id=review.pk,
        who=review.reviewer.full_name,
        said=f"Locked {moment_in_words(locked)}" if locked else "Not locked yet",
        can_take_back=locked is None,
    )


def _proposed(programme: Programme) -> int:
    return sample_size(programme.files, programme.precision / 100) if programme.files else 0


def _precision(programme: Programme) -> str:
    wanted = f"{programme.precision} points either way"
    if not programme.sample:
        return wanted
    got = half_width(programme.files, programme.sample)
    return f"{wanted}; these files give {100 * got:.1f} at the most, drawn in proportion"
