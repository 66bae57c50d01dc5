"""How what is due is summed up, and which step of it is the viewer's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from answerable_site.people.rules import Role, Viewer
from answerable_site.responses.rules.states import Due, ResponseState

DUE_SOON_DAYS = 14
_STEPS = {
    Role.HOLDER: (ResponseState.READY_TO_SIGN, "responses:sign", "Sign the response"),
    Role.PUBLISHER: (ResponseState.SIGNED, "responses:publish", "Publish the response"),
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
    """A step that waits for the viewer's role."""

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


def own_steps(dues: Sequence[Due], *, viewer: Viewer) -> tuple[OwnStep, ...]:
    """The signatures and publications that wait for the viewer, soonest first."""
    return tuple(
        OwnStep(
            text=text,
            title=due.inspection_title,
            href=reverse(route, args=[due.inspection_id, due.body_slug]),
        )
        for due in dues
        for role, (state, route, text) in _STEPS.items()
        if due.state is state and viewer.holds_in(due.body_id, role)
    )
