"""Places in a document's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.documents import Block, BlockKind, Box, Cell, Document, MediaType, Page, place

texts = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=8)


def document(found: list[str]) -> Document:
    blocks = [
        Block(
            BlockKind.TABLE_CELL,
            text,
            page=1,
            start=0,
            box=Box(1, 2, 3, 4),
            cell=Cell(0, row, 1, header=row == 0),
        )
        for row, text in enumerate(found)
    ]
    return Document(MediaType.PDF, (Page(1, 595.0, 842.0),), place(blocks), notes=("A note.",))


class TestPlace:
    @given(texts)
    def test_spans_agree_with_the_text(self, found: list[str]) -> None:
        whole = document(found)
        assert all(whole.text[block.start : block.end] == block.text for block in whole.blocks)

    @given(texts)
    def test_blank_blocks_are_dropped(self, found: list[str]) -> None:
        assert all(block.text.strip() for block in document(found).blocks)


class TestDocument:
    @given(texts)
    def test_comes_back_from_plain_data(self, found: list[str]) -> None:
        whole = document(found)
        assert Document.from_json(whole.as_json()) == whole
