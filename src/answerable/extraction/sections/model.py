"""What a part of a document can be for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.extraction.lines import Line
from answerable.extraction.model import ItemKind


class Part(StrEnum):
    """What a part of a document is for."""

    BODY = "body"
    ITEMS = "items"
    """Lists recommendations, areas for improvement or causes of concern."""
    KEY_FINDINGS = "key findings"
    PAST = "past"
    """Speaks of items of earlier reports, or of their state."""
    RESPONSE = "response"
    """What a force or policing body says in reply."""
    APART = "apart"
    """Glossary, method, minutes: speaks about items without making any."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document that one heading opens."""

    part: Part
    heading: Line | None
    names: ItemKind | None = None
    """The kind of item that the heading names."""
    level: int | None = None
    frame: str | None = None
    """The box or table that holds the part, heading and text; leaving it ends the part."""
    trusted: bool = True
    """False after a heading of unknown rank: the part may be over."""
