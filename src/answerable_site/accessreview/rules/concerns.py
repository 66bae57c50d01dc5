"""What an access auditor is shown: a question about looks, never a finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from answerable_site.accessreview.rules.looks import Look


class Kind(StrEnum):
    """Why looks are shown, most pressing first; the order is the order on the page."""

    DECOY = "decoy"
    ATTENTION = "attention"
    AFTER_THE_END = "after_the_end"
    SAME_CASE_AGAIN = "same_case_again"
    SKIMMED = "skimmed"
    MUCH_BROKEN_GLASS = "much_broken_glass"
    UNUSUAL_VOLUME = "unusual_volume"
    THIN_REASONS = "thin_reasons"


@dataclass(frozen=True, slots=True)
class Concern:
    """Looks of one person that need a question, and why."""

    kind: Kind
    person: int
    records: tuple[str, ...]
    """Each once, in order of the first look."""
    first_at: datetime
    last_at: datetime
    why: str
    """Plain English; begins with what was done, so that a name can stand before it."""
    figures: Mapping[str, float]
    """Every figure that decided, by what it counts."""


def concern(kind: Kind, looks: Sequence[Look], why: str, /, **figures: float) -> Concern:
    """A concern about looks of one person, earliest first; there is at least one."""
    return Concern(
        kind=kind,
        person=looks[0].person,
        records=records_of(looks),
        first_at=looks[0].at,
        last_at=looks[-1].at,
        why=why,
        figures=figures,
    )


def in_order(concerns: Iterable[Concern]) -> list[Concern]:
    """Most pressing kind first; within a kind the latest first."""
    pressing = list(Kind)
    return sorted(
        concerns,
        key=lambda one: (
            pressing.index(one.kind),
            -one.last_at.timestamp(),
            one.person,
            one.records,
        ),
    )


def records_of(looks: Iterable[Look]) -> tuple[str, ...]:
    """The records looked at, each once, in order of the first look."""
    return tuple(dict.fromkeys(look.record for look in looks))


def days_of(looks: Iterable[Look]) -> int:
    """On how many different days (Europe/London) there was a look."""
    return len({look.on for look in looks})


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun: "1 day", "3 days"."""
    return f"{count} {one if count == 1 else many}"
