"""Headers, footers and notes of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from answerable.documents.model import Block, BlockKind
from answerable.documents.readers.docx.body import Body
from answerable.documents.readers.docx.names import Element, w
from answerable.documents.readers.docx.numbering import Numbering
from answerable.documents.readers.docx.styles import Styles


def headers(package: Any, styles: Styles) -> list[Block]:
    """The words at the top of pages, each wording once."""
    return _stories(package, styles, "/header", BlockKind.PAGE_HEADER)


def footers(package: Any, styles: Styles) -> list[Block]:
    """The words at the foot of pages, each wording once."""
    return _stories(package, styles, "/footer", BlockKind.PAGE_FOOTER)


def footnotes(package: Any, styles: Styles) -> list[Block]:
    """The notes at the foot of pages and at the end, in the order of the file."""
    return [
        block
        for suffix, tag in (("/footnotes", "footnote"), ("/endnotes", "endnote"))
        for root in _parts(package, suffix)
        for note in root.iter(w(tag))
        if note.get(w("type")) in (None, "normal")
        for block in _told(note, styles, BlockKind.FOOTNOTE)
    ]


def _stories(package: Any, styles: Styles, suffix: str, kind: BlockKind) -> list[Block]:
    told: dict[str, Block] = {}
    for root in _parts(package, suffix):
        for block in _told(root, styles, kind):
            told.setdefault(block.text, block)
    return list(told.values())


def _parts(package: Any, suffix: str) -> Iterator[Element]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in package.part.rels.values():
        if relation.reltype.endswith(suffix) and not relation.is_external:
            yield etree.fromstring(relation.target_part.blob, parser)


def _told(root: Element, styles: Styles, kind: BlockKind) -> list[Block]:
    blocks = Body(styles, Numbering(None), root).blocks()
    return [replace(block, kind=kind, level=None, cell=None) for block in blocks]
