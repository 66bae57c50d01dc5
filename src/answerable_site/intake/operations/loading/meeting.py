"""What a file says meets what is held: which of its cases are set aside as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from answerable.records import rules as law
from answerable.records.event import Recorded
from answerable.records.file import CaseFile
from answerable.records.kinds import from_stored
from answerable_site.casework import queries as casework
from answerable_site.casework.models import Case
from answerable_site.casework.rules import side_of
from answerable_site.intake.models import Source
from answerable_site.intake.operations.loading.comparing import _Comparing
from answerable_site.intake.operations.loading.preparing import Held

_AT_ONCE: Final = 500


def _held_by_the_record(comparing: _Comparing, source: Source, at: datetime) -> dict[int, Held]:
    """Cases of the file that cannot go on beside what is held, by their number."""
    held = {number: Held("case_not_known") for number in comparing.unknown_cases()}
    for number in comparing.further_references():
        held[number] = Held("further_reference")
    for number, day in comparing.other_days():
        held[number] = Held("report_day_differs", _in_words(day))
    for number in comparing.put_right_by_hand():
        held[number] = Held("put_right_by_hand")
    for number in comparing.linked_references():
        held[number] = Held("linked_reference")
    news = [row for row in comparing.news_of_known_cases() if row[0] not in held]
    return held | dict(_impossible(news, source, at))


def _in_words(day: date | str) -> str:
    told = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{told.day} {told:%B %Y}"


def _impossible(
    news: list[tuple[Any, ...]], source: Source, at: datetime
) -> Iterator[tuple[int, Held]]:
    """Cases in which something new cannot have happened, as the rules of records say."""
    by_case = [list(rows) for _, rows in groupby(news, key=itemgetter(1))]
    for start in range(0, len(by_case), _AT_ONCE):
        some = {rows[0][1]: rows for rows in by_case[start : start + _AT_ONCE]}
        cases = Case.objects.filter(pk__in=some).order_by("pk")
        for case, file in casework.case_files(cases):
            rows = some[case.pk]
            for row, reason in _reasons(file, rows, source, at):
                yield rows[0][0], Held("cannot_be_there", reason, row)
                break


def _reasons(
    file: CaseFile, rows: list[tuple[Any, ...]], source: Source, at: datetime
) -> Iterator[tuple[int, str]]:
    """The row that tells something impossible, and why."""
    numbers = {row[2]: number for number, row in enumerate(rows, start=file.next_number)}
    new = [_recorded(row, numbers, source, at) for row in rows]
    whole = (*file.recorded, *new)
    for one, row in zip(new, rows, strict=True):
        others = tuple(other for other in whole if other.number != one.number)
        for reason in law.why_impossible(CaseFile(file.case, file.reported_on, others), one):
            yield row[3], reason


def _recorded(
    row: tuple[Any, ...], numbers: dict[int, int], source: Source, at: datetime
) -> Recorded:
    _, _, number, _, facts, about_fact, about, known_about, replaces = row
    told = json.loads(facts)
    if about_fact is not None:
        told[about_fact] = numbers.get(about, known_about)
    side = side_of(source.organisation.kind)
    if side is None:
        raise ValueError(f"{source.organisation} is on no side of a case.")
    return Recorded(
        number=numbers[number],
        event=from_stored(told),
        recorded_at=at,
        side=side,
        replaces=replaces,
    )
