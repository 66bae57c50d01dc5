"""The ways in which invented reports print their items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerable.extraction.model import ItemKind
from answerable.synthetic.reports.model import InventedItem
from answerable.writing.blocks import Block, BulletList, Heading, Paragraph, plain

_KIND_IN_WORDS = {
    ItemKind.RECOMMENDATION: "Recommendation",
    ItemKind.AREA_FOR_IMPROVEMENT: "Area for improvement",
    ItemKind.CAUSE_OF_CONCERN: "Cause of concern",
}


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """One paragraph for each text."""
    return tuple(Paragraph(plain(text)) for text in texts)


def bullets(*texts: str) -> BulletList:
    """One bullet for each text."""
    return BulletList(tuple(plain(text) for text in texts))


def chapter(title: str, *texts: str) -> tuple[Block, ...]:
    """A heading of the first level and the paragraphs beneath it."""
    return (Heading(1, title), *paragraphs(*texts))


def under_own_heading(item: InventedItem) -> Iterator[Block]:
    """ "Recommendation 4" as a heading, the words beneath it."""
    name = _KIND_IN_WORDS[item.kind]
    yield Heading(2, f"{name} {item.number}" if item.number else name)
    yield from _words(item.text, item.sub_points)


def as_numbered_paragraphs(items: Iterable[InventedItem]) -> Iterator[Block]:
    """ "4. Police forces should ...", one paragraph an item."""
    for item in items:
        yield from _words(f"{item.number}. {item.text}", item.sub_points)


def run_on(item: InventedItem) -> Iterator[Block]:
    """The words alone, as letters and lead-ins print them."""
    yield from _words(item.text, item.sub_points)


def _words(text: str, sub_points: tuple[str, ...]) -> Iterator[Block]:
    yield Paragraph(plain(text))
    if sub_points:
        yield bullets(*sub_points)
