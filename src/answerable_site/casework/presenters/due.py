"""How what is due in cases, and what was breached, is worded."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from answerable.records.event import Event, Side
from answerable.records.file import CaseFile
from answerable.records.rules import BY_CODE, Rule
from answerable.statute import days_in_words
from answerable.statute.limits import Limits, NoLimitInForce
from answerable_site.casework.presenters.cases import title_of
from answerable_site.casework.rules import SETTLED_BY, facts_about
from answerable_site.design.dates import date_in_words

if TYPE_CHECKING:
    from answerable_site.casework.models import CaseBreach, CaseDue


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule with its source, and the limit in force."""

    code: str
    asks: str
    citation: str
    confidence: str
    recommendation: int | None
    limits: tuple[tuple[str, str, str, str, str], ...]
    """Length, from and to when, citation, confidence and source of each version."""


@dataclass(frozen=True, slots=True)
class ShownDue:
    """Something that is due, as the page of its case lists it."""

    rule: str
    words: str
    asked_of: str
    due: str
    tag: str
    colour_class: str
    why: str


@dataclass(frozen=True, slots=True)
class DueInCase:
    """Something that is due, with where to record that it was done."""

    due: ShownDue
    record_href: str
    """Empty where the viewer does not record it."""


@dataclass(frozen=True, slots=True)
class ListedDue:
    """Something that is due, as a line of a worklist."""

    case_id: int
    case: str
    references: str
    due: ShownDue


@dataclass(frozen=True, slots=True)
class ShownBreach:
    """A breach of a rule."""

    rule: str
    words: str
    since: str
    is_open: bool
    asks: str


def shown_rule(rule: Rule, limits: Limits) -> ShownRule:
    """A rule for its page, with every version of its limit for an organisation."""
    return ShownRule(
        code=rule.code,
        asks=rule.asks,
        citation=rule.citation,
        confidence=rule.confidence,
        recommendation=rule.recommendation,
        limits=tuple(
            (
                one.length,
                _span(one.in_force_from, one.in_force_to),
                one.citation,
                one.confidence,
                one.source,
            )
            for one in limits
            if one.code == rule.limit
        ),
    )


def shown_dues(
    rows: Iterable[CaseDue],
    limits: Limits,
    file: CaseFile,
    kinds: Collection[type[Event]],
    *,
    on: date,
) -> list[DueInCase]:
    """What is due in a case, for its page: next deadline first.

    Args:
        kinds: what the viewer records.
    """
    return [DueInCase(_shown(row, limits, on), _record_href(row, file, kinds)) for row in rows]


def listed_dues(
    rows: Iterable[CaseDue],
    references: dict[int, list[str]],
    limits: dict[int, Limits],
    *,
    on: date,
) -> list[ListedDue]:
    """Lines of a worklist.

    Args:
        references: by case, in clear.
        limits: by the number of the case.
    """
    return [
        ListedDue(
            case_id=row.case_id,
            case=title_of(row.case),
            references=", ".join(references[row.case_id]),
            due=_shown(row, limits[row.case_id], on),
        )
        for row in rows
    ]


def shown_breaches(rows: Iterable[CaseBreach]) -> list[ShownBreach]:
    """What was not kept to in a case, latest first."""
    return [
        ShownBreach(
            rule=row.rule,
            words=row.words,
            since=date_in_words(row.since),
            is_open=row.is_open,
            asks=BY_CODE[row.rule].asks,
        )
        for row in rows
    ]


def _shown(row: CaseDue, limits: Limits, on: date) -> ShownDue:
    tag, colour = _tag(row.due_on, on)
    return ShownDue(
        rule=row.rule,
        words=row.words,
        asked_of=Side(row.side).label,
        due=f"By {date_in_words(row.due_on)}" if row.due_on else "No limit is set",
        tag=tag,
        colour_class=colour,
        why=_why(BY_CODE[row.rule], limits, row.since),
    )


def _record_href(row: CaseDue, file: CaseFile, kinds: Collection[type[Event]]) -> str:
    kind = SETTLED_BY.get(row.rule)
    if kind is None or kind not in kinds:
        return ""
    address = reverse("casework:record", args=[row.case_id, kind.kind()])
    facts = facts_about(kind, file, victim=row.victim, event=row.event)
    return f"{address}?{urlencode(facts)}" if facts else address


def _tag(due_on: date | None, on: date) -> tuple[str, str]:
    if due_on is None:
        return "To do", "govuk-tag--grey"
    left = (due_on - on).days
    if left < 0:
        return f"{days_in_words(-left)} late", "govuk-tag--red"
    if left == 0:
        return "Today", "govuk-tag--orange"
    return f"{days_in_words(left)} left", "govuk-tag--blue"


def _why(rule: Rule, limits: Limits, since: date) -> str:
    if not rule.limit:
        return capfirst(rule.citation)
    try:
        limit = limits.in_force(rule.limit, since)
    except NoLimitInForce:
        return capfirst(rule.citation)
    return f"{limit.length} from {date_in_words(since)}: {limit.citation}"


def _span(first: date | None, last: date | None) -> str:
    begins = f"From {date_in_words(first)}" if first else "At all times"
    return f"{begins} to {date_in_words(last)}" if last else begins
