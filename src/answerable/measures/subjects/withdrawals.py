"""Withdrawals, each with every reason that there is, and outcomes that say “does not support”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    bit_of,
    bit_or,
    has_bit,
    in_its_case,
    spread,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds.voice import Through

if TYPE_CHECKING:
    from ibis.expr.types import Table

_UNSUPPORTED = ("14", "16")
"""The outcomes that say that the victim does not support; forces add letters to them."""
VICTIMS_VOICES = (Through.THEMSELVES, Through.SUPPORT_WORKER, Through.LAWYER, Through.SURVEY)
"""Through whom a reason comes from the victim: nobody who works on the case, and no relative."""
_REASONS = tuple(one.value for one in Reason)
_EVENT = ("case_number", "event_number")


def _withdrawals() -> Table:
    rows = table("event_withdrawal")
    named = table("event_withdrawal_reasons")
    reasons = named.group_by(list(_EVENT)).aggregate(reasons=named.count())
    found = beside(
        rows.select(*_EVENT, "happened_on", "stage", "through", "statement"), reasons, *_EVENT
    )
    from_victim = found["through"].isin([one.value for one in VICTIMS_VOICES])
    return in_its_case(found.mutate(is_reasoned=found["reasons"].notnull() & from_victim))


REASONED_WITHDRAWALS = Prepared("reasoned_withdrawals", _withdrawals)


def _named() -> Table:
    """Each withdrawal with whether each reason of the list was named."""
    named = table("event_withdrawal_reasons")
    marks = named.group_by(list(_EVENT)).aggregate(bits=bit_or(bit_of(named["reason"], _REASONS)))
    withdrawn = table("event_withdrawal").select(*_EVENT, "happened_on", "stage")
    rows = in_its_case(beside(withdrawn, marks, *_EVENT))
    return rows.select(
        *withdrawn.columns,
        "force",
        "cps_area",
        **{f"{one}_named": has_bit(rows["bits"], _REASONS, one) for one in _REASONS},
    )


NAMED_REASONS = Prepared("reasons_of_withdrawals", _named)


def _reasons() -> Table:
    columns = {one: {"is_named": f"{one}_named"} for one in _REASONS}
    kept = (*_EVENT, "happened_on", "stage", "force", "cps_area")
    return spread(NAMED_REASONS.table(), "reason", columns, *kept)


def _outcomes() -> Table:
    rows = table("event_outcome_recorded")
    outcomes = rows.filter(rows["outcome"].substr(0, 2).isin(_UNSUPPORTED)).select(
        *_EVENT, "happened_on", outcome=rows["outcome"].substr(0, 2)
    )
    withdrawn = REASONED_WITHDRAWALS.table()
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
    return in_its_case(found.mutate(is_explained=is_explained))


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
    relation=REASONED_WITHDRAWALS.table,
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
