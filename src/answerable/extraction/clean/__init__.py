"""From a document to the lines that carry meaning: furniture, contents lists and Welsh go."""

from __future__ import annotations

from answerable.documents.model import Document
from answerable.extraction.clean.broken import made_whole
from answerable.extraction.clean.contents import without_contents
from answerable.extraction.clean.furniture import without_furniture
from answerable.extraction.clean.languages import in_english
from answerable.extraction.clean.paragraph_numbers import without_paragraph_numbers
from answerable.extraction.lines import Line, lines_of


def clean(document: Document) -> tuple[Line, ...]:
    """The lines of a document without running headers and footers, page numbers, contents
    lists, footnotes, and the Welsh half of a bilingual text; broken sentences are whole again."""
    printed = without_contents(without_furniture(lines_of(document)))
    return made_whole(without_paragraph_numbers(in_english(printed)))
