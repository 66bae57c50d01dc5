"""Clues of a document: from headings and from paragraphs, however emphasis parts their words."""

from __future__ import annotations

from answerable.writing.blocks import Heading, Paragraph, Run, WrittenDocument
from answerable.writing.canonical import as_json
from answerable_site.publication.presenters import clues_in_document


def told(*blocks: Heading | Paragraph) -> list[str]:
    document = WrittenDocument("A response", "en-GB", "The office", blocks)
    return [words for group in clues_in_document(as_json(document)) for _, words, _ in group.places]


def test_are_found_in_a_heading_before_a_paragraph():
    blocks = (Heading(1, "Write to a.reader@example.org now"), Paragraph((Run("Nothing here."),)))
    assert "a.reader@example.org" in told(*blocks)


def test_are_found_where_emphasis_parts_them():
    runs = (Run("Write to a.rea", strong=True), Run("der@example.org now"))
    assert "a.reader@example.org" in told(Paragraph(runs))


def test_are_none_where_nothing_tells_of_anybody():
    assert told(Paragraph((Run("The force agrees and will report in spring."),))) == []
