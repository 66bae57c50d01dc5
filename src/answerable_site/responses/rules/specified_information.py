"""Whether an elected body shows its latest PEEL report and summary assessment, and since when not.

Elected Local Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 7B. This is a
duty of its own: no response under section 55 fulfils it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.statute import LATEST_PEEL_REPORT, LATEST_SUMMARY_ASSESSMENT, Provision
from answerable_site.people.rules import BodyType
from answerable_site.responses.rules.words import InformationKind

PROVISIONS: dict[InformationKind, Provision] = {
    InformationKind.PEEL_REPORT: LATEST_PEEL_REPORT,
    InformationKind.SUMMARY_ASSESSMENT: LATEST_SUMMARY_ASSESSMENT,
}
_SIGNS = {
    InformationKind.PEEL_REPORT: re.compile(r"\bPEEL\b", re.IGNORECASE),
    InformationKind.SUMMARY_ASSESSMENT: re.compile(r"\bsummary assessment\b", re.IGNORECASE),
}


class Showing(StrEnum):
    """How a body stands towards the duty."""

    TYPE_UNKNOWN = "type_unknown"
    """Nobody said what the body is in law, so nobody can say whether it is bound."""
    NOT_BOUND = "not_bound"
    """No elected local policing body."""
    NOT_RECORDED = "not_recorded"
    CURRENT = "current"
    OUTDATED = "outdated"
    """A newer one is out than the one that is shown."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a body stands, and since when where that matters."""

    showing: Showing
    newer_since: date | None = None
    """The day on which the newer one was published."""


def verdict(*, body_type: str, shown: date | None, newest: date | None) -> Verdict:
    """How a body stands towards one kind of information.

    Args:
        body_type: a `BodyType`, or empty where nobody said.
        shown: when the inspectorate published what the body shows; None if nothing is recorded.
        newest: when it published the newest in the register; None if the register has none.
    """
    if not body_type:
        return Verdict(Showing.TYPE_UNKNOWN)
    if not BodyType(body_type).is_elected:
        return Verdict(Showing.NOT_BOUND)
    if shown is None:
        return Verdict(Showing.NOT_RECORDED)
    if newest is not None and newest > shown:
        return Verdict(Showing.OUTDATED, newer_since=newest)
    return Verdict(Showing.CURRENT)


def seems_to_be(kind: InformationKind, *, title: str, series: str) -> bool:
    """Whether a report's title or series says that it is one of this kind. A proposal only."""
    return any(_SIGNS[kind].search(words) for words in (title, series))
