"""Bail before charge: who may authorise how long, and what follows when a period ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.records.event import Side
from answerable.records.file import CaseFile
from answerable.records.kinds.court import Charged
from answerable.records.kinds.decision import Decision, What
from answerable.records.kinds.people import Authoriser, Status, SuspectStatus
from answerable.records.rules.asked import in_words
from answerable.records.rules.decision import ENDS_A_CASE, concerned_suspects
from answerable.records.rules.rule import About, Breach, Due, Rule
from answerable.statute import Confidence
from answerable.statute.limits import Limits, NoLimitInForce

_ACT = "Police, Crime, Sentencing and Courts Act 2022, pre-charge bail"

AUTHORISE_BY_RANK = Rule(
    code="authorise_bail_by_rank",
    asks="Have bail authorised by the rank that its length needs",
    citation=_ACT,
    confidence=Confidence.CONFIRMED,
)
SET_END = Rule(
    code="set_end_of_bail",
    asks="Say on which day bail ends",
    citation=_ACT,
    confidence=Confidence.REASONED,
)
FOLLOW_END = Rule(
    code="follow_end_of_bail",
    asks="Extend bail, charge or release the suspect before bail ends",
    citation=_ACT,
    confidence=Confidence.REASONED,
)
SEEK_VIEWS = Rule(
    code="seek_victims_views_on_bail",
    asks="Ask the victim for their views before bail is given or changed",
    citation=_ACT,
    confidence=Confidence.CONFIRMED,
)
RULES = (AUTHORISE_BY_RANK, SET_END, FOLLOW_END, SEEK_VIEWS)

_RANKS = (
    Authoriser.CUSTODY_OFFICER,
    Authoriser.INSPECTOR,
    Authoriser.SUPERINTENDENT,
    Authoriser.MAGISTRATES,
)
_LIMITS = ("bail_first", "bail_inspector", "bail_superintendent")
_GIVES_BAIL = frozenset({Status.BAILED, Status.BAIL_EXTENDED})
_VIEWS_COUNT = _GIVES_BAIL | {Status.BAIL_CHANGED}
_FOLLOWS = _GIVES_BAIL | {
    Status.ARRESTED,
    Status.UNDER_INVESTIGATION,
    Status.RELEASED,
    Status.REMANDED,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One period of bail of one suspect."""

    number: int
    """Of the event that gave or extended it."""
    suspect: int
    first_bailed: date
    """When the suspect was first bailed since last released without bail: day 0 of the limits."""
    begins: date
    ends: date | None
    authoriser: Authoriser | None
    followed_on: date | None
    """The day of the next thing that became of the suspect."""


def periods(file: CaseFile) -> Iterator[Period]:
    """Each period of bail, by the day on which it was given or extended."""
    first: dict[int, date] = {}
    for number, step in file.of(SuspectStatus):
        if step.status in {Status.UNDER_INVESTIGATION, Status.RELEASED, Status.REMANDED}:
            first.pop(step.suspect, None)
        if step.status in _GIVES_BAIL:
            first.setdefault(step.suspect, step.on)
            yield Period(
                number,
                step.suspect,
                first[step.suspect],
                step.on,
                step.ends_on,
                step.authoriser,
                _followed_on(file, number, step),
            )


def authoriser_needed(limits: Limits, first_bailed: date, ends: date) -> Authoriser | None:
    """Who must authorise bail that ends on a day; None where no limit governs it.

    Args:
        first_bailed: day 0 of the months.
        ends: the last day of bail, inclusive.
    """
    try:
        for rank, code in zip(_RANKS, _LIMITS, strict=False):
            if ends <= limits.in_force(code, first_bailed).last_day(first_bailed):
                return rank
    except NoLimitInForce:
        return None
    return Authoriser.MAGISTRATES


def dues(file: CaseFile, _limits: Limits, _on: date) -> Iterator[Due]:
    """Suspects on bail, by the day on which it ends."""
    for period in periods(file):
        if period.ends and period.followed_on is None:
            yield Due(
                FOLLOW_END,
                f"Extend the bail of suspect {period.suspect}, charge or release them",
                Side.POLICE,
                period.begins,
                period.ends,
                About(suspect=period.suspect, event=period.number),
            )


def breaches(file: CaseFile, limits: Limits, on: date) -> Iterator[Breach]:
    """Bail without the rank it needs, without an end, or that lapsed; victims not asked."""
    for period in periods(file):
        about = About(suspect=period.suspect, event=period.number)
        yield from _authorised(period, limits, about)
        yield from _lapsed(period, on, about)
    for number, step in file.of(SuspectStatus):
        if step.status in _VIEWS_COUNT and not step.victims_views_sought:
            yield Breach(
                SEEK_VIEWS,
                f"The victim’s views are not recorded as asked for before the bail of suspect "
                f"{step.suspect} of {in_words(step.on)}.",
                step.on,
                About(suspect=step.suspect, event=number),
            )


def _authorised(period: Period, limits: Limits, about: About) -> Iterator[Breach]:
    if period.ends is None:
        words = f"The bail of suspect {period.suspect} of {in_words(period.begins)} has no end."
        yield Breach(SET_END, words, period.begins, about)
        return
    needed = authoriser_needed(limits, period.first_bailed, period.ends)
    if needed is None:
        return
    if period.authoriser is None or _RANKS.index(period.authoriser) < _RANKS.index(needed):
        by = f"by: {period.authoriser.label}" if period.authoriser else "by nobody on record"
        yield Breach(
            AUTHORISE_BY_RANK,
            f"Bail of suspect {period.suspect} until {in_words(period.ends)} needs the authority "
            f"of: {needed.label}. It was given {by}.",
            period.begins,
            about,
        )


def _lapsed(period: Period, on: date, about: About) -> Iterator[Breach]:
    if period.ends is None or (period.followed_on or on) <= period.ends:
        return
    became = (
        f"only on {in_words(period.followed_on)} something followed"
        if period.followed_on
        else "nothing followed"
    )
    yield Breach(
        FOLLOW_END,
        f"The bail of suspect {period.suspect} ended on {in_words(period.ends)}, and {became}.",
        period.ends + timedelta(days=1),
        about,
        is_open=period.followed_on is None,
    )


def _followed_on(file: CaseFile, number: int, bail: SuspectStatus) -> date | None:
    after = [one for one in file.standing if (one.event.on, one.number) > (bail.on, number)]
    return next((one.event.on for one in after if _follows(file, one.event, bail.suspect)), None)


def _follows(file: CaseFile, event: object, suspect: int) -> bool:
    match event:
        case SuspectStatus():
            return event.suspect == suspect and event.status in _FOLLOWS
        case Charged():
            return event.suspect == suspect
        case Decision():
            ends = event.made in ENDS_A_CASE and event.made is not What.NOT_INVESTIGATE
            return ends and suspect in concerned_suspects(file, event)
    return False
