"""How what is due is summed up, and which step of it is the viewer's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from answerable_site.home.rules import Act
from answerable_site.responses.rules.states import Due

DUE_SOON_DAYS = 14
_STEPS = {
    Act.APPROVE: ("responses:approve", "Approve the response"),
    Act.SIGN: ("responses:sign", "Sign the response"),
    Act.PUBLISH: ("responses:publish", "Publish the response"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts at the top of the page; computed, never typed."""

    open: int
    overdue: int
    due_soon: int
    """Last lawful day within the next 14 calendar days, the day itself included."""


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step that waits for the viewer."""

    text: str
    title: str
    href: str


def summary(dues: Iterable[Due]) -> Summary:
    """How many responses are open, overdue, and due within 14 days."""
    still_open = [due for due in dues if due.is_open]
    return Summary(
        open=len(still_open),
        overdue=sum(due.is_overdue for due in still_open),
        due_soon=sum(
            due.days_left is not None and 0 <= due.days_left <= DUE_SOON_DAYS for due in still_open
        ),
    )


def own_steps(acts: Iterable[tuple[Act, Due]]) -> tuple[OwnStep, ...]:
    """The approvals, signatures and publications that wait for the viewer, in the order given."""
    return tuple(
        OwnStep(
            text=_STEPS[act][1],
            title=due.inspection_title,
            href=reverse(_STEPS[act][0], args=[due.inspection_id, due.body_slug]),
        )
        for act, due in acts
    )
