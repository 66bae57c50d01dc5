"""The whole story of a recommendation in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup.presenters.dating import timeliness_tag
from answerable_site.followup.presenters.naming import NOBODY
from answerable_site.followup.presenters.states import (
    assurance_tag,
    inspectorate_tag,
    own_view_tag,
)
from answerable_site.register.presenters.listing import heading
from answerable_site.responses.presenters.dues import ShownDue, shown_due

if TYPE_CHECKING:
    from answerable_site.figures.rules import ToldMeasure
    from answerable_site.followup.models import Commitment
    from answerable_site.home.queries import Story


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What one organisation promised, and how far it has come."""

    href: str
    who: str
    summary: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """What was released last of a measure."""

    title: str
    facts: tuple[tuple[str, str], ...]
    href: str
    as_of: str
    marking: str


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """What the measures show of one force."""

    force: str
    measures: tuple[ShownMeasure, ...]
    untold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownTold:
    """What victims told on it, as it is public."""

    title: str
    words: str
    quotes: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class ShownStory:
    """What came of a recommendation."""

    recommendation_id: int
    heading: str
    report: str
    text: str
    limbs: tuple[str, ...]
    answers: tuple[ShownDue, ...]
    parts: tuple[ShownPart, ...]
    figures: tuple[ShownFigures, ...]
    told: tuple[ShownTold, ...]


def shown_story(story: Story, *, on: date) -> ShownStory:
    """The story as its page shows it, seen from a day."""
    one = story.recommendation
    return ShownStory(
        recommendation_id=one.pk,
        heading=heading(one),
        report=f"{one.inspection.title}, {date_in_words(one.published_on)}",
        text=one.text,
        limbs=tuple(f"{limb.label} {limb.text}".strip() for limb in one.limbs.all()),
        answers=tuple(shown_due(due) for due in story.answers),
        parts=tuple(_part(part, on) for part in story.commitments),
        figures=tuple(
            ShownFigures(of.force, tuple(map(_measure, of.told)), of.untold) for of in story.figures
        ),
        told=tuple(
            ShownTold(
                title=f"{feedback.told.title}, {feedback.body_name}",
                words=finding.words,
                quotes=finding.quotes,
                href=feedback.path,
            )
            for feedback, finding in story.told
        ),
    )


def _part(one: Commitment, on: date) -> ShownPart:
    return ShownPart(
        href=reverse("followup:commitment", args=[one.pk]),
        who=one.organisation.name,
        summary=one.summary,
        facts=(
            ("Owner", one.owner.full_name if one.owner else NOBODY),
            ("In time or late", timeliness_tag(one, on=on).text),
            ("Own view", own_view_tag(one.own_view).text),
            ("Assurance", assurance_tag(one.assurance, one.assurance_name).text),
            ("Inspectorate’s status", inspectorate_tag(one.inspectorate).text),
        ),
    )


def _measure(one: ToldMeasure) -> ShownMeasure:
    as_of = date_in_words(one.as_of)
    invented = [("Cases", "SYNTHETIC: these are invented cases.")] if one.is_invented else []
    return ShownMeasure(
        title=one.title,
        facts=(
            *invented,
            ("Share of all", one.share),
            ("As of", as_of),
            ("Trend", one.trend),
            ("Signal", one.signal),
            ("What the figure says", one.sentence),
        ),
        href=reverse("figures:released", args=[one.released_id]),
        as_of=as_of,
        marking=one.marking,
    )
