"""Withdrawals, each with every reason that there is, and outcomes that say “does not support”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import (
    beside,
    in_its_case,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.records.kinds.voice import Through

if TYPE_CHECKING:
    from ibis.expr.types import Table

_UNSUPPORTED = ("14", "16")
"""The outcomes that say that the victim does not support; forces add letters to them."""
VICTIMS_VOICES = (Through.THEMSELVES, Through.SUPPORT_WORKER, Through.LAWYER, Through.SURVEY)
"""Through whom a reason comes from the victim: nobody who works on the case, and no relative."""
_EVENT = ("case_number", "event_number")


def _withdrawals() -> Table:
    rows = table("event_withdrawal")
    named = table("event_withdrawal_reasons")
    reasons = named.group_by(list(_EVENT)).aggregate(reasons=named.count())
    found = beside(
        rows.select(*_EVENT, "happened_on", "stage", "through", "statement"), reasons, *_EVENT
    )
    from_victim = found["through"].isin([one.value for one in VICTIMS_VOICES])
    return in_its_case(found.mutate(is_reasoned=found["reasons"].notnull() & from_victim)).drop(
        "reasons", "through"
    )


def _reasons() -> Table:
    """Each withdrawal with each reason of the list, and whether it was named."""
    rows, listed = table("event_withdrawal"), table("codes")
    reasons = listed.filter(listed["code_list"] == "withdrawal.reason")
    each = rows.select(*_EVENT, "happened_on", "stage").cross_join(
        reasons.select(reason=reasons["code"])
    )
    named = table("event_withdrawal_reasons")
    marked = named.select(*_EVENT, "reason", mark=named["reason"])
    found = beside(each, marked, *_EVENT, "reason")
    return in_its_case(found.mutate(is_named=found["mark"].notnull())).drop("mark")


def _outcomes() -> Table:
    rows = table("event_outcome_recorded")
    outcomes = rows.filter(rows["outcome"].substr(0, 2).isin(_UNSUPPORTED)).select(
        *_EVENT, "happened_on", outcome=rows["outcome"].substr(0, 2)
    )
    withdrawn = _withdrawals()
    reasoned = withdrawn.filter(withdrawn["is_reasoned"])
    before = with_each(
        outcomes,
        reasoned.select("case_number", withdrawn_on=reasoned["happened_on"]),
        "case_number",
    )
    explained = before.filter(before["withdrawn_on"] <= before["happened_on"])
    marked = explained.group_by(list(_EVENT)).aggregate(withdrawals=explained.count())
    found = beside(outcomes, marked, *_EVENT)
    is_explained = truly(found["withdrawals"] > 0)
    return in_its_case(found.mutate(is_explained=is_explained)).drop("withdrawals")


_NUMBER = number("event_number", "The event within the case")
_HAPPENED = day("happened_on", "The day on which it happened")
_STAGE = code("stage", "How far the case had come", "stages.stage")
WITHDRAWALS = Subject(
    name="withdrawals",
    one="A withdrawal of a victim",
    key=_EVENT,
    own=(
        _NUMBER,
        _HAPPENED,
        _STAGE,
        code("statement", "What is held of what they said", "withdrawal.statement"),
        flag("is_reasoned", "Whether a reason is recorded that came from the victim"),
    ),
    relation=_withdrawals,
)
WITHDRAWAL_REASONS = Subject(
    name="withdrawal_reasons",
    one="A withdrawal of a victim and one reason of the list",
    key=(*_EVENT, "reason"),
    own=(
        _NUMBER,
        _HAPPENED,
        _STAGE,
        code("reason", "Which reason", "withdrawal.reason"),
        flag("is_named", "Whether the victim gave it"),
    ),
    relation=_reasons,
)
UNSUPPORTED_OUTCOMES = Subject(
    name="unsupported_outcomes",
    one="An outcome 14 or 16: the victim does not support",
    key=_EVENT,
    own=(
        _NUMBER,
        _HAPPENED,
        code("outcome", "Which of the two, without letters of the force", "outcomes"),
        flag(
            "is_explained",
            "Whether by then a withdrawal with a stage and a reason of the victim was recorded",
        ),
    ),
    relation=_outcomes,
)
