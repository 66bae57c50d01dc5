"""The page of an organisation: names over time, holders, look, successor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.people.rules import (
    BEGINNING,
    BodyType,
    OrganisationKind,
    contrast_with_white,
    naming_in_force,
    tenures_in_force,
)

if TYPE_CHECKING:
    from answerable_site.people.models import Naming, Organisation, Tenure

WIDEST_SHOWN = 280
"""Pixels: fits a screen of 360 with its margins."""
State = tuple[str, str]
"""A word and the colour of its tag."""
_NOW, _BEFORE, _AHEAD = ("In force", "green"), ("Before", "grey"), ("To come", "blue")


@dataclass(frozen=True, slots=True)
class ShownNaming:
    """What the organisation is called from a day on."""

    name: str
    holder_title: str
    body_type: str
    """In words; empty for a force and where nobody said."""
    since: str
    reason: str
    recorded: str
    state: str
    colour: str


@dataclass(frozen=True, slots=True)
class ShownTenure:
    """Who holds the office from a day to a day."""

    id: int
    holder_name: str
    title: str
    days: str
    account: str
    """Whose account signs; empty for none."""
    state: str
    colour: str
    can_end: bool


@dataclass(frozen=True, slots=True)
class ShownOrganisation:
    """The page of an organisation."""

    slug: str
    name: str
    kind: str
    is_body: bool
    force: str
    """The force that it holds to account; empty for none."""
    namings: tuple[ShownNaming, ...]
    """Latest first."""
    tenures: tuple[ShownTenure, ...]
    """Latest first."""
    email: str
    colour: str
    contrast: str
    """How the colour stands out on white, in words."""
    logo_address: str
    """Empty where there is no logo."""
    logo_alternative: str
    logo_width: int
    """In pixels, as the page shows it."""
    succession: tuple[str, ...]
    """A sentence each; empty if nothing was passed on."""


def shown_organisation(organisation: Organisation, *, on: date) -> ShownOrganisation:
    """An organisation for its administrators; it comes from `queries.whole_organisations`."""
    namings, tenures = list(organisation.namings.all()), list(organisation.tenures.all())
    return ShownOrganisation(
        slug=organisation.slug,
        name=organisation.name,
        kind=OrganisationKind(organisation.kind).label,
        is_body=organisation.kind == OrganisationKind.LOCAL_POLICING_BODY,
        force=organisation.force.name if organisation.force else "",
        namings=tuple(_namings(organisation, namings, on)),
        tenures=tuple(_tenure(row, tenures, on) for row in reversed(tenures)),
        email=organisation.email,
        colour=organisation.colour,
        contrast=_contrast(organisation.colour),
        logo_address=logo_address(organisation),
        logo_alternative=organisation.logo_alternative,
        logo_width=_logo_width(organisation),
        succession=tuple(_succession(organisation)),
    )


def logo_address(organisation: Organisation) -> str:
    """Where the logo is; another picture has another address, so that caches may keep it long."""
    if not organisation.logo:
        return ""
    address = reverse("people:logo", args=[organisation.slug])
    return f"{address}?v={logo_tag(bytes(organisation.logo))}"


def logo_tag(png: bytes) -> str:
    """What tells one picture from another in an address."""
    return hashlib.sha256(png).hexdigest()[:16]


def _logo_width(organisation: Organisation) -> int:
    """Its own width, or what fits on a narrow screen; the header of a PNG states it."""
    if not organisation.logo:
        return 0
    return min(int.from_bytes(bytes(organisation.logo)[16:20], "big"), WIDEST_SHOWN)


def _namings(organisation: Organisation, namings: list[Naming], on: date) -> Iterator[ShownNaming]:
    if not namings:
        yield ShownNaming(
            name=organisation.name,
            holder_title=organisation.holder_title,
            body_type=_kind(organisation.body_type),
            since="From the beginning",
            reason="",
            recorded="",
            state=_NOW[0],
            colour=_NOW[1],
        )
    counts = naming_in_force(namings, on=on)
    for naming in reversed(namings):
        state = _NOW if naming == counts else _AHEAD if naming.from_on > on else _BEFORE
        yield ShownNaming(
            name=naming.name,
            holder_title=naming.holder_title,
            body_type=_kind(naming.body_type),
            since=_since(naming.from_on),
            reason=naming.reason,
            recorded=_recorded(naming),
            state=state[0],
            colour=state[1],
        )


def _since(day: date) -> str:
    return "From the beginning" if day == BEGINNING else f"From {date_in_words(day)}"


def _kind(body_type: str) -> str:
    return BodyType(body_type).label if body_type else ""


def _recorded(naming: Naming) -> str:
    by = naming.recorded_by
    return f"{by.full_name}, {date_in_words(naming.recorded_at)}" if by else ""


def _tenure(tenure: Tenure, all_of_them: list[Tenure], on: date) -> ShownTenure:
    running = tenures_in_force(all_of_them, on=on)
    state = _NOW if tenure in running else _AHEAD if tenure.from_on > on else _BEFORE
    if state == _NOW and tenure != running[0]:
        state = ("Somebody acts", "yellow")
    ends = f" to {date_in_words(tenure.to_on)}" if tenure.to_on else ""
    return ShownTenure(
        id=tenure.pk,
        holder_name=tenure.holder_name,
        title=tenure.title,
        days=f"From {date_in_words(tenure.from_on)}{ends}",
        account=tenure.user.full_name if tenure.user else "",
        state=state[0],
        colour=state[1],
        can_end=tenure.to_on is None,
    )


def _contrast(colour: str) -> str:
    return f"{contrast_with_white(colour):.1f} to 1 on white" if colour else ""


def _succession(organisation: Organisation) -> Iterator[str]:
    if organisation.succeeded_by and organisation.succeeded_on:
        yield (
            f"{organisation.succeeded_by.name} took over on "
            f"{date_in_words(organisation.succeeded_on)}."
        )
    for earlier in organisation.predecessors.all():
        if earlier.succeeded_on:
            yield f"It took over from {earlier.name} on {date_in_words(earlier.succeeded_on)}."
