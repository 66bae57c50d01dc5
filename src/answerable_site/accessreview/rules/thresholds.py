"""From which figures on a look-up is shown to the access auditor, and why from there."""

from __future__ import annotations

from dataclasses import dataclass, fields


class ThresholdTooLow(ValueError):
    """A threshold is below one, so that everything would be shown."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Figures that an office may set; each default says what it was weighed against.

    Opening a decoy has no threshold: one look is enough.

    Raises:
        ThresholdTooLow: a figure is below one.
    """

    work_within_days: int = 2
    """A look explains itself when the same person records something in the same case within so
    many days before or after: notes are often written on the next shift."""

    again_looks: int = 3
    """Looks at one case by broken glass. One or two are what a telephone call or a wrong
    reference brings."""
    again_days: int = 2
    """On so many different days: looking thrice in one afternoon is one matter."""
    again_within_days: int = 21
    """Interest in a person returns over weeks; cover for a colleague is over within one."""

    glass_cases: int = 8
    """Different cases by broken glass that led to no work. Somebody who covers for a colleague
    opens as many, and works on most of them."""
    glass_within_days: int = 7

    thin_reasons: int = 3
    """Cases for which the reason was empty or a single word: once or twice is haste."""
    same_reason_cases: int = 4
    """Cases opened with the same words and no work in any of them."""
    reason_within_days: int = 14

    history_days: int = 56
    """Eight weeks: longer than a leave, shorter than a change of post."""
    own_days_needed: int = 15
    """Days at work, three weeks of them, before a person is compared with their own past."""
    peers_needed: int = 3
    """Others in the same role and organisation before somebody new is compared with them."""
    peer_days_needed: int = 30
    usual_spreads: float = 4.0
    """Spreads above the median: for counts that scatter by chance, less than one day in 1,000."""
    volume_cases: int = 12
    """Cases opened in a day without work in them; fewer are never called many."""
    busy_day_times: float = 2.0
    """On a day that is busy for all, a person must also have so many times their peers’ median."""

    skim_cases: int = 9
    """Cases opened one after another with no work in them."""
    skim_gap_minutes: int = 4
    """The longest time from one to the next; reading a case takes longer."""
    skim_share: float = 1.25
    """A person who often looks through many cases must exceed their usual longest run so often."""

    ended_looks: int = 2
    """Looks at a case after it was closed, or after the person’s own assignment ended."""
    ended_days: int = 2
    """On so many different days."""
    ended_within_days: int = 28
    grace_days: int = 7
    """What is left to tidy after a closure or a handover is done within a week; looks count when
    they go on after it."""

    attention_people: int = 4
    """Different people without assignment and without work at one case. Two or three meet by
    chance, or because they answered the same caller."""
    attention_within_days: int = 3

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 1:
                raise ThresholdTooLow(f"Set {field.name} to one or more.")


DEFAULT = Thresholds()
