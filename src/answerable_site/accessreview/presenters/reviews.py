"""How broken glass, sampled looks and breaches are worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from answerable_site.accessreview.presenters.looks import ACTS
from answerable_site.accessreview.rules.breaches import (
    BreachStep,
    Regime,
    is_late,
    left_in_words,
    notify_by,
    time_left,
)
from answerable_site.accessreview.rules.verdicts import Answer, Verdict
from answerable_site.casework.rules import Ground
from answerable_site.casework.subjects import number_of
from answerable_site.design.dates import moment_in_words

if TYPE_CHECKING:
    from answerable_site.accessreview.models import Breach, SampledLook
    from answerable_site.casework.models import CaseOpening

NO_WORDS = "No words were given."
_COLOURS = {
    None: "yellow",
    Verdict.JUSTIFIED: "green",
    Verdict.NOT_JUSTIFIED: "red",
    Verdict.ASKED_BACK: "blue",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, and when."""

    what: str
    words: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ShownGlass:
    """Glass that was broken."""

    id: int
    case: int
    person: int
    who: str
    opened_at: datetime
    ground: str
    words: str
    state: str
    colour: str
    can_be_breach: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ShownSampledLook:
    """A look that was drawn."""

    id: int
    case: int
    who: str
    what: str
    at: datetime
    reason: str
    state: str
    colour: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ShownBreach:
    """A breach with its clock."""

    id: int
    organisation: str
    title: str
    facts: tuple[tuple[str, str], ...]
    clock: str
    colour: str
    is_running: bool
    events: tuple[Said, ...]


def shown_glass(opening: CaseOpening) -> ShownGlass:
    """An opening from `queries.broken_glass_visible_to`."""
    latest = opening.verdict  # type: ignore[attr-defined]
    verdict = Verdict(latest) if latest else None
    return ShownGlass(
        id=opening.pk,
        case=opening.case_id,
        person=opening.user_id,
        who=f"{opening.user.full_name}, {opening.organisation.name}",
        opened_at=opening.opened_at,
        ground=Ground(opening.ground).label,
        words=opening.words or NO_WORDS,
        state=verdict.label if verdict else "Waits for a review",
        colour=_COLOURS[verdict],
        can_be_breach=verdict is Verdict.NOT_JUSTIFIED,
        said=tuple(
            Said(Verdict(one.verdict).label, one.words, one.reviewed_by.full_name, one.reviewed_at)
            for one in opening.reviews.all()
        ),
    )


def shown_sampled_looks(looks: Iterable[SampledLook]) -> list[ShownSampledLook]:
    """Looks from `queries.sampled_looks_visible_to` or `queries.looks_to_confirm`."""
    return [shown_sampled_look(look) for look in looks]


def shown_sampled_look(look: SampledLook) -> ShownSampledLook:
    """One of them."""
    latest = look.answer  # type: ignore[attr-defined]
    states = {
        None: ("Waits for an answer", "yellow"),
        Answer.KNOWN: ("Reason known", "green"),
        Answer.NOT_KNOWN: ("No reason known", "red"),
    }
    state, colour = states[Answer(latest) if latest else None]
    return ShownSampledLook(
        id=look.pk,
        case=number_of(look.record),
        who=f"{look.looker.full_name}, {look.sample.organisation.name}",
        what=ACTS.get(look.entry.act, look.entry.act),
        at=look.entry.at,
        reason=look.entry.reason or NO_WORDS,
        state=state,
        colour=colour,
        said=tuple(
            Said(Answer(one.answer).label, one.words, one.answered_by.full_name, one.answered_at)
            for one in look.answers.all()
        ),
    )


def shown_breach(breach: Breach, *, at: datetime) -> ShownBreach:
    """A breach from `queries.breaches_visible_to`, with its clock at a moment."""
    events = list(breach.events.all())
    settled = next((one for one in events if BreachStep(one.step).settles_the_clock), None)
    people = breach.people_concerned
    if settled is None:
        left = time_left(breach.became_known_at, at)
        clock = (
            f"{left_in_words(left)} to notify the Information Commissioner, until "
            f"{moment_in_words(notify_by(breach.became_known_at))}"
        )
        colour = "red" if left.total_seconds() < 0 else "yellow"
    else:
        clock, colour = _settled(breach, settled.step, settled.happened_at)
    return ShownBreach(
        id=breach.pk,
        organisation=breach.organisation.name,
        title=f"Breach {breach.pk}",
        facts=(
            ("Became known", moment_in_words(breach.became_known_at)),
            ("Falls under", _regime(Regime(breach.regime))),
            *_origin(breach),
            ("What happened", breach.what_happened),
            ("Kinds of data", breach.kinds_of_data),
            ("People concerned", "Not known" if people is None else str(people)),
            ("Likely consequences", breach.consequences),
            ("Measures", breach.measures),
            (
                "Recorded",
                f"{breach.recorded_by.full_name}, {moment_in_words(breach.recorded_at)}",
            ),
        ),
        clock=clock,
        colour=colour,
        is_running=settled is None,
        events=tuple(
            Said(BreachStep(one.step).label, one.words, one.recorded_by.full_name, one.happened_at)
            for one in events
        ),
    )


def _origin(breach: Breach) -> tuple[tuple[str, str], ...]:
    if breach.opening is None:
        return ()
    return (("Comes from", f"Glass that was broken at case {breach.opening.case_id}"),)


def _regime(regime: Regime) -> str:
    return f"{regime.label}: 72 hours under {regime.citation}"


def _settled(breach: Breach, step: str, happened_at: datetime) -> tuple[str, str]:
    if step == BreachStep.COMMISSIONER_NOT_TOLD:
        return "Not to be notified: a risk to people is unlikely", "grey"
    if is_late(breach.became_known_at, happened_at):
        return f"Notified late, {moment_in_words(happened_at)}", "orange"
    return f"Notified within 72 hours, {moment_in_words(happened_at)}", "green"
