"""Word documents."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from answerable.documents import Block, BlockKind, Document
from answerable.documents.readers import docx as reader

NAMESPACES = nsdecls("w")


def written(compose: Callable[[Any], object]) -> Document:
    package = docx.Document()
    compose(package)
    file = io.BytesIO()
    package.save(file)
    return reader.read(file.getvalue())


def raw(*paragraphs: str) -> Callable[[Any], object]:
    """Puts paragraphs of raw WordprocessingML into a document's body."""

    def compose(package: Any) -> None:
        for paragraph in paragraphs:
            element = parse_xml(f"<w:p {NAMESPACES}>{paragraph}</w:p>")
            package.element.body.insert(-1, element)

    return compose


def numbered(level: int, text: str, list_id: int = 77) -> str:
    return (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r>"
    )


def with_list(*levels: str, overrides: str = "") -> Callable[[Any], None]:
    """Gives a document the list 77, and the list 78 which shares its count."""

    def compose(package: Any) -> None:
        numbering = package.part.numbering_part.element
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {NAMESPACES} w:abstractNumId="77">{"".join(levels)}'
                "</w:abstractNum>"
            ),
        )
        for list_id, extra in ((77, ""), (78, overrides)):
            numbering.append(
                parse_xml(
                    f'<w:num {NAMESPACES} w:numId="{list_id}"><w:abstractNumId w:val="77"/>'
                    f"{extra}</w:num>"
                )
            )

    return compose


def level(number: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


class TestLists:
    def test_print_the_label_of_every_level(self) -> None:
        def compose(package: Any) -> None:
            with_list(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"))(package)
            raw(
                numbered(0, "one"), numbered(1, "limb"), numbered(1, "limb"),
                numbered(0, "two"), numbered(1, "limb"),
            )(package)  # fmt: skip

        document = written(compose)
        assert texts(document) == ["1. one", "(a) limb", "(b) limb", "2. two", "(a) limb"]
        assert [block.level for block in document.blocks] == [1, 2, 2, 1, 2]

    def test_print_numbers_of_several_levels_and_words(self) -> None:
        def compose(package: Any) -> None:
            with_list(level(0, "upperRoman", "Recommendation %1:"), level(1, "decimal", "%1.%2"))(
                package
            )
            raw(numbered(0, "one"), numbered(1, "limb"))(package)

        assert texts(written(compose)) == ["Recommendation I: one", "I.1 limb"]

    def test_begin_where_the_list_says(self) -> None:
        def compose(package: Any) -> None:
            with_list(level(0, "decimal", "%1.", start=4))(package)
            raw(numbered(0, "four"), numbered(0, "five"))(package)

        assert texts(written(compose)) == ["4. four", "5. five"]

    def test_go_on_in_another_list_of_the_same_kind(self) -> None:
        def compose(package: Any) -> None:
            with_list(level(0, "decimal", "%1."))(package)
            raw(numbered(0, "one"), numbered(0, "two", list_id=78))(package)

        assert texts(written(compose)) == ["1. one", "2. two"]

    def test_start_again_where_a_list_overrides(self) -> None:
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride>'

        def compose(package: Any) -> None:
            with_list(level(0, "decimal", "%1."), overrides=restart)(package)
            raw(
                numbered(0, "one"), numbered(0, "twelve", list_id=78),
                numbered(0, "thirteen", list_id=78),
            )(package)  # fmt: skip

        assert texts(written(compose)) == ["1. one", "12. twelve", "13. thirteen"]

    def test_print_a_plain_bullet_for_a_symbol(self) -> None:
        def compose(package: Any) -> None:
            with_list(level(0, "bullet", "\uf0b7"))(package)
            raw(numbered(0, "act"))(package)

        assert texts(written(compose)) == ["• act"]

    def test_of_a_style_are_found(self) -> None:
        document = written(lambda package: package.add_paragraph("act", style="List Number"))
        assert only(document).text == "1. act"
        assert only(document).kind is BlockKind.LIST_ITEM


class TestTrackedChanges:
    def test_are_read_as_accepted(self) -> None:
        document = written(
            raw(
                "<w:r><w:t>Forces should </w:t></w:r>"
                '<w:del w:id="1"><w:r><w:delText>not </w:delText></w:r></w:del>'
                '<w:ins w:id="2"><w:r><w:t>always </w:t></w:r></w:ins>'
                '<w:moveFrom w:id="3"><w:r><w:t>later </w:t></w:r></w:moveFrom>'
                "<w:r><w:t>act.</w:t></w:r>"
            )
        )
        assert texts(document) == ["Forces should always act."]

    def test_of_a_paragraph_mark_join_paragraphs(self) -> None:
        document = written(
            raw(
                '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Forces </w:t></w:r>',
                "<w:r><w:t>should act.</w:t></w:r>",
            )
        )
        assert texts(document) == ["Forces should act."]


class TestText:
    def test_that_is_hidden_is_dropped(self) -> None:
        document = written(
            raw(
                "<w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r>"
            )
        )
        assert texts(document) == ["Seen."]

    def test_in_a_content_control_is_read(self) -> None:
        document = written(
            raw("<w:sdt><w:sdtContent><w:r><w:t>Act.</w:t></w:r></w:sdtContent></w:sdt>")
        )
        assert texts(document) == ["Act."]

    def test_in_a_text_box_is_boxed_and_told_once(self) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>Panel</w:t></w:r></w:p></w:txbxContent>"
        markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        document = written(
            raw(
                f'<w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{markup}">'
                f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            )
        )
        assert [(block.text, block.style.boxed) for block in document.blocks] == [
            ("Before.", False),
            ("Panel", True),
        ]

    def test_states_its_language(self) -> None:
        run = '<w:r><w:rPr><w:lang w:val="cy-GB"/></w:rPr><w:t>Dylai</w:t></w:r>'
        assert only(written(raw(run))).language == "cy-GB"

    def test_after_a_break_by_hand_is_a_block_if_it_is_labelled(self) -> None:
        run = "<w:r><w:t>Forces should:</w:t><w:br/><w:t>(a) act</w:t></w:r>"
        assert texts(written(raw(run))) == ["Forces should:", "(a) act"]


class TestStructure:
    def test_headings_have_their_level(self) -> None:
        document = written(lambda package: package.add_heading("Findings", 2))
        assert (only(document).kind, only(document).level) == (BlockKind.HEADING, 2)

    def test_cells_have_their_place(self) -> None:
        def compose(package: Any) -> None:
            table = package.add_table(2, 2)
            for row in (0, 1):
                for column in (0, 1):
                    table.cell(row, column).text = f"{row}{column}"

        document = written(compose)
        places = [(b.text, b.cell.row, b.cell.column) for b in document.blocks if b.cell]
        assert places == [("00", 0, 0), ("01", 0, 1), ("10", 1, 0), ("11", 1, 1)]

    def test_a_table_of_one_cell_is_a_panel(self) -> None:
        def compose(package: Any) -> None:
            package.add_table(1, 1).cell(0, 0).text = "Area for improvement"

        assert only(written(compose)).style.boxed
        assert only(written(compose)).cell is None

    def test_headers_and_footers_are_marked_and_told_once(self) -> None:
        def compose(package: Any) -> None:
            package.add_paragraph("Body")
            package.add_section()
            for section in package.sections:
                section.header.is_linked_to_previous = False
                section.header.paragraphs[0].text = "Head"

        document = written(compose)
        assert [(block.kind, block.text) for block in document.blocks][:2] == [
            (BlockKind.PAGE_HEADER, "Head"),
            (BlockKind.PARAGRAPH, "Body"),
        ]
        assert texts(document).count("Head") == 1
