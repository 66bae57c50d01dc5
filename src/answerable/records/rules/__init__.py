"""What every case is asked: what cannot be, what was breached, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.rules import (
    advice,
    bail,
    characteristics,
    communication,
    correction,
    court,
    decision,
    disagreement,
    first_response,
    meeting,
    notice,
    order,
    pilot,
    plan,
    references,
    review,
    review_result,
    review_right,
    submission,
    supervision,
    support,
    telling,
    voice,
    withdrawal,
)
from answerable.records.rules.asked import in_words
from answerable.records.rules.rule import (
    About,
    Breach,
    Breaches,
    Due,
    Dues,
    Impossibilities,
    Rule,
)
from answerable.statute.limits import Limits

IMPOSSIBLE: tuple[Impossibilities, ...] = (
    order.impossible,
    references.impossible,
    plan.impossible,
    submission.impossible,
    disagreement.impossible,
    pilot.impossible,
    characteristics.impossible,
    first_response.impossible,
    decision.impossible,
    telling.impossible,
    review.impossible,
    court.impossible,
)
BREACHES: tuple[Breaches, ...] = (
    plan.breaches,
    supervision.breaches,
    advice.breaches,
    submission.breaches,
    communication.breaches,
    meeting.breaches,
    disagreement.breaches,
    characteristics.breaches,
    support.breaches,
    withdrawal.breaches,
    bail.breaches,
    decision.breaches,
    notice.breaches,
    review.breaches,
    review_result.breaches,
    review_right.breaches,
    telling.breaches,
)
DUES: tuple[Dues, ...] = (
    plan.dues,
    supervision.dues,
    advice.dues,
    submission.dues,
    disagreement.dues,
    characteristics.dues,
    first_response.dues,
    support.dues,
    voice.dues,
    bail.dues,
    notice.dues,
    review.dues,
    review_right.dues,
    telling.dues,
)
RULES: tuple[Rule, ...] = (
    *plan.RULES,
    *supervision.RULES,
    *advice.RULES,
    *submission.RULES,
    *communication.RULES,
    *meeting.RULES,
    *disagreement.RULES,
    *characteristics.RULES,
    *first_response.RULES,
    *support.RULES,
    *voice.RULES,
    *withdrawal.RULES,
    *bail.RULES,
    *decision.RULES,
    *notice.RULES,
    *review.RULES,
    *review_result.RULES,
    *review_right.RULES,
    *telling.RULES,
)
"""Every rule of casework, by which breaches and dues are named."""
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def why_impossible(file: CaseFile, recorded: Recorded) -> list[str]:
    """Why an event cannot have happened; empty where it can, in breach of a rule or not.

    What puts another event right must leave the rest of the case possible too.

    Args:
        file: without the event.
    """
    if reasons := list(correction.impossible(file, recorded)):
        return reasons
    if recorded.replaces is None:
        return _why(file, recorded)
    others = file.without(recorded.replaces)
    return _why(others, recorded) or list(_left_impossible(file, file.with_event(recorded)))


def _why(file: CaseFile, recorded: Recorded) -> list[str]:
    return [reason for asked in IMPOSSIBLE for reason in asked(file, recorded)]


def _left_impossible(before: CaseFile, after: CaseFile) -> Iterator[str]:
    stood = {one.number for one in before.standing}
    for one in after.standing:
        if one.number in stood and _is_possible(before, one) and not _is_possible(after, one):
            yield (
                f"“{one.event.LABEL}” of {in_words(one.event.on)} could not have happened then. "
                "Put that right first."
            )


def _is_possible(file: CaseFile, one: Recorded) -> bool:
    alone, others = replace(one, replaces=None), file.without(one.number)
    return not _why(others, alone)


def breaches(file: CaseFile, limits: Limits, *, on: date) -> list[Breach]:
    """What happened in a case against a rule, or has not been done in time, by the end of a day.

    Earliest first.
    """
    by_then = file.as_at(on)
    found = [one for asked in BREACHES for one in asked(by_then, limits, on)]
    return sorted(found, key=lambda one: (one.since, one.rule.code))


def dues(file: CaseFile, limits: Limits, *, on: date) -> list[Due]:
    """What the rules still ask for in a case at the end of a day; what has no limit comes last."""
    by_then = file.as_at(on)
    found = [one for asked in DUES for one in asked(by_then, limits, on)]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.rule.code))


def breached_by(file: CaseFile, recorded: Recorded, limits: Limits, *, on: date) -> list[Breach]:
    """The breaches that an event brings with it, for which a reason is asked.

    What was late already and is now done late is one of them: only now it is known to be so.

    Args:
        file: without the event.
        on: the day of recording.
    """
    before = {(one.rule, one.about) for one in breaches(file, limits, on=on) if not one.is_open}
    after = breaches(file.with_event(recorded), limits, on=on)
    return [one for one in after if not one.is_open and (one.rule, one.about) not in before]


__all__ = [
    "BREACHES",
    "BY_CODE",
    "DUES",
    "IMPOSSIBLE",
    "RULES",
    "About",
    "Breach",
    "Breaches",
    "Due",
    "Dues",
    "Impossibilities",
    "Rule",
    "breached_by",
    "breaches",
    "dues",
    "why_impossible",
]
