"""Named, cited checks of how completely, validly and consistently a case is recorded."""

from __future__ import annotations

from datetime import date

from answerable.records.file import CaseFile
from answerable.records.quality import (
    breached,
    characteristics,
    consistent,
    outcomes,
    plans,
    reviews,
    withdrawal,
)
from answerable.records.quality.check import Check, Finding, Findings
from answerable.statute.limits import Limits

_PARTS = (characteristics, consistent, withdrawal, outcomes, plans, reviews, breached)
CHECKS: tuple[Check, ...] = tuple(check for part in _PARTS for check in part.CHECKS)
"""Every check of one case file. Those over many cases: `across`."""
_FINDINGS: tuple[Findings, ...] = tuple(part.findings for part in _PARTS)


def findings(file: CaseFile, limits: Limits, *, on: date) -> list[Finding]:
    """What every check finds in a case at the end of a day, earliest first."""
    by_then = file.as_at(on)
    found = [one for part in _FINDINGS for one in part(by_then, limits, on)]
    return sorted(found, key=lambda one: (one.since, one.check.code))


__all__ = ["CHECKS", "Check", "Finding", "findings"]
