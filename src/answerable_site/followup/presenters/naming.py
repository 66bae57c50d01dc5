"""What commitments, actions and the people of them are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.followup.presenters.parts import Place
from answerable_site.register.presenters import heading, shortened

if TYPE_CHECKING:
    from answerable_site.followup.models import Action, Commitment
    from answerable_site.people.models import Organisation

NOBODY = "Nobody yet"
_SHORT = 80


def caption_of(commitment: Commitment) -> str:
    """Whose commitment it is, and about what."""
    about = heading(commitment.recommendation)
    limb = f", {limb_of(commitment)}" if commitment.limb else ""
    return f"{commitment.organisation.name}: {about}{limb}"


def limb_of(commitment: Commitment) -> str:
    """The sub-point in a few words."""
    limb = commitment.limb
    if limb is None:
        return "the recommendation as a whole"
    return f"sub-point {limb.label or limb.position}".strip()


def short(words: str) -> str:
    """The beginning of words, for the name of a link."""
    return shortened(words, _SHORT)


def place_of_commitment(commitment: Commitment) -> Place:
    """Its page."""
    return Place(reverse("followup:commitment", args=[commitment.pk]), short(commitment.summary))


def place_of_action(action: Action) -> Place:
    """Its page."""
    return Place(reverse("followup:action", args=[action.pk]), short(action.title))


def place_of_subject(row: Any) -> Place:
    """The page of what a row of history is about."""
    if row.commitment is not None:
        return place_of_commitment(row.commitment)
    return place_of_action(row.action)


def place_of_choices(organisation: Organisation) -> Place:
    """The page of what an organisation chose for follow-up."""
    href = reverse("followup:choices", args=[organisation.slug])
    return Place(href, f"Choices of {organisation.name}")
