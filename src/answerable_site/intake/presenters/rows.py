"""Rows that were set aside, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.mappings import Profile
from answerable_site.intake.rules import advice_on, title_of, what_to_do, words_for

if TYPE_CHECKING:
    from answerable_site.intake.models import SetAsideRow


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why a row is set aside, and what to do."""

    column: str
    """The name of the column in the profile; empty where it is about the row as a whole."""
    why: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row that waits."""

    pk: int
    number: int
    reasons: tuple[ShownReason, ...]

    @property
    def of_the_whole(self) -> list[ShownReason]:
        """Reasons that are about no column."""
        return [one for one in self.reasons if not one.column]

    @property
    def by_column(self) -> dict[str, str]:
        """Reasons that are about a column, in a text each, by the name of the column."""
        told: dict[str, str] = {}
        for one in self.reasons:
            if one.column:
                before = told.get(one.column, "")
                told[one.column] = f"{before} {one.why} {one.what_to_do}".strip()
        return told


def waiting_row(row: SetAsideRow) -> ShownRow:
    """A row in the list: nothing that stands in it is told."""
    reasons = (
        ShownReason(
            "", f"{title_of(code)}: {heading}" if heading else title_of(code), advice_on(code)
        )
        for code, heading in row.reasons
    )
    return ShownRow(row.pk, row.row, tuple(reasons))


def opened_row(row: SetAsideRow, doubts: tuple[dict[str, str], ...], profile: Profile) -> ShownRow:
    """A row on its page, with what was found in it."""
    return ShownRow(row.pk, row.row, tuple(_reason(one, profile) for one in doubts))


def _reason(doubt: Mapping[str, str], profile: Profile) -> ShownReason:
    column = doubt["column"]
    about = {
        "heading": profile.heading(column) if column in profile.columns else "",
        "cell": doubt["cell"],
        "more": doubt["more"],
    }
    code = doubt["code"]
    return ShownReason(column, words_for(code, **about), what_to_do(code, **about))
