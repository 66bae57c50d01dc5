"""What has to be looked at first: how many for which reason, and the reasons of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from answerable_site.followup import rules
from answerable_site.followup.queries.conditions import (
    Background,
    background,
    commitments_where,
    open_ones_where,
)
from answerable_site.followup.queries.escalating import levels_told
from answerable_site.followup.queries.lines import (
    Line,
    Lines,
)
from answerable_site.followup.queries.listing import (
    MOST_COUNTED,
    commitments_listed_to,
)
from answerable_site.people.rules import Viewer

_OF_OPEN = tuple(why for why in rules.Why if why is not rules.Why.CHECK_DUE)


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A line of the list and every reason for which it is an exception."""

    line: Line
    whys: tuple[rules.Why, ...]
    owner_is_gone: bool
    escalated_to: tuple[str, ...]
    """What the levels are called that were told and have not come to rest."""


class Exceptions:
    """The exceptions that a viewer sees on a day: counted together, listed page by page."""

    def __init__(self, viewer: Viewer, *, on: date, body_id: int | None = None) -> None:
        """Of all bodies whose follow-up the viewer sees, or of one."""
        self._on = on
        visible = commitments_listed_to(viewer)
        self._visible = visible if body_id is None else visible.filter(body=body_id)
        self._seen = background(self._visible, on=on)

    def counts(self) -> dict[rules.Why, int]:
        """How many commitments are an exception for each reason: one look at all open ones, and
        one at what of the closed is to be checked."""
        visible = self._visible.order_by()
        counted = {
            why.value: Count("pk", filter=open_ones_where(why, self._seen)) for why in _OF_OPEN
        }
        found = visible.filter(closed_on__isnull=True).aggregate(**counted)
        to_check = visible.filter(commitments_where(rules.Why.CHECK_DUE, self._seen)).count()
        return {why: found.get(why.value, to_check) for why in rules.Why}

    def lines(self, why: rules.Why | None) -> Lines[Line]:
        """The exceptions for one reason or for any, the soonest original date first."""
        found = self._visible.filter(self._where(why))
        ordered = found.order_by(F("original_on").asc(nulls_last=True), "pk")
        return Lines(ordered, Line, at_once=MOST_COUNTED)

    def reasons(self, lines: Sequence[Line]) -> list[Exceptional]:
        """Each line with every reason, as the rules have them."""
        told = levels_told([line.id for line in lines])
        return [
            Exceptional(
                line,
                tuple(
                    rules.exceptions(
                        _facts(line, self._seen, is_escalated=line.id in told),
                        on=self._on,
                        evidence_months=self._seen.months_of(line.body_id),
                    )
                ),
                owner_is_gone=self._seen.is_gone(line.owner_id, line.organisation_id),
                escalated_to=told.get(line.id, ()),
            )
            for line in lines
        ]

    def _where(self, why: rules.Why | None) -> Q:
        if why:
            return commitments_where(why, self._seen)
        some = Q(pk__in=())
        for one in _OF_OPEN:
            some |= open_ones_where(one, self._seen)
        return Q(closed_on__isnull=True) & some | commitments_where(rules.Why.CHECK_DUE, self._seen)


def _facts(line: Line, seen: Background, *, is_escalated: bool) -> rules.Facts:
    return rules.Facts(
        dates=line.dates,
        is_open=line.closed_on is None,
        is_escalated=is_escalated,
        revisions=line.revisions,
        has_owner=line.owner_id is not None
        and not seen.is_gone(line.owner_id, line.organisation_id),
        own_view=line.own_view,
        assurance=line.assurance,
        review_due_on=line.review_due_on,
        update_due_on=line.update_due_on,
        evidence_on=line.evidence_on,
        check_due_on=line.check_due_on,
    )
