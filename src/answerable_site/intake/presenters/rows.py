"""Rows that were set aside, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.mappings import Profile
from answerable_site.intake.rules import what_to_do, words_for

if TYPE_CHECKING:
    from answerable_site.intake.models import SetAsideRow


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why a row is set aside, and what to do."""

    why: str
    """Empty where it would tell what stands in the row."""
    what_to_do: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row that waits."""

    pk: int
    number: int
    reasons: tuple[ShownReason, ...]


def waiting_row(row: SetAsideRow) -> ShownRow:
    """A row in the list: nothing that stands in it is told."""
    reasons = (
        ShownReason("", what_to_do(code, heading="the column", more="the other row"))
        for code in row.codes
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
    return ShownReason(words_for(code, **about), what_to_do(code, **about))
