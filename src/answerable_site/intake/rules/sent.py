"""An extract that somebody sent, and what came of trying it before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from msgspec import Struct

from answerable_site.intake.rules.difference import Compared

TRIED_AT_ONCE: Final = 20 * 1024 * 1024
"""How many bytes are tried while somebody waits for the page; longer files in the background."""


@dataclass(frozen=True, slots=True)
class SentExtract:
    """An extract that is kept until somebody confirms it."""

    stored_as: str
    sha256: str
    size: int
    source_id: int
    user_id: int
    as_at: str
    sheet: str
    supersedes: int | None

    @property
    def is_long(self) -> bool:
        """Whether trying it takes longer than anybody waits for a page."""
        return self.size > TRIED_AT_ONCE


class TriedRow(Struct, frozen=True, kw_only=True):
    """Why one row would be set aside, and what to do."""

    row: int
    column: str
    sentence: str
    what_to_do: str


class Tried(Struct, frozen=True, kw_only=True):
    """What came of trying an extract."""

    refusal: str = ""
    """Why it cannot be loaded at all, in a sentence; the rest is empty then."""
    read: int = 0
    accepted: int = 0
    set_aside: int = 0
    blank: int = 0
    cases: int = 0
    messages: tuple[TriedRow, ...] = ()
    """The first."""
    difference: tuple[Compared, ...] | None = None
    """None where it corrects no load."""

    @property
    def may_be_loaded(self) -> bool:
        """Whether it has a row."""
        return not self.refusal and self.read > self.blank
