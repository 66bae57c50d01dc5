"""Several rows may tell of one thing: what they tell must agree, or all of them are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.finding import Found, NewRecommendation, number_key
from answerable_site.followup.rules.tracker.known import KnownAction
from answerable_site.followup.rules.tracker.rows import Problem, ReadRow, Told
from answerable_site.register.rules.lists import word_key

_NAMING: Final = frozenset(
    {Column.INSPECTION, Column.NUMBER, Column.PUBLISHED, Column.TEXT, Column.KIND}
)
"""Two ways of naming one recommendation contradict nothing."""

Key = tuple[Any, ...]


@dataclass(slots=True)
class Placed:
    """A row that is read, and what it is about."""

    row: ReadRow
    found: Found | None = None
    commitment: Key = ()
    """Empty where that is not clear."""
    action: Key = ()
    """Empty where it tells of none."""
    organisation_id: int = 0
    limb_id: int | None = None
    known_action: KnownAction | None = None
    problems: list[Problem] = field(default_factory=list)


def told_of_commitments(placed: Iterable[Placed]) -> dict[Key, Told]:
    """What all rows about one commitment tell of it together."""
    return _gathered(placed, lambda one: one.commitment, lambda column: not column.is_of_an_action)


def told_of_actions(placed: Iterable[Placed]) -> dict[Key, Told]:
    """What all rows about one action tell of it together."""
    return _gathered(placed, lambda one: one.action, lambda column: column.is_of_an_action)


def refuse_what_does_not_agree(placed: Iterable[Placed]) -> None:
    """Add a problem to rows that name one thing twice, or two things alike."""
    first: dict[tuple[Any, ...], Placed] = {}
    for one in placed:
        if one.action:
            _refuse_a_double(first, one)
        if one.commitment:
            _refuse_a_shared_reference(first, one)
            _refuse_two_texts(first, one)


def new_key(new: NewRecommendation) -> Key:
    """What makes two rows name the same recommendation that would be entered."""
    report = new.inspection
    where = report if isinstance(report, int) else (word_key(report.title), report.published_on)
    return ("new", where, new.kind, number_key(new.number) or word_key(new.text))


def _gathered(
    placed: Iterable[Placed], key_of: Callable[[Placed], Key], belongs: Callable[[Column], bool]
) -> dict[Key, Told]:
    columns = frozenset(column for column in Column if belongs(column))
    gathered: dict[Key, Told] = {}
    first: dict[tuple[Key, Column], Placed] = {}
    for one in placed:
        key = key_of(one)
        if not key:
            continue
        together = gathered.setdefault(key, {})
        for column, value in one.row.told.items():
            if column not in columns:
                continue
            if column not in together:
                together[column] = value
                first[key, column] = one
            elif together[column] != value and column not in _NAMING:
                _contradict(first[key, column], one, column)
    return gathered


def _contradict(first: Placed, other: Placed, column: Column) -> None:
    for one, beside in ((first, other), (other, first)):
        one.problems.append(
            Problem(
                f"Row {beside.row.number} tells something else of the same. Make them agree, or "
                "leave the cell empty in one of them.",
                column,
            )
        )


def _refuse_a_double(first: dict[tuple[Any, ...], Placed], one: Placed) -> None:
    before = first.setdefault(("double", one.commitment, one.action), one)
    if before is one:
        return
    for each, other in ((before, one), (one, before)):
        each.problems.append(
            Problem(
                f"Row {other.row.number} tells of the same action of the same recommendation. "
                "Keep one of them, or give each action a reference.",
                Column.ACTION,
            )
        )


def _refuse_a_shared_reference(first: dict[tuple[Any, ...], Placed], one: Placed) -> None:
    reference = one.row.told.get(Column.REFERENCE)
    if reference is None:
        return
    before = first.setdefault(("reference", reference.casefold()), one)
    if before.commitment != one.commitment:
        one.problems.append(
            Problem(
                f"Row {before.row.number} gives this reference to another commitment. Correct one "
                "of them.",
                Column.REFERENCE,
            )
        )


def _refuse_two_texts(first: dict[tuple[Any, ...], Placed], one: Placed) -> None:
    about = one.found.recommendation if one.found else None
    if not isinstance(about, NewRecommendation):
        return
    before = first.setdefault(new_key(about), one)
    if before.found is not None and before.found.recommendation != about:
        _contradict(before, one, Column.TEXT)
