"""What loading a list would do, row by row; nothing is done here."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from answerable_site.register.rules import likely_same_report
from answerable_site.register.rules.lists import day_in_words
from answerable_site.responses.rules.past import Explained, PastAnswer
from answerable_site.responses.rules.takeover.columns import Column
from answerable_site.responses.rules.takeover.rows import LABELS, ListedResponse, Problem, ReadRow


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KnownReport:
    """An inspection in the register, and what is held of the body's past response to it."""

    inspection_id: int
    title: str
    published_on: date
    legal_basis: str
    concerns_body: bool
    is_published_here: bool
    """A version of the body's response to it was published with this product."""
    answer: PastAnswer | None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a past response that loading would change."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What becomes of one row, and why."""

    number: int
    """Counted from 1, as a spreadsheet program does."""
    outcome: Outcome
    listed: ListedResponse | None = None
    known: KnownReport | None = None
    """The report in the register that the row is about; None for a new one."""
    answer: PastAnswer | None = None
    """What would be held afterwards."""
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person may want to check; no obstacle."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading a list would do."""

    rows: tuple[PlannedRow, ...]

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows come to which outcome."""
        return Counter(row.outcome for row in self.rows)

    @property
    def may_be_loaded(self) -> bool:
        """Whether no row is refused and at least one changes something."""
        outcomes = set(self.counts)
        return Outcome.REFUSED not in outcomes and bool(outcomes & {Outcome.ADDED, Outcome.UPDATED})

    @property
    def digest(self) -> str:
        """The SHA-256 of everything that the plan says: equal only for equal outcomes."""
        return hashlib.sha256("\n".join(map(repr, self.rows)).encode()).hexdigest()


def planned(rows: Iterable[ReadRow], known: Sequence[KnownReport]) -> Plan:
    """What loading these rows over what is known would do.

    A row belongs to the past response with its reference, else to the report of its title and day.
    What a row does not tell stays as it is. Two rows about one report, or with one reference, are
    both refused, so that the order of the rows never matters.
    """
    register = _Register.of(known)
    found = [_planned(row, register) for row in rows]
    return Plan(tuple(_without_doubles(found)))


_ReportKey: TypeAlias = tuple[date, str]


def _key(title: str, day: date) -> _ReportKey:
    return day, " ".join(re.findall(r"\w+", title.casefold()))


@dataclass(frozen=True, slots=True)
class _Register:
    by_reference: dict[str, KnownReport]
    by_report: dict[_ReportKey, KnownReport]
    by_day: dict[date, list[KnownReport]]

    @classmethod
    def of(cls, known: Sequence[KnownReport]) -> _Register:
        by_day: dict[date, list[KnownReport]] = defaultdict(list)
        for report in known:
            by_day[report.published_on].append(report)
        # Where a title stands twice, the one with an answer counts, then one that concerns the
        # body, then the first entered.
        likeliest_last = sorted(
            known,
            key=lambda one: (one.answer is not None, one.concerns_body, -one.inspection_id),
        )
        return cls(
            by_reference={
                report.answer.reference.casefold(): report
                for report in likeliest_last
                if report.answer and report.answer.reference
            },
            by_report={_key(one.title, one.published_on): one for one in likeliest_last},
            by_day=by_day,
        )

    def alike(self, listed: ListedResponse) -> KnownReport | None:
        """A report of the same day with another title that may be the same."""
        return next(
            (
                report
                for report in self.by_day.get(listed.report_published_on, ())
                if likely_same_report(report.title, listed.title, same_day=True)
            ),
            None,
        )


def _planned(row: ReadRow, register: _Register) -> PlannedRow:
    if row.listed is None:
        return PlannedRow(row.number, Outcome.REFUSED, problems=row.problems)
    listed = row.listed
    by_reference = register.by_reference.get(listed.answer.reference.casefold())
    known = by_reference or register.by_report.get(_key(listed.title, listed.report_published_on))
    if known is None:
        return PlannedRow(
            row.number,
            Outcome.ADDED,
            listed=listed,
            answer=listed.answer,
            changes=tuple(_changes(PastAnswer(), listed.answer)),
            notes=tuple(_notes(listed, register)),
        )
    problems = tuple(_conflicts(listed, known, register))
    if problems:
        return PlannedRow(row.number, Outcome.REFUSED, listed, known, problems=problems)
    held = known.answer or PastAnswer()
    answer = listed.answer.told_over(held)
    changes = tuple(_changes(held, answer))
    outcome = (
        Outcome.ADDED if known.answer is None else Outcome.UPDATED if changes else Outcome.UNCHANGED
    )
    return PlannedRow(row.number, outcome, listed, known, answer, changes)


def _conflicts(
    listed: ListedResponse, known: KnownReport, register: _Register
) -> Iterator[Problem]:
    held = known.answer.reference if known.answer else ""
    wanted = listed.answer.reference
    same_day = known.published_on == listed.report_published_on
    named = register.by_report.get(_key(listed.title, listed.report_published_on), known)
    if (
        not same_day
        or named is not known
        or not likely_same_report(known.title, listed.title, same_day=True)
    ):
        yield Problem(
            f"Reference {held} is held for “{known.title}”, published on "
            f"{day_in_words(known.published_on)}. Correct the reference, the title or the day.",
            Column.REFERENCE,
        )
        return
    if held and wanted and held.casefold() != wanted.casefold():
        yield Problem(
            f"The response to this report is held under the reference {held}.", Column.REFERENCE
        )
    if not known.concerns_body:
        yield Problem(
            "The report is in the register, but does not concern this body there. Correct that in "
            "the register first."
        )
    if known.is_published_here:
        yield Problem("The response to this report was published with Answerable.")
    if listed.legal_basis and listed.legal_basis != known.legal_basis:
        yield Problem(
            "The register holds this report under another legal basis. Correct the list or the "
            "register.",
            Column.LEGAL_BASIS,
        )
    if listed.answer.published_on and listed.answer.published_on < known.published_on:
        yield Problem("The response was published before the report.", Column.PUBLISHED)


def _changes(held: PastAnswer, after: PastAnswer) -> Iterator[Change]:
    for name in after.differing(held):
        yield Change(LABELS[name], _shown(getattr(held, name)), _shown(getattr(after, name)))


def _shown(value: date | str | None) -> str:
    if isinstance(value, Explained):
        return value.label
    if isinstance(value, date):
        return day_in_words(value)
    return value or "not known"


def _notes(listed: ListedResponse, register: _Register) -> Iterator[str]:
    alike = register.alike(listed)
    if alike is not None:
        yield (
            f"The register holds “{alike.title}”, published on the same day. Check that it is "
            "another report."
        )
    if listed.kind is None:
        yield f"Kind not told; taken as: {listed.kind_taken.label}."


def _without_doubles(rows: Sequence[PlannedRow]) -> Iterator[PlannedRow]:
    """The rows, with those refused that are about the same report or have the same reference."""
    about: dict[object, list[int]] = defaultdict(list)
    for row in rows:
        for identity in _identities(row):
            about[identity].append(row.number)
    for row in rows:
        others = sorted(
            {n for identity in _identities(row) for n in about[identity]} - {row.number}
        )
        if others:
            problem = Problem(
                f"It is about the same report, or has the same reference, as row "
                f"{_numbers(others)}. Keep one of them."
            )
            yield replace(
                row, outcome=Outcome.REFUSED, changes=(), problems=(*row.problems, problem)
            )
        else:
            yield row


def _identities(row: PlannedRow) -> Iterator[object]:
    if row.listed is None:
        return
    yield (
        row.known.inspection_id
        if row.known
        else _key(row.listed.title, row.listed.report_published_on)
    )
    if row.listed.answer.reference:
        yield row.listed.answer.reference.casefold()


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:5])
    return shown if len(numbers) <= 5 else f"{shown} and {len(numbers) - 5} more"
