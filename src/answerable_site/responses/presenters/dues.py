"""What is due, as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.responses.presenters.clocks import shown_clock
from answerable_site.responses.rules.states import Due, ResponseState

STATES = {
    ResponseState.NOT_BEGUN: ("Not begun", "govuk-tag--grey"),
    ResponseState.DRAFTING: ("Drafting", "govuk-tag--light-blue"),
    ResponseState.PREPARED: ("Prepared", "govuk-tag--purple"),
    ResponseState.SIGNED: ("Signed", "govuk-tag--turquoise"),
    ResponseState.PUBLISHED: ("Published", "govuk-tag--green"),
    ResponseState.PARTLY_PUBLISHED: ("Published incomplete", "govuk-tag--orange"),
    ResponseState.REVISING: ("Published, being revised", "govuk-tag--yellow"),
    ResponseState.NOT_OWED: ("No response owed", "govuk-tag--grey"),
    ResponseState.WITHDRAWN: ("Withdrawn", "govuk-tag--red"),
    ResponseState.ANSWERED_BEFORE: ("Answered before", "govuk-tag--grey"),
}
_PASSED = ("Passed on", "govuk-tag--grey")


@dataclass(frozen=True, slots=True)
class ShownDue:
    """One inspection that a body answers."""

    title: str
    href: str
    """Empty where another body answers."""
    body: str
    published_on: date
    last_lawful_day: date | None
    days: str
    """How much time is left, or by how much the answer is or was late."""
    state: str
    state_classes: str
    lateness: str
    """"Overdue" while nothing is published, "Late" afterwards; empty if neither."""
    is_open: bool
    passed: bool
    """Whether another body answers in this one's place; there is no page of it here."""


def shown_due(due: Due) -> ShownDue:
    """An entry of `queries.due_for` in words."""
    clock = shown_clock(
        due.clock, why_no_clock=due.why_no_clock, answered_on=due.answered_on, on=due.on
    )
    state, classes = _PASSED if due.passed_to else STATES[due.state]
    return ShownDue(
        title=due.inspection_title,
        href=_href(due),
        body=due.body_name,
        published_on=due.published_on,
        last_lawful_day=due.last_lawful_day,
        days=_days(due) or clock.note,
        state=state,
        state_classes=classes,
        lateness="Overdue" if due.is_overdue else "Late" if due.days_late else "",
        is_open=due.is_open,
        passed=bool(due.passed_to),
    )


def _days(due: Due) -> str:
    """What is said in place of the clock of one that passed on or was answered before."""
    if due.passed_to:
        when = f" on {date_in_words(due.passed_on)}" if due.passed_on else ""
        return f"Passed to {due.passed_to}{when}."
    return due.past.sentence if due.past and _is_before(due) else ""


def _href(due: Due) -> str:
    """The page of the response; of one of former days, the page of what is known of it."""
    if due.passed_to:
        return ""
    route = "responses:past_response" if _is_before(due) else "responses:response"
    return reverse(route, args=[due.inspection_id, due.body_slug])


def _is_before(due: Due) -> bool:
    return due.state is ResponseState.ANSWERED_BEFORE
