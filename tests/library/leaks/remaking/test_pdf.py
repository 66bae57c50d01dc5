from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from bench.hiding import pdfs
from bench.hiding.controls import HEADING, WORDS, pdf
from bench.hiding.second_search import holds

from answerable.documents import Reason, Unreadable
from answerable.leaks import Needle, look_through
from answerable.leaks.remaking.pdf import remade_pdf
from answerable.writing.blocks import Heading, Paragraph, Table, WrittenDocument, plain
from answerable.writing.pdf import to_pdf

MARKER = "QZX4711VW9"
REFUSED = {
    "white words",
    "words under a black bar",
    "words off the page",
    "words of half a point",
    "words that are clipped away",
}
"""Words that are drawn where nobody sees them: to leave them out could change what is said."""


def words_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("way", pdfs.WAYS, ids=lambda way: way.called)
def test_nothing_hidden_is_left(way):
    if way.name in REFUSED:
        with pytest.raises(Unreadable, match=r"text that nobody sees.*page 1") as refusal:
            remade_pdf(way.make(MARKER))
        assert refusal.value.code is Reason.HIDDEN_CONTENT
        return
    made = remade_pdf(way.make(MARKER))
    assert not holds(made, MARKER)
    assert look_through("file", made, [Needle("canary", MARKER)]) == []


@pytest.fixture(scope="module")
def response() -> bytes:
    return to_pdf(
        WrittenDocument(
            title="A response",
            language="en-GB",
            author_body="An office",
            blocks=(
                Heading(1, "Every bag"),
                Paragraph(plain("Labelled, counted and kept: ﬁve hundred, “Zoë” and Łódź.")),
                Table("Bags", ("Store", "Bags"), (("North", "12"), ("South", "7"))),
            ),
        )
    )


class TestAnHonestFile:
    def test_keeps_its_words_and_pages(self):
        made = remade_pdf(pdf())
        assert words_of(made) == words_of(pdf())
        assert WORDS in words_of(made)
        assert HEADING in words_of(made)

    def test_of_the_product_keeps_every_letter(self, response):
        assert words_of(remade_pdf(response)) == words_of(response)

    def test_is_the_same_bytes_each_time(self):
        assert remade_pdf(pdf()) == remade_pdf(pdf())

    def test_made_anew_again_changes_nothing_more(self, response):
        once = remade_pdf(response)
        assert words_of(remade_pdf(once)) == words_of(once)

    def test_loses_everything_that_is_no_page(self, response):
        with pikepdf.open(io.BytesIO(remade_pdf(response))) as made:
            assert set(made.Root.keys()) == {"/Type", "/Pages"}
            assert "/Info" not in made.trailer


class TestRefuses:
    @pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7 %%EOF", pdf()[: len(pdf()) // 3]])
    def test_what_is_damaged(self, data):
        with pytest.raises(Unreadable):
            remade_pdf(data)

    def test_what_is_locked(self):
        file = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf())) as opened:
            opened.save(file, encryption=pikepdf.Encryption(user="secret", owner="other"))
        with pytest.raises(Unreadable) as refusal:
            remade_pdf(file.getvalue())
        assert refusal.value.code is Reason.PROTECTED
