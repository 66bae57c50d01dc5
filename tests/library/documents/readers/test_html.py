"""HTML pages."""

from __future__ import annotations

from answerable.documents import BlockKind, Document
from answerable.documents.readers import html


def read(body: str) -> Document:
    return html.read(f"<!doctype html><html lang=en><title>T</title><body>{body}".encode())


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks]


class TestRead:
    def test_prints_the_numbers_that_a_browser_counts(self) -> None:
        body = "<ol start=4><li>a<li value=7>b<li>c</ol><ol type=a><li>d</ol><ol type=I><li>e</ol>"
        assert texts(body) == ["4. a", "7. b", "8. c", "a. d", "I. e"]

    def test_counts_backwards_where_the_page_does(self) -> None:
        assert texts("<ol reversed><li>a<li>b</ol>") == ["2. a", "1. b"]

    def test_marks_bullets_and_depth(self) -> None:
        document = read("<ul><li>out<ul><li>in</ul></ul>")
        assert [(block.text, block.level) for block in document.blocks] == [
            ("• out", 1),
            ("• in", 2),
        ]

    def test_drops_what_is_not_the_page_itself(self) -> None:
        body = (
            "<nav>n</nav><header>h</header><aside>a</aside><script>s</script><p hidden>x</p>"
            "<p style='display: none'>y</p><div role=navigation>r</div><p>Kept.</p>"
            "<del>gone</del><footer>f</footer>"
        )
        assert texts(body) == ["Kept."]

    def test_keeps_the_heading_in_a_header(self) -> None:
        assert texts("<header><h1>Title</h1></header><p>Text</p>") == ["Title", "Text"]

    def test_drops_cookie_banners_and_footers_known_by_name(self) -> None:
        body = (
            "<div id='cookie-banner'>c</div><div class='site-footer'>f</div>"
            "<div role=alertdialog>d</div><p>Kept.</p>"
        )
        assert texts(body) == ["Kept."]

    def test_reads_the_titles_that_open_a_part(self) -> None:
        body = (
            "<main><h2><button>Recommendation 1</button></h2><p>Forces should count keys.</p>"
            "<div><button aria-expanded=false>Recommendation 2</button></div>"
            "<div role=region hidden>Forces should log flights.</div>"
            "<details><summary>Recommendation 3</summary><p>Forces should test alarms.</p>"
            "</details><button>Print this page</button></main>"
        )
        assert texts(body) == [
            "Recommendation 1",
            "Forces should count keys.",
            "Recommendation 2",
            "Forces should log flights.",
            "Recommendation 3",
            "Forces should test alarms.",
        ]

    def test_an_empty_heading_makes_no_heading_of_what_follows(self) -> None:
        (block,) = read("<h2><img></h2><p>Forces should count keys.</p>").blocks
        assert block.kind is BlockKind.PARAGRAPH

    def test_an_aside_within_the_content_is_a_panel(self) -> None:
        (block,) = read("<article><aside><p>Forces should act.</p></aside></article>").blocks
        assert block.text == "Forces should act."
        assert block.style.boxed

    def test_drops_an_aside_of_links(self) -> None:
        body = "<main><p>Kept.</p><aside><a href=/a>Another report</a></aside></main>"
        assert texts(body) == ["Kept."]

    def test_prefers_the_main_part(self) -> None:
        assert texts("<p>around</p><main><p>inside</p></main>") == ["inside"]

    def test_places_cells_in_rows_and_columns(self) -> None:
        body = (
            "<table><tr><th>No.<th>Text</tr><tr><td rowspan=2>1<td>one</tr><tr><td>two</tr></table>"
        )
        cells = [(b.text, b.cell.row, b.cell.column) for b in read(body).blocks if b.cell]
        assert cells == [
            ("No.", 0, 0), ("Text", 0, 1), ("1", 1, 0), ("one", 1, 1), ("two", 2, 1),
        ]  # fmt: skip

    def test_a_table_of_one_column_is_a_panel(self) -> None:
        (block,) = read("<table><tr><td><p>Panel</p></td></tr></table>").blocks
        assert block.kind is BlockKind.PARAGRAPH
        assert block.style.boxed

    def test_a_break_before_a_label_starts_a_block(self) -> None:
        assert texts("<p>Forces should:<br>(a) act;<br>(b) tell</p>") == [
            "Forces should:",
            "(a) act;",
            "(b) tell",
        ]

    def test_any_other_break_is_a_space(self) -> None:
        assert texts("<p>One<br>line</p>") == ["One line"]

    def test_takes_the_language_of_a_part(self) -> None:
        document = read("<p>Act</p><p lang=cy>Gweithredu</p>")
        assert [block.language for block in document.blocks] == ["en", "cy"]

    def test_leaves_note_marks_out(self) -> None:
        assert texts("<p>its guidance<sup>3</sup> should, by the 1<sup>st</sup></p>") == [
            "its guidance should, by the 1st"
        ]

    def test_survives_deep_nesting(self) -> None:
        assert "deep" in read("<div>" * 3000 + "deep").text

    def test_obeys_the_declared_encoding(self) -> None:
        data = "<meta charset=windows-1252><p>victims’</p>".encode("cp1252")
        assert html.read(data).text == "victims’"
