from __future__ import annotations

from answerable.documents import Block, BlockKind, Cell, Document, MediaType, Page, place
from answerable_site.responses.rules.files import words_of


def document(*blocks: Block) -> Document:
    return Document(MediaType.DOCX, (Page(1),), place(list(blocks)))


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, cell: Cell | None = None) -> Block:
    return Block(kind=kind, text=text, page=1, start=0, cell=cell)


class TestWordsOf:
    def test_parts_paragraphs_by_a_blank_line(self):
        assert words_of(document(block("One."), block("Two."))) == "One.\n\nTwo."

    def test_leaves_out_what_stands_on_every_page(self):
        read = document(
            block("Wexmoor Constabulary", BlockKind.PAGE_HEADER),
            block("We agree."),
            block("Page 1", BlockKind.PAGE_FOOTER),
        )
        assert words_of(read) == "We agree."

    def test_writes_bullets_as_the_product_reads_them_back(self):
        item = BlockKind.LIST_ITEM
        read = document(block("We will:"), block("• label", item), block("- list", item))
        assert words_of(read) == "We will:\n\n- label\n- list"

    def test_keeps_the_cells_of_a_row_together(self):
        cells = [
            block(text, BlockKind.TABLE_CELL, Cell(0, row, column))
            for row, texts in enumerate([("Bag", "Shelf"), ("1", "A")])
            for column, text in enumerate(texts)
        ]
        assert words_of(document(*cells)) == "Bag; Shelf\n\n1; A"

    def test_is_empty_for_a_letter_without_words(self):
        assert words_of(document()) == ""
