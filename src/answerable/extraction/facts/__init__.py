"""Facts about an inspection: title, date, kind, inspectorates and force."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.documents.model import BlockKind, Document
from answerable.extraction.facts.bodies import force_of, inspectorates_of
from answerable.extraction.facts.kinds import document_kind_of, inspection_type_of, recipient_of
from answerable.extraction.facts.labelled import labelled
from answerable.extraction.facts.publication import publication_of
from answerable.extraction.facts.title import title_of
from answerable.extraction.find.columns import Column
from answerable.extraction.find.tables import ItemTable
from answerable.extraction.lines import Line
from answerable.extraction.model import DocumentKind, InspectionType
from answerable.extraction.sections import Section

__all__ = ["Facts", "facts_of"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says about the inspection as a whole; None where it does not say."""

    title: str | None
    published: str | None
    published_worded: str | None
    inspection_type: InspectionType | None
    inspectorates: tuple[str, ...]
    force: str | None
    document_kind: DocumentKind
    letter_to: str | None
    """The office that a letter speaks to as "you"."""


def _running(document: Document) -> tuple[str, ...]:
    kinds = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER}
    texts = [block.text for block in document.blocks if block.kind in kinds]
    return tuple(dict.fromkeys([*texts, document.title or ""]))


def facts_of(
    document: Document,
    divided: tuple[tuple[Line, Section], ...],
    tables: dict[int, ItemTable],
) -> Facts:
    """The facts that the text itself shows; what the file says about itself is a last resort."""
    lines = tuple(line for line, _ in divided)
    said = labelled(lines)
    title = title_of(lines, said, document.title)
    columns = [set(table.columns.values()) for table in tables.values()]
    tracks = any({Column.STATUS, Column.CLOSED} & held for held in columns)
    kind = document_kind_of(
        divided,
        title,
        tracks=tracks,
        answers=not tracks and any(Column.CHIEF_RESPONSE in held for held in columns),
    )
    published = publication_of(lines, said, kind)
    running = _running(document)
    inspectorates = inspectorates_of(lines, running)
    force = force_of(lines, title, running)
    inspection_type = inspection_type_of(lines, title, said, kind, inspectorates, force)
    return Facts(
        title=title,
        published=published.value if published and published.has_day else None,
        published_worded=published.worded if published else None,
        inspection_type=inspection_type,
        inspectorates=inspectorates,
        force=None if inspection_type is InspectionType.NATIONAL else force,
        document_kind=kind,
        letter_to=recipient_of(lines),
    )
