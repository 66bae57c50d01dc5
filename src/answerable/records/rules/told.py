"""How a victim wants to be told, whether they do, and how often it was tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from answerable.records.file import CaseFile
from answerable.records.kinds.people import VictimIdentified
from answerable.records.kinds.telling import AskedNotToBeTold, NoticeAttempt
from answerable.records.rules.asked import Asked


def has_enhanced_rights(file: CaseFile, victim: int) -> bool:
    """Whether the shorter limits apply to a victim, as was said last."""
    said = [event for _, event in file.of(VictimIdentified) if event.victim == victim]
    return said[-1].enhanced_rights


def attempts(file: CaseFile, victim: int, decision: int) -> list[date]:
    """The days of each attempt to tell a victim of a decision, earliest first."""
    return [
        attempt.on
        for _, attempt in file.of(NoticeAttempt)
        if attempt.victim == victim
        and file.standing_number(attempt.decision) == file.standing_number(decision)
    ]


def wishing_to_be_told(file: CaseFile, telling: Asked) -> Iterator[Asked]:
    """What is asked where a victim may not want to be told: nothing while they do not.

    What was late before they said so stays late; what they do not want to hear any more is not
    asked; where they want to be told again, that day is day 0 anew.
    """
    since: date | None = telling.since
    told = telling.done_on
    for day, tell_nothing in _wishes(file, telling):
        if day <= telling.since:
            since = None if tell_nothing else telling.since
        elif told and told <= day:
            break
        elif tell_nothing and since:
            yield replace(telling, since=since, done_on=day)
            since = None
        elif not tell_nothing and since is None:
            since = day
    if since and not (told and told < since):
        yield replace(telling, since=since)


def _wishes(file: CaseFile, telling: Asked) -> list[tuple[date, bool]]:
    return [
        (wish.on, wish.tell_nothing)
        for _, wish in file.of(AskedNotToBeTold)
        if wish.victim == telling.about.victim
    ]
