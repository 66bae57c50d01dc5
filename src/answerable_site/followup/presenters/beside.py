"""What everybody has to do about one recommendation, in one view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.followup import rules
from answerable_site.followup.presenters.dating import timeliness_tag
from answerable_site.followup.presenters.naming import NOBODY, limb_of
from answerable_site.followup.presenters.parts import Tag
from answerable_site.followup.presenters.states import (
    assurance_tag,
    inspectorate_tag,
    own_view_tag,
)

if TYPE_CHECKING:
    from answerable_site.followup.models import Commitment


@dataclass(frozen=True, slots=True)
class Bound:
    """One organisation’s commitment as a row."""

    who: str
    owner: str
    href: str
    is_this: bool
    timeliness: Tag
    states: tuple[Tag, Tag, Tag]


@dataclass(frozen=True, slots=True)
class Together:
    """What several commitments come to: the least far of each state, and how many have which."""

    name: str
    late: str
    cells: tuple[tuple[Tag, str], ...]
    """Own view, assurance, inspectorate’s status: each with how many have which, if they differ."""


@dataclass(frozen=True, slots=True)
class SubPoint:
    """Everybody’s part in one sub-point, or in the recommendation as a whole."""

    name: str
    rows: tuple[Bound, ...]
    together: Together | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The shared view."""

    points: tuple[SubPoint, ...]
    organisations: tuple[Together, ...]
    """Each organisation that has more than one part."""
    all: Together | None


def beside(this: Commitment, commitments: Iterable[Commitment], *, on: date) -> Beside | None:
    """The shared view of a recommendation; None where nobody else is bound.

    Args:
        this: the commitment whose page it is.
        commitments: as `queries.commitments_beside` has them, this one among them.
    """
    rows = list(commitments)
    if len(rows) < 2:
        return None
    points = [_point(list(group), this, on) for _, group in groupby(rows, lambda one: one.limb_id)]
    by_organisation = sorted(rows, key=lambda one: one.organisation.name)
    each = [
        (name, list(group))
        for name, group in groupby(by_organisation, lambda one: one.organisation.name)
    ]
    return Beside(
        points=tuple(points),
        organisations=tuple(_together(name, own, on) for name, own in each if len(own) > 1),
        all=_together("All together", rows, on) if len(points) > 1 else None,
    )


def _point(rows: list[Commitment], this: Commitment, on: date) -> SubPoint:
    name = limb_of(rows[0])
    return SubPoint(
        name=name[0].upper() + name[1:],
        rows=tuple(_bound(one, this, on) for one in rows),
        together=_together("Together", rows, on) if len(rows) > 1 else None,
    )


def _bound(one: Commitment, this: Commitment, on: date) -> Bound:
    return Bound(
        who=one.organisation.name,
        owner=one.owner.full_name if one.owner else NOBODY,
        href=reverse("followup:commitment", args=[one.pk]),
        is_this=one.pk == this.pk,
        timeliness=timeliness_tag(one, on=on),
        states=(
            own_view_tag(one.own_view),
            assurance_tag(one.assurance, one.assurance_name),
            inspectorate_tag(one.inspectorate),
        ),
    )


def _together(name: str, rows: Sequence[Commitment], on: date) -> Together:
    own = rules.rolled_up(
        [rules.OwnView(one.own_view) if one.own_view else None for one in rows],
        rules.OWN_VIEWS_IN_ORDER,
    )
    assured = rules.rolled_up(
        [rules.AssuranceKind(one.assurance) if one.assurance else None for one in rows],
        tuple(rules.AssuranceKind),
    )
    told = rules.rolled_up(
        [rules.InspectorateStatus(one.inspectorate) if one.inspectorate else None for one in rows],
        tuple(rules.InspectorateStatus),
    )
    late = sum(1 for one in rows if rules.timeliness(one.dates, on=on).is_late)
    return Together(
        name=name,
        late=f"{late} of {len(rows)} late" if late else "None is late",
        cells=(
            (own_view_tag(own.state or ""), _counts(own)),
            (assurance_tag(assured.state or ""), _counts(assured)),
            (inspectorate_tag(told.state or ""), _counts(told)),
        ),
    )


def _counts(rolled: rules.RolledUp[Any]) -> str:
    """How many have which, where they differ."""
    if rolled.is_unanimous:
        return ""
    return "; ".join(f"{count} × {_label(state)}" for state, count in rolled.counts)


def _label(state: StrEnum | None) -> str:
    return "nothing said" if state is None else str(getattr(state, "label", state))
