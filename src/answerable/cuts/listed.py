"""The rows of the tables that are the same for every case: codes, groups, limits, calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from answerable.cuts.tables import EVENTS, GIVEN, NOT_IN_LIST, VALUES, enums_of, list_name
from answerable.records.codes import characteristics, ethnicity, not_crimes, offences, outcomes
from answerable.records.codes.code_list import CodeList
from answerable.records.codes.qualification import Qualification
from answerable.records.event import Side
from answerable.records.kinds import KINDS
from answerable.statute import Limit, bank_holiday_name, is_working_day

_DAY_0 = date(1970, 1, 1)
CALENDAR_FROM = date(2010, 1, 1)
"""The first day of the calendar, where no case was reported before that year."""
_YEARS_AHEAD = 3
"""How far beyond the as-of day the calendar goes: days that limits and plans reach."""
_APRIL = 4

Row = tuple[Any, ...]
OwnLimits: TypeAlias = Mapping[int, Iterable[Limit]]
"""What organisations set for themselves, by their numbers in the cut, in the order of setting."""


def day_number(day: date) -> int:
    """A day as a cut holds it: days since 1 January 1970."""
    return (day - _DAY_0).days


def day_of(number: int) -> date:
    """The day of a number in a cut."""
    return _DAY_0 + timedelta(days=number)


def codes() -> list[Row]:
    """The rows of `codes`: every list that a column of the cut names."""
    return sorted(_codes(), key=lambda row: (row[0], row[1]))


def _codes() -> Iterator[Row]:
    for name, some in _closed_lists().items():
        for position, (code, label) in enumerate(some, 1):
            yield (name, position, code, label, None, None, None, None)
    for name, listed, source in (
        ("outcomes", {str(code): label for code, label in outcomes.OUTCOMES.items()}, outcomes),
        ("offences", {code: one.label for code, one in offences.RAPE.items()}, offences),
        ("not_crimes", dict(not_crimes.NOT_CRIMES), not_crimes),
    ):
        since = day_number(source.IN_FORCE_FROM)
        for position, (code, label) in enumerate(listed.items(), 1):
            yield (name, position, code, label, source.CITATION, source.CONFIDENCE, since, None)
    versions = [one for some in characteristics.LISTS.values() for one in some]
    for position, version in enumerate(versions, 1):
        yield ("code_lists", position, version.code, version.name, *_of_list(version))
        for place, one in enumerate(version.codes, 1):
            yield (version.code, place, one.code, one.label, *_of_list(version))
    for name in ("outcomes", "offences", "not_crimes", "code_lists", VALUES):
        yield (name, 0, NOT_IN_LIST, "What was recorded is none of the list", *(None,) * 4)


def _of_list(one: CodeList) -> Row:
    last = one.in_force_to and day_number(one.in_force_to)
    return (one.citation, one.confidence, day_number(one.in_force_from), last)


def _closed_lists() -> dict[str, list[tuple[str, str]]]:
    """Each closed list that a column names, with codes and labels."""
    lists = {
        "kinds": [(kind.kind(), kind.LABEL) for kind in KINDS],
        "groupings": [("force", "The police force"), ("cps_area", "The Area of the prosecutors")],
        list_name(Side): [(one.value, one.label) for one in Side],
    }
    enums: set[type[StrEnum]] = {one for kind in EVENTS for one in enums_of(kind)}
    for enum in enums | {Qualification}:
        lists[list_name(enum)] = [(one.value, _label(one)) for one in enum]
    named = {one.code_list for table in GIVEN.values() for one in table.columns if one.codes}
    return {name: lists[name] for name in sorted(named)}


def _label(code: StrEnum) -> str:
    label: str = getattr(code, "label", code.value)
    return label


def code_groups() -> list[Row]:
    """The rows of `code_groups`."""
    return sorted(_code_groups(), key=lambda row: row[:3])


def _code_groups() -> Iterator[Row]:
    for grouping in outcomes.GROUPINGS.values():
        for code, group in grouping.of.items():
            yield (grouping.version, "outcomes", str(code), group, group.label, grouping.citation)
    for version in ethnicity.SELF_DEFINED:
        for one in version.codes:
            found = ethnicity.group(one.code)
            citation = "5+1 groups; Chinese counts as Asian, also from the 16+1 list"
            yield ("ethnicity_5", version.code, one.code, found, found.label, citation)


def limits(versions: Iterable[Limit], own: OwnLimits) -> list[Row]:
    """The rows of `limits`: everybody’s, then each organisation’s own, in the order in which
    versions of a limit were added."""
    seen: dict[str, int] = {}
    rows = []
    for organisation, one in _with_owners(versions, own):
        seen[one.code] = seen.get(one.code, 0) + 1
        first = one.in_force_from and day_number(one.in_force_from)
        last = one.in_force_to and day_number(one.in_force_to)
        counted = (one.asks, one.starts, one.count, one.unit)
        worded = (one.citation, one.source, one.confidence)
        rows.append((one.code, seen[one.code], organisation, *counted, *worded, first, last))
    return sorted(rows, key=lambda row: row[:2])


def _with_owners(versions: Iterable[Limit], own: OwnLimits) -> Iterator[tuple[int | None, Limit]]:
    for one in versions:
        yield None, one
    for organisation in sorted(own):
        for one in own[organisation]:
            yield organisation, one


def calendar(first: date, as_of: date) -> list[Row]:
    """The rows of `calendar`, from 2010 or the year of the first day to three years ahead."""
    day = min(CALENDAR_FROM, date(first.year, 1, 1))
    last = date(as_of.year + _YEARS_AHEAD, 12, 31)
    rows, worked = [], 0
    while day <= last:
        is_worked = is_working_day(day)
        worked += is_worked
        rows.append((day_number(day), *_parts(day), bank_holiday_name(day), is_worked, worked))
        day += timedelta(days=1)
    return rows


def _parts(day: date) -> Row:
    since_april = (day.month - _APRIL) % 12
    year = day.year if day.month >= _APRIL else day.year - 1
    return (day.year, day.month, day.day, day.isoweekday(), year, since_april // 3 + 1)
