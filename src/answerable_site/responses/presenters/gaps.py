"""What a response still lacks, each with the page on which it is put right."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from answerable_site.responses.queries import Dossier
from answerable_site.responses.rules import completeness, two_languages
from answerable_site.responses.rules.completeness import Gap, Place

_ROUTES = {
    Place.BINDING: "decide_binding",
    Place.INVITATION: "invite",
    Place.CHIEF_OFFICER: "enter_comments",
    Place.OWN_COMMENTS: "own_comments",
    Place.REPLY: "reply",
    Place.EXPLANATION: "explain",
    Place.EXCLUSIONS: "exclusions",
}


@dataclass(frozen=True, slots=True)
class ShownGap:
    """One thing that is missing, and where to put it right."""

    sentence: str
    href: str
    blocks: bool
    """Not even an incomplete response may go out with it."""


def shown_gaps(held: Dossier) -> tuple[ShownGap, ...]:
    """Everything that is missing, in the order of the work."""
    return tuple(
        ShownGap(gap.sentence, _href(held, gap), gap.blocks)
        for gap in completeness.gaps(held.facts)
    )


def shown_without_welsh(held: Dossier) -> tuple[ShownGap, ...]:
    """The texts that are in English alone in a response that is given in both languages."""
    return tuple(
        ShownGap(gap.sentence, _href(held, gap), gap.blocks)
        for gap in two_languages.without_welsh(held.facts)
    )


def _href(held: Dossier, gap: Gap) -> str:
    if gap.place is Place.REGISTER:
        return reverse("register:inspection", args=[held.inspection.pk])
    where: list[object] = [held.inspection.pk, held.body.slug]
    if gap.finding_id is not None:
        where.append(gap.finding_id)
    return reverse(f"responses:{_ROUTES[gap.place]}", args=where)
