"""Letters, e-mails and messages; early advice that was not sought; disagreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import beside, first_of, in_its_case, table
from answerable.measures.subjects.subject import Subject, code, count, day, flag, number

if TYPE_CHECKING:
    from ibis.expr.types import Table

DETAILS = (
    "investigator_named",
    "investigator_telephone",
    "investigator_email",
    "prosecutor_named",
    "prosecutor_telephone",
    "prosecutor_email",
)
"""What a written communication has to have, of both sides."""


def _communications() -> Table:
    rows = table("event_communicated")
    return in_its_case(
        rows.select("case_number", "event_number", "happened_on", "direction", "form", *DETAILS)
    )


def _not_sought() -> Table:
    rows = table("event_advice_considered")
    return in_its_case(
        rows.filter(~rows["is_sought"]).select(
            "case_number", "event_number", "happened_on", "why_not_length"
        )
    )


def _disagreements() -> Table:
    raised = table("event_disagreement_raised").select(
        "case_number", "event_number", "happened_on", "raised_by", "subject"
    )
    ended = first_of(table("event_disagreement_resolved"), "case_number", "disagreement")
    named = ended.select(
        "case_number",
        "decision_changed",
        event_number=ended["disagreement"],
        resolved_on=ended["happened_on"],
    )
    return in_its_case(beside(raised, named, "case_number", "event_number"))


_EVENT = number("event_number", "The event within the case")
_HAPPENED = day("happened_on", "The day on which it happened")
COMMUNICATIONS = Subject(
    name="communications",
    one="A letter, an e-mail, a message or a call",
    key=("case_number", "event_number"),
    own=(
        _EVENT,
        _HAPPENED,
        code("direction", "From whom to whom", "communication.direction"),
        code("form", "How", "communication.form"),
        *(flag(one, f"Whether it had this: {one.replace('_', ' ')}") for one in DETAILS),
    ),
    relation=_communications,
)
ADVICE_NOT_SOUGHT = Subject(
    name="advice_not_sought",
    one="A time at which it was decided not to seek early advice",
    key=("case_number", "event_number"),
    own=(_EVENT, _HAPPENED, count("why_not_length", "Characters of the reason")),
    relation=_not_sought,
)
DISAGREEMENTS = Subject(
    name="disagreements",
    one="A disagreement between police and prosecutors",
    key=("case_number", "event_number"),
    own=(
        _EVENT,
        _HAPPENED,
        code("raised_by", "Which side raised it", "event.side"),
        code("subject", "What it is about", "disagreement.subject"),
        day("resolved_on", "The day on which it ended", "it has not"),
        flag("decision_changed", "Whether what it was about was changed", "it has not ended"),
    ),
    relation=_disagreements,
)
