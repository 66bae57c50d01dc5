"""XML inside office files names nothing outside them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document as WordDocument

from answerable.documents import Unreadable, read

SECRET = "a word of this machine"


def with_entity(content: bytes, declared: str) -> bytes:
    """The document with an entity declared in its main part, and used in its text."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                head, _, rest = part.decode().partition("?>")
                doctype = f"<!DOCTYPE w:document [{declared}]>"
                part = f"{head}?>{doctype}{rest.replace('PLACE', '&x;')}".encode()
            new.writestr(name, part)
    return made.getvalue()


class TestAnEntity:
    def words(self, content: bytes) -> str:
        try:
            return read(content).text
        except Unreadable:
            return ""

    @pytest.fixture
    def word_document(self) -> bytes:
        made, document = BytesIO(), WordDocument()
        document.add_paragraph("The force should label PLACE.")
        document.save(made)
        return made.getvalue()

    def test_brings_in_no_file(self, word_document, tmp_path):
        file = tmp_path / "secret.txt"
        file.write_text(SECRET)
        content = with_entity(word_document, f'<!ENTITY x SYSTEM "{file.as_uri()}">')
        assert SECRET not in self.words(content)

    def test_does_not_grow_without_bounds(self, word_document):
        grown = "".join(
            f'<!ENTITY x{number} "{f"&x{number - 1};" * 10}">' for number in range(1, 12)
        )
        declared = f'<!ENTITY x0 "{"ha" * 10}">{grown}<!ENTITY x "&x11;">'
        assert len(self.words(with_entity(word_document, declared))) < 1000

    def test_is_not_needed_to_read_the_document(self, word_document):
        assert "label PLACE" in self.words(word_document)
