"""How cases are worded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from answerable_site.casework import access
from answerable_site.casework.rules import READS_CASES, Ground
from answerable_site.design.dates import moment_in_words
from answerable_site.people.rules import OrganisationKind, Viewer

if TYPE_CHECKING:
    from answerable_site.casework.models import Case, CaseAssignment, CaseOpening, CaseShare
    from answerable_site.people.models import Organisation


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case as a line of a list."""

    id: int
    title: str
    references: str
    force: str
    reported_on: date
    is_open: bool


@dataclass(frozen=True, slots=True)
class ShownWork:
    """Somebody, or an organisation, who works or worked on a case."""

    id: int
    who: str
    since: str
    has_ended: bool
    can_end: bool


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case as its page shows it."""

    id: int
    title: str
    references: tuple[str, ...]
    force: str
    reported_on: date
    added: str
    why_open: str
    people: tuple[ShownWork, ...]
    organisations: tuple[ShownWork, ...]
    can_assign: bool
    can_share: bool


def title_of(case: Case) -> str:
    """What a case is called where its references are not for everybody to read."""
    return f"Case {case.pk}"


def listed_cases(
    cases: Iterable[Case], references: dict[int, list[str]], open_ids: set[int]
) -> list[ListedCase]:
    """Lines of a list.

    Args:
        references: by case, in clear.
        open_ids: the cases whose page the viewer may read.
    """
    return [
        ListedCase(
            id=case.pk,
            title=title_of(case),
            references=", ".join(references[case.pk]),
            force=case.force.name,
            reported_on=case.reported_on,
            is_open=case.pk in open_ids,
        )
        for case in cases
    ]


def found_cases(cases: Iterable[Case]) -> list[tuple[int, str]]:
    """Where a look-up found several: their numbers and what they are called."""
    return [(case.pk, title_of(case)) for case in cases]


def shown_case(
    case: Case,
    *,
    viewer: Viewer,
    references: list[str],
    opening: CaseOpening | None,
    sees_whole: bool,
) -> ShownCase:
    """A case from `queries.whole_case`, for its page.

    Args:
        sees_whole: whether the viewer sees every victim. Who does not is told of no other support
            service either: which one it is says whom it supports.
    """
    own = viewer.organisations_where(*READS_CASES)

    def is_told(organisation: Organisation) -> bool:
        is_service = organisation.kind == OrganisationKind.SUPPORT_SERVICE
        return sees_whole or not is_service or organisation.pk in own

    return ShownCase(
        id=case.pk,
        title=title_of(case),
        references=tuple(references),
        force=case.force.name,
        reported_on=case.reported_on,
        # Not by whom: that would tell a decoy from a case.
        added=moment_in_words(case.added_at),
        why_open=_why_open(opening),
        people=tuple(
            _shown_assignment(one, case, viewer)
            for one in case.assignments.all()
            if is_told(one.organisation)
        ),
        organisations=tuple(
            _shown_share(one, case, viewer)
            for one in case.shares.all()
            if is_told(one.organisation)
        ),
        can_assign=access.can_assign(viewer, case, _working_on(case)),
        can_share=access.can_share(viewer, case),
    )


def _working_on(case: Case) -> Iterator[Organisation]:
    yield case.force
    yield from (row.organisation for row in case.shares.all() if row.ended_at is None)


def _why_open(opening: CaseOpening | None) -> str:
    if opening is None:
        return "The case is assigned to you."
    words = f" {opening.words}" if opening.words else ""
    return (
        f"You opened it: {Ground(opening.ground).label}.{words} "
        f"It closes {moment_in_words(opening.closes_at)}."
    )


def _shown_assignment(row: CaseAssignment, case: Case, viewer: Viewer) -> ShownWork:
    return ShownWork(
        id=row.pk,
        who=f"{row.user.full_name}, {row.organisation.name}",
        since=_since(row.assigned_at, row.ended_at),
        has_ended=row.ended_at is not None,
        can_end=row.ended_at is None and access.assigns_for(viewer, case, row.organisation),
    )


def _shown_share(row: CaseShare, case: Case, viewer: Viewer) -> ShownWork:
    return ShownWork(
        id=row.pk,
        who=row.organisation.name,
        since=_since(row.shared_at, row.ended_at),
        has_ended=row.ended_at is not None,
        can_end=row.ended_at is None and access.can_share(viewer, case),
    )


def _since(began: datetime, ended: datetime | None) -> str:
    if ended is None:
        return f"Since {moment_in_words(began)}"
    return f"{moment_in_words(began)} to {moment_in_words(ended)}"
