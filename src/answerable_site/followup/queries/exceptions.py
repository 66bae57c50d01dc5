"""What has to be looked at first: how many for which reason, and the reasons of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from answerable_site.followup import rules
from answerable_site.followup.models import Action
from answerable_site.followup.queries.conditions import (
    Background,
    actions_where,
    background,
    commitments_where,
)
from answerable_site.followup.queries.listing import (
    MOST_COUNTED,
    Line,
    Lines,
    actions_listed_to,
    commitments_listed_to,
)
from answerable_site.people.rules import Viewer


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A line of the list and every reason for which it is an exception."""

    line: Line
    whys: tuple[rules.Why, ...]
    owner_is_gone: bool


class Exceptions:
    """The exceptions that a viewer sees on a day: counted together, listed page by page."""

    def __init__(self, viewer: Viewer, *, on: date) -> None:
        self._viewer, self._on = viewer, on
        self._visible = commitments_listed_to(viewer)
        self._seen = background(self._visible.filter(closed_on__isnull=True), on=on)

    def counts(self) -> dict[rules.Why, int]:
        """How many commitments are an exception for each reason; one look at all of them."""
        wheres = {why: commitments_where(why, self._seen) for why in rules.Why}
        counted = self._visible.order_by().aggregate(
            **{why.value: Count("pk", filter=where) for why, where in wheres.items()}
        )
        return {why: counted[why.value] for why in rules.Why}

    def lines(self, why: rules.Why | None) -> Lines[Line]:
        """The exceptions for one reason or for any, the soonest original date first."""
        where = Q(pk__in=())
        for one in (why,) if why else rules.Why:
            where |= commitments_where(one, self._seen)
        return Lines(self._visible.filter(where).order_by("original_on", "pk"), Line)

    def reasons(self, lines: Iterable[Line]) -> list[Exceptional]:
        """Each line with every reason, as the rules have them."""
        return [
            Exceptional(
                line,
                tuple(
                    rules.exceptions(
                        _facts(line, self._seen),
                        on=self._on,
                        evidence_months=self._seen.months_of(line.body_id),
                    )
                ),
                owner_is_gone=(line.owner_id, line.organisation_id) in self._seen.gone,
            )
            for line in lines
        ]

    def counts_of_actions(self) -> dict[rules.Why, int]:
        """How many open actions are an exception, counted up to `MOST_COUNTED`."""
        seen = background(Action.objects.filter(state__in=rules.OPEN_STATES), on=self._on)
        visible = actions_listed_to(self._viewer).order_by()
        return {
            why: visible.filter(actions_where(why, seen))[:MOST_COUNTED].count()
            for why in rules.OF_ACTIONS
        }


def _facts(line: Line, seen: Background) -> rules.Facts:
    return rules.Facts(
        dates=line.dates,
        is_open=line.closed_on is None,
        revisions=line.revisions,
        has_owner=line.owner_id is not None
        and (line.owner_id, line.organisation_id) not in seen.gone,
        own_view=line.own_view,
        assurance=line.assurance,
        review_due_on=line.review_due_on,
        update_due_on=line.update_due_on,
        evidence_on=line.evidence_on,
        check_due_on=line.check_due_on,
    )
