"""What every case is asked: what cannot be, what was breached, and what is due."""

from __future__ import annotations

from datetime import date

from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.rules import (
    characteristics,
    first_response,
    order,
    references,
    support,
    withdrawal,
)
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
    characteristics.impossible,
    first_response.impossible,
)
BREACHES: tuple[Breaches, ...] = (
    characteristics.breaches,
    support.breaches,
    withdrawal.breaches,
)
DUES: tuple[Dues, ...] = (
    characteristics.dues,
    first_response.dues,
    support.dues,
)
RULES: tuple[Rule, ...] = (
    *characteristics.RULES,
    *first_response.RULES,
    *support.RULES,
    *withdrawal.RULES,
)
"""Every rule of casework, by which breaches and dues are named."""


def why_impossible(file: CaseFile, recorded: Recorded) -> list[str]:
    """Why an event cannot have happened; empty where it can, in breach of a rule or not.

    Args:
        file: without the event.
    """
    return [reason for asked in IMPOSSIBLE for reason in asked(file, recorded)]


def breaches(file: CaseFile, limits: Limits, *, on: date) -> list[Breach]:
    """What happened in a case against a rule, or has not been done in time, by the end of a day.

    Earliest first.
    """
    found = [one for asked in BREACHES for one in asked(file, limits, on)]
    return sorted(found, key=lambda one: (one.since, one.rule.code))


def dues(file: CaseFile, limits: Limits, *, on: date) -> list[Due]:
    """What the rules still ask for in a case at the end of a day; what has no limit comes last."""
    found = [one for asked in DUES for one in asked(file, limits, on)]
    return sorted(found, key=lambda one: (one.due_on or date.max, one.rule.code))


def breached_by(file: CaseFile, recorded: Recorded, limits: Limits, *, on: date) -> list[Breach]:
    """The breaches that an event brings with it, for which a reason is asked.

    Args:
        file: without the event.
        on: the day of recording.
    """
    before = {(one.rule.code, one.about) for one in breaches(file, limits, on=on)}
    after = breaches(file.with_event(recorded), limits, on=on)
    return [one for one in after if (one.rule.code, one.about) not in before and not one.is_open]


__all__ = [
    "BREACHES",
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
