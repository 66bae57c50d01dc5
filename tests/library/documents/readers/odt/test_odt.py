"""OpenDocument texts."""

from __future__ import annotations

import io
import zipfile

import odfdo

from answerable.documents import BlockKind, Document
from answerable.documents.readers import odt

STYLES = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-suffix="." style:num-format="1" text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" '
    'style:num-format="a"/></text:list-style>'
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
)


def written(body: str) -> Document:
    """Reads a text whose body is raw OpenDocument XML."""
    file = io.BytesIO()
    odfdo.Document("text").save(file)
    content = (
        '<?xml version="1.0"?><office:document-content office:version="1.3" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    changed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == "content.xml" else old.read(name))
    return odt.read(changed.getvalue())


def texts(body: str) -> list[str]:
    return [block.text for block in written(body).blocks]


def item(text: str, inside: str = "", attributes: str = "") -> str:
    return f"<text:list-item {attributes}><text:p>{text}</text:p>{inside}</text:list-item>"


class TestLists:
    def test_print_the_label_of_every_level(self) -> None:
        inner = f"<text:list>{item('limb')}{item('limb')}</text:list>"
        body = f'<text:list text:style-name="L">{item("three", inner)}{item("four")}</text:list>'
        assert texts(body) == ["3. three", "(a) limb", "(b) limb", "4. four"]

    def test_go_on_where_another_list_stopped(self) -> None:
        body = (
            f'<text:list text:style-name="L">{item("three")}</text:list><text:p>Text</text:p>'
            f'<text:list text:style-name="L" text:continue-numbering="true">{item("four")}'
            "</text:list>"
        )
        assert texts(body) == ["3. three", "Text", "4. four"]

    def test_jump_to_the_number_that_an_item_sets(self) -> None:
        jump = item("twelve", attributes='text:start-value="12"')
        assert texts(f'<text:list text:style-name="L">{item("a")}{jump}</text:list>') == [
            "3. a",
            "12. twelve",
        ]

    def test_without_a_style_have_bullets(self) -> None:
        assert texts(f"<text:list>{item('act')}</text:list>") == ["• act"]


class TestText:
    def test_of_tracked_changes_is_read_as_accepted(self) -> None:
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>not</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            '<text:p>Forces should <text:change text:change-id="c"/>act.</text:p>'
        )
        assert texts(body) == ["Forces should act."]

    def test_keeps_repeated_spaces_tabs_and_spans_as_words(self) -> None:
        body = '<text:p>One<text:s text:c="3"/>two<text:tab/><text:span>three</text:span>.</text:p>'
        assert texts(body) == ["One two three."]

    def test_that_is_bold_says_so(self) -> None:
        body = '<text:p><text:span text:style-name="B">Recommendation 1</text:span></text:p>'
        assert written(body).blocks[0].style.bold

    def test_of_notes_stands_apart(self) -> None:
        note = (
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
        )
        document = written(f"<text:p>Forces{note} should act.</text:p>")
        assert [(block.kind, block.text) for block in document.blocks] == [
            (BlockKind.PARAGRAPH, "Forces should act."),
            (BlockKind.FOOTNOTE, "A note."),
        ]


class TestStructure:
    def test_headings_have_their_level(self) -> None:
        (block,) = written('<text:h text:outline-level="2">Findings</text:h>').blocks
        assert (block.kind, block.level) == (BlockKind.HEADING, 2)

    def test_cells_have_their_place_past_repeated_ones(self) -> None:
        body = (
            "<table:table><table:table-header-rows><table:table-row>"
            "<table:table-cell><text:p>No.</text:p></table:table-cell>"
            '<table:table-cell table:number-columns-repeated="2"/>'
            "<table:table-cell><text:p>Due</text:p></table:table-cell>"
            "</table:table-row></table:table-header-rows></table:table>"
        )
        cells = [(b.text, b.cell.column, b.cell.header) for b in written(body).blocks if b.cell]
        assert cells == [("No.", 0, True), ("Due", 3, True)]
