"""Panels, sittings and bundles in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.leaks.clues import clues
from answerable_site.casereviews.rules import PanelScore
from answerable_site.design.dates import date_in_words, moment_in_words

if TYPE_CHECKING:
    from answerable_site.casereviews.models import Bundle, Conclusion, MemberScore, Sitting


@dataclass(frozen=True, slots=True)
class ShownBundle:
    """A bundle as lists and its page show it."""

    id: int
    title: str
    text: str
    asks: str
    panel_id: int
    panel: str
    sitting: str
    tag: str
    colour: str
    withdrawn: str
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class ShownSitting:
    """A sitting as the page of its panel shows it."""

    id: int
    on: str
    tag: str
    colour: str
    has_begun: bool
    bundles: tuple[ShownBundle, ...]
    concluded: tuple[tuple[str, str], ...]
    """Bundles about which it concluded, and what it said."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody, or a sitting, said of a bundle."""

    who: str
    score: str
    words: str


def shown_bundle(bundle: Bundle) -> ShownBundle:
    """A bundle."""
    tag, colour = _standing(bundle)
    return ShownBundle(
        id=bundle.pk,
        title=bundle.title,
        text=bundle.text,
        asks=bundle.asks,
        panel_id=bundle.sitting.panel_id,
        panel=bundle.sitting.panel.title,
        sitting=date_in_words(bundle.sitting.on),
        tag=tag,
        colour=colour,
        withdrawn=bundle.withdrawn_because,
        is_waiting=bundle.released_at is None and bundle.withdrawn_at is None,
    )


def shown_sitting(sitting: Sitting) -> ShownSitting:
    """A sitting with the bundles that were found for the viewer."""
    begun = sitting.opened_at
    return ShownSitting(
        id=sitting.pk,
        on=date_in_words(sitting.on),
        tag="Discussion begun" if begun else "Members read by themselves",
        colour="green" if begun else "yellow",
        has_begun=begun is not None,
        bundles=tuple(shown_bundle(one) for one in sitting.bundles.all()),
        concluded=tuple(
            (one.bundle.title, PanelScore(one.score).label) for one in sitting.conclusions.all()
        ),
    )


def clues_in_words(bundle: Bundle) -> list[str]:
    """What of a bundle whoever releases it should look at, each with why."""
    found = clues(f"{bundle.title}. {bundle.text} {bundle.asks}")
    return [f"“{one.words}”: {one.because}" for one in found]


def opinions(scores: Iterable[MemberScore]) -> list[Opinion]:
    """What members said."""
    return [
        Opinion(
            f"{one.member.full_name}, {date_in_words(one.sitting.on)}",
            PanelScore(one.score).label,
            one.words,
        )
        for one in scores
    ]


def conclusions(found: Iterable[Conclusion]) -> list[Opinion]:
    """What sittings came to."""
    return [
        Opinion(
            f"Sitting on {date_in_words(one.sitting.on)}", PanelScore(one.score).label, one.words
        )
        for one in found
    ]


def _standing(bundle: Bundle) -> tuple[str, str]:
    if bundle.withdrawn_at is not None:
        return f"Withdrawn {moment_in_words(bundle.withdrawn_at)}", "grey"
    if bundle.released_at is not None:
        return "With the panel", "green"
    return "Waits for a second person", "yellow"
