"""What of follow-up belongs before a meeting: exceptions, not everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from answerable_site.followup import presenters, rules
from answerable_site.followup import queries as followup
from answerable_site.followup.models import Commitment
from answerable_site.people.rules import Viewer
from answerable_site.scrutiny.models import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment that should be looked at, and why, a sentence for each reason."""

    commitment: Commitment
    whys: tuple[str, ...]


def proposals(viewer: Viewer, meeting: Meeting, *, on: date) -> list[Proposal]:
    """Exceptions among the commitments that the body follows up and that no person has decided
    about for this meeting, the gravest first.

    Args:
        on: the civil date on which they stand so.
    """
    seen = followup.Exceptions(viewer, on=on, body_id=meeting.body_id)
    listed = set(_listed(meeting).values_list("commitment", flat=True))
    lines = [line for line in seen.lines(None) if line.id not in listed]
    told = [one for one in seen.reasons(lines) if not rules.FOR_A_MEETING.isdisjoint(one.whys)]
    commitments = (
        followup.commitments_visible_to(viewer)
        .select_related("recommendation", "organisation")
        .defer("organisation__logo")
        .in_bulk([one.line.id for one in told])
    )
    return [
        Proposal(
            commitments[one.line.id],
            tuple(presenters.why_in_words(why, one, on=on) for why in one.whys),
        )
        for one in sorted(told, key=_gravity)
    ]


def commitments_to_add(viewer: Viewer, meeting: Meeting) -> QuerySet[Commitment]:
    """Commitments that the body follows up and that are on no list of this meeting yet."""
    return (
        followup.commitments_visible_to(viewer)
        .filter(body=meeting.body_id)
        .exclude(pk__in=_listed(meeting).values("commitment"))
        .select_related("recommendation", "organisation")
        .defer("organisation__logo")
    )


def _listed(meeting: Meeting) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(meeting=meeting, commitment__isnull=False)


def _gravity(one: followup.Exceptional) -> tuple[int, int, int]:
    order = list(rules.Why)
    return order.index(one.whys[0]), -len(one.whys), one.line.id
