"""How findings of checks are worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.records.quality import CHECKS
from answerable_site.casework.presenters.cases import title_of
from answerable_site.design.dates import date_in_words

if TYPE_CHECKING:
    from answerable_site.casework.models import CaseFinding

BY_CODE = {check.code: check for check in CHECKS}


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding as a line of the worklist."""

    case_id: int
    case: str
    references: str
    words: str
    since: str
    asks: str
    citation: str
    confidence: str
    event: int | None


def listed_findings(
    rows: Iterable[CaseFinding], references: dict[int, list[str]]
) -> list[ListedFinding]:
    """Lines of the worklist.

    Args:
        references: by case, in clear.
    """
    return [
        ListedFinding(
            case_id=row.case_id,
            case=title_of(row.case),
            references=", ".join(references[row.case_id]),
            words=row.words,
            since=date_in_words(row.since),
            asks=BY_CODE[row.check_code].asks,
            citation=BY_CODE[row.check_code].citation,
            confidence=BY_CODE[row.check_code].confidence,
            event=row.event,
        )
        for row in rows
    ]
