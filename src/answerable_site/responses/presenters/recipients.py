"""Where a body sends what, as a page lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.responses import access
from answerable_site.responses.presenters.dispatches import TITLES
from answerable_site.responses.presenters.texts import by_whom
from answerable_site.responses.rules.words import Purpose

if TYPE_CHECKING:
    from answerable_site.responses.models import Recipient


@dataclass(frozen=True, slots=True)
class ShownRecipient:
    """One purpose and its recipient."""

    title: str
    name: str
    email: str
    by: str
    """Who said so and when; empty where nobody has."""
    href: str
    """Empty for those who may not change it."""


def shown_recipients(
    kept: dict[Purpose, Recipient], body: Organisation, *, viewer: Viewer
) -> list[ShownRecipient]:
    """The recipient of every purpose."""
    may = access.can_draft(viewer, body.pk)
    return [_shown(purpose, kept.get(purpose), body, may=may) for purpose in Purpose]


def _shown(
    purpose: Purpose, kept: Recipient | None, body: Organisation, *, may: bool
) -> ShownRecipient:
    return ShownRecipient(
        title=TITLES[purpose],
        name=kept.name if kept else "",
        email=kept.email if kept else "",
        by=by_whom(kept.recorded_by, kept.recorded_at) if kept else "",
        href=reverse("responses:recipient", args=[body.slug, purpose.value]) if may else "",
    )
