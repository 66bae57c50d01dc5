"""Why rows that are right in themselves are set aside when they meet what is held: one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from answerable.mappings import KINDS
from answerable.mappings.doubts import Kind


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; `{more}` stands for what was found."""

    code: str
    title: str
    """In a few words, without anything that was found."""
    what: str
    do: str


REASONS: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        reason.code: reason
        for reason in (
            Reason(
                "case_not_known",
                "Case that is not held",
                "No case of the force bears this reference, and this source does not say when the "
                "case was reported.",
                "Load the crimes of the force first; then offer the row again. If the reference is "
                "written wrongly, look for cases that it may mean.",
            ),
            Reason(
                "further_reference",
                "Two references of one case",
                "The file names the case by another of its references too, and tells of it there.",
                "Find out which rows are about the case. If these are not, end the link of their "
                "reference.",
            ),
            Reason(
                "linked_reference",
                "Reference that is linked to another case",
                "This reference was linked to a case that bears another one, and this source says "
                "itself when its cases were reported: it may be a case of its own.",
                "Find out whether it is. If so, end the link, and send the file again.",
            ),
            Reason(
                "report_day_differs",
                "Another day of the report",
                "The case is held with another day of the report: {more}.",
                "Find out which day is right. Nothing that somebody relied on is overwritten here.",
            ),
            Reason(
                "put_right_by_hand",
                "Put right by hand since",
                "Somebody put right by hand what an earlier file told, and this file tells "
                "something else again.",
                "Look at the case, and correct the source.",
            ),
            Reason(
                "cannot_be_there",
                "Impossible with what is held",
                "With what is held of the case this cannot be: {more}",
                "Check the days and facts in the source, and what is recorded of the case.",
            ),
            Reason(
                "unusable_reference",
                "Reference that cannot be used",
                "The reference of the case cannot be used: {more}.",
                "Check it in the source.",
            ),
            Reason(
                "two_spellings",
                "One reference in two spellings",
                "Two references of the file differ only in spaces, case or signs, so nobody can "
                "tell whether they mean one case.",
                "Write the reference of a case in one way in the source.",
            ),
        )
    }
)
"""Every reason beside those for which the check of the file sets rows aside."""
_PLACE: Final = re.compile(r"\{(cell|heading|more)\}")


def words_for(code: str, *, heading: str = "", cell: str = "", more: str = "") -> str:
    """Why a row is set aside, in one or two sentences.

    Args:
        code: of `REASONS`, or of the doubts about a file (`answerable.mappings.KINDS`).
    """
    return _filled(_reason(code).what, heading=heading, cell=cell, more=more)


def what_to_do(code: str, *, heading: str = "", cell: str = "", more: str = "") -> str:
    """What whoever sent the file can do."""
    return _filled(_reason(code).do, heading=heading, cell=cell, more=more)


def title_of(code: str) -> str:
    """Why a row is set aside, in a few words without anything that stands in it."""
    return _reason(code).title


def advice_on(code: str) -> str:
    """What to do, without anything that stands in a row."""
    return _filled(
        _reason(code).do.replace("row {more}", "the other row"), heading="", cell="", more=""
    )


def reasons_met(rows: Iterable[Iterable[str]]) -> list[str]:
    """Why rows are set aside and what to do, each reason once and without what stands in any.

    Args:
        rows: the codes of each row.
    """
    codes = dict.fromkeys(code for row in rows for code in row)
    return [f"{title_of(code)}. {advice_on(code)}" for code in codes]


def _reason(code: str) -> Reason | Kind:
    return REASONS[code] if code in REASONS else KINDS[code]


def _filled(words: str, **found: str) -> str:
    return _PLACE.sub(lambda place: found[place[1]], words)
