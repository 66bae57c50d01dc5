from __future__ import annotations

import io

import pikepdf
import pytest
from bench.hiding import pdfs
from bench.hiding.controls import pdf

from answerable.leaks import FindingKind, Needle, look_through
from answerable.writing.blocks import Paragraph, WrittenDocument, plain
from answerable.writing.pdf import to_pdf

MARKER = "QZX4711VW9"
WAYS = {way.name: way for way in pdfs.WAYS}


def kinds(data: bytes) -> set[FindingKind]:
    return {one.kind for one in look_through("file", data, [Needle("canary", MARKER)])}


def saved(**options: object) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(file, **options)
    return file.getvalue()


class TestStructure:
    @pytest.mark.parametrize(
        ("way", "kind"),
        [
            ("an attachment", FindingKind.ATTACHMENT),
            ("a note", FindingKind.ANNOTATION),
            ("a field of a form", FindingKind.FORM),
            ("a property", FindingKind.CUSTOM_PROPERTY),
            ("a script", FindingKind.SCRIPT),
            ("a layer that is off", FindingKind.LAYER),
            ("an earlier revision", FindingKind.EARLIER_REVISION),
            ("words in the mode that draws nothing", FindingKind.HIDDEN_TEXT),
            ("bytes behind the end", FindingKind.STRAY_BYTES),
            ("a small picture of a page", FindingKind.THUMBNAIL),
        ],
    )
    def test_that_has_no_place_in_public_is_told(self, way, kind):
        assert kind in kinds(WAYS[way].make(MARKER))

    @pytest.mark.parametrize("options", [{}, {"linearize": True}])
    def test_of_an_honest_file_is_not_told(self, options):
        assert kinds(saved(**options)) == set()


class TestWords:
    def test_of_a_page_are_read_where_a_font_has_numbers_of_its_own(self):
        document = WrittenDocument(
            title="A response",
            language="en-GB",
            author_body="An office",
            blocks=(Paragraph(plain(f"It says {MARKER} here.")),),
        )
        made = to_pdf(document)
        found = look_through("file", made, [Needle("canary", MARKER)])
        assert ("file", "text of page 1") in {one.path for one in found}

    def test_of_an_encrypted_file_are_told_to_be_out_of_reach(self):
        locked = saved(encryption=pikepdf.Encryption(user="secret", owner="other"))
        assert FindingKind.OPAQUE in kinds(locked)
