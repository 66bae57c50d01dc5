from __future__ import annotations

import io
import zipfile

from answerable.writing.packing import filled, packed, unpacked

PARTS = {"b.xml": b"<b/>", "a/c.xml": b"<c/>", "first": b"sign"}


class TestPacked:
    def test_starts_with_the_part_that_names_the_format(self):
        assert list(unpacked(packed(PARTS, first="first"))) == ["first", "a/c.xml", "b.xml"]

    def test_is_the_same_whatever_the_order_of_the_parts(self):
        other_order = dict(reversed(PARTS.items()))
        assert packed(PARTS, first="first") == packed(other_order, first="first")

    def test_keeps_every_part_as_it_is(self):
        assert unpacked(packed(PARTS, first="first")) == PARTS

    def test_stores_the_first_part_uncompressed_where_the_format_wants_it(self):
        with zipfile.ZipFile(
            io.BytesIO(packed(PARTS, first="first", first_is_stored=True))
        ) as package:
            kinds = [entry.compress_type for entry in package.infolist()]
        assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]


class TestFilled:
    def test_escapes_words_and_sets_markup_as_it_is(self, tmp_path):
        (tmp_path / "inner").mkdir()
        (tmp_path / "inner" / "a.xml").write_text('<a b="$title">$title$field</a>', "utf-8")
        parts = filled(tmp_path, words={"title": '<"&$field'}, markup={"field": "<f/>"})
        written = "&lt;&quot;&amp;$field"
        assert parts == {"inner/a.xml": f'<a b="{written}">{written}<f/></a>'.encode()}
