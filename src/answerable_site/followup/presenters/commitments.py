"""A commitment as its own page shows it: a summary first, then everything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.beside import Beside, beside
from answerable_site.followup.presenters.dating import (
    current_in_words,
    dates_section,
    in_time_or_late,
    original_in_words,
    owners_section,
    timeliness_tag,
)
from answerable_site.followup.presenters.first import first_of_commitment
from answerable_site.followup.presenters.naming import NOBODY, caption_of
from answerable_site.followup.presenters.parts import Act, Section, Tag, act, acts
from answerable_site.followup.presenters.powers import Powers
from answerable_site.followup.presenters.proof import (
    closure_section,
    criteria_section,
    evidence_section,
)
from answerable_site.followup.presenters.states import State, three_states
from answerable_site.followup.presenters.watching import (
    escalations_section,
    pauses_section,
    practice_section,
    reviews_section,
    risks_section,
)
from answerable_site.followup.presenters.work import (
    RATINGS,
    actions_section,
    updates_section,
    wordings_section,
)

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment, PracticeReview


@dataclass(frozen=True, slots=True)
class ShownCommitment:
    """Everything that the page of a commitment shows."""

    caption: str
    title: str
    tags: tuple[Tag, ...]
    first: tuple[Act, ...]
    """What needs doing first, by the viewer."""
    rows: tuple[tuple[str, str], ...]
    recommended: str
    """Verbatim."""
    limb: str
    recommendation_id: int
    in_register: bool
    """Whether the viewer may open the recommendation in the register."""
    may_begin_more: bool
    promise: str
    states: tuple[State, ...]
    sections: tuple[Section, ...]
    beside: Beside | None


def shown_commitment(
    commitment: Commitment,
    *,
    powers: Powers,
    gaps: tuple[str, ...],
    others: Iterable[Commitment],
    practice: Iterable[PracticeReview],
    in_register: bool,
    on: date,
) -> ShownCommitment:
    """A commitment from `queries.whole_commitments`.

    Args:
        gaps: what stands between it and its closure.
        others: what everybody has to do about the same recommendation, itself included.
    """
    return ShownCommitment(
        caption=caption_of(commitment),
        title=commitment.summary,
        tags=tuple(_tags(commitment, on)),
        first=first_of_commitment(commitment, powers, gaps, on=on),
        rows=_rows(commitment, on),
        recommended=commitment.recommendation.text,
        limb=commitment.limb.text if commitment.limb else "",
        recommendation_id=commitment.recommendation_id,
        in_register=in_register,
        may_begin_more=powers.decides,
        promise=commitment.promise,
        states=three_states(commitment, _state_acts(commitment, powers)),
        sections=_sections(commitment, powers, gaps, practice, on),
        beside=beside(commitment, others, on=on),
    )


def _tags(commitment: Commitment, on: date) -> Iterable[Tag]:
    yield timeliness_tag(commitment, on=on)
    closure = next((one for one in commitment.closures.all() if one.reopened_at is None), None)
    if closure is not None:
        yield Tag(closure.state.label, "green" if closure.lasted else "yellow")
    if commitment.paused_until is not None and on <= commitment.paused_until:
        yield Tag(f"Paused until {date_in_words(commitment.paused_until)}")
    if commitment.rating:
        rating = rules.Rating(commitment.rating)
        yield Tag(rating.label, RATINGS[rating])


def _rows(commitment: Commitment, on: date) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = [
        ("Organisation", commitment.organisation.name),
        ("Followed up by", _body_in_words(commitment)),
        ("Owner", commitment.owner.full_name if commitment.owner else NOBODY),
        ("Original date", original_in_words(commitment)),
        ("Worked to now", current_in_words(commitment)),
        ("In time or late", in_time_or_late(commitment, on=on)),
    ]
    days: tuple[tuple[str, Any], ...] = (
        ("Said to be done since", commitment.done_on),
        ("Next review by", commitment.review_due_on),
        ("Next update by", None if commitment.closed_on else commitment.update_due_on),
        ("Closed on", commitment.closed_on),
        ("Closure to be checked on", commitment.check_due_on),
    )
    return (*rows, *((name, date_in_words(day)) for name, day in days if day))


def _body_in_words(commitment: Commitment) -> str:
    changes = list(commitment.body_changes.all())
    if not changes:
        return commitment.body.name
    before = "; ".join(
        f"until {date_in_words(one.on - timedelta(days=1))} {one.from_body.name}" for one in changes
    )
    return f"{commitment.body.name}; {before}"


def _state_acts(commitment: Commitment, powers: Powers) -> tuple[tuple[Act, ...], ...]:
    key = commitment.pk
    return (
        acts(act("State the own view", "state_own_view", key) if powers.works else None),
        acts(
            act("Give assurance", "give_assurance", key)
            if powers.tests and powers.is_open
            else None
        ),
        acts(
            act("Record what the inspectorate says", "record_inspectorate", key)
            if powers.judges
            else None
        ),
    )


def _sections(
    commitment: Commitment,
    powers: Powers,
    gaps: tuple[str, ...],
    practice: Iterable[PracticeReview],
    on: date,
) -> tuple[Section, ...]:
    key = commitment.pk
    return (
        closure_section(commitment, powers, gaps),
        criteria_section(commitment, powers),
        evidence_section(commitment, powers),
        actions_section(commitment, powers, on=on),
        updates_section(commitment, powers, add="add_update"),
        dates_section(
            commitment,
            acts(act(_date_act(commitment), "set_target", key) if powers.works_on else None),
        ),
        owners_section(
            commitment,
            acts(act("Say who owns it", "assign_owner", key) if powers.manages else None),
        ),
        reviews_section(commitment, powers, on=on),
        risks_section(commitment, powers),
        escalations_section(commitment, powers),
        pauses_section(
            commitment,
            acts(act("Pause escalation", "pause", key) if powers.plans else None),
            on=on,
        ),
        wordings_section(commitment, powers),
        practice_section(practice),
    )


def _date_act(commitment: Commitment) -> str:
    return "Move the date" if commitment.original_on else "Set a date"
