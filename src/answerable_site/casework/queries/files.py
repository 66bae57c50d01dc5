"""Case files: the events of a case as the library reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from answerable.records.event import Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import from_stored
from answerable_site.casework.models import Case, CaseEvent

_COLUMNS = ("number", "facts", "recorded_at", "side", "why_in_breach", "replaces")


def case_file(case: Case) -> CaseFile:
    """Everything that is recorded of a case."""
    rows = CaseEvent.objects.filter(case=case).order_by("number").values_list(*_COLUMNS)
    return CaseFile(case.pk, case.reported_on, tuple(_recorded(*row) for row in rows))


def case_files(cases: Iterable[Case]) -> Iterator[tuple[Case, CaseFile]]:
    """The files of several cases, in one query."""
    wanted = list(cases)
    by_case: dict[int, list[Recorded]] = defaultdict(list)
    rows = CaseEvent.objects.filter(case__in=wanted).order_by("case_id", "number")
    for case_id, *row in rows.values_list("case_id", *_COLUMNS):
        by_case[case_id].append(_recorded(*row))
    for case in wanted:
        yield case, CaseFile(case.pk, case.reported_on, tuple(by_case[case.pk]))


def _recorded(number, facts, recorded_at, side, why_in_breach, replaces) -> Recorded:  # type: ignore[no-untyped-def]
    return Recorded(
        number=number,
        event=from_stored(facts),
        recorded_at=recorded_at,
        side=Side(side),
        why_in_breach=why_in_breach,
        replaces=replaces,
    )
