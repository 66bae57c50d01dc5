"""Word files saved as "Strict Open XML"."""

from __future__ import annotations

import io
import re
import zipfile

import docx

from answerable.documents import Limits
from answerable.documents.readers import read_here
from answerable.documents.readers.docx.strict import with_usual_names


def usual() -> bytes:
    package = docx.Document()
    package.add_heading("Recommendations", 1)
    package.add_paragraph("The force should log every flight.", style="List Number")
    file = io.BytesIO()
    package.save(file)
    return file.getvalue()


def strict(data: bytes) -> bytes:
    """The file as Word saves it under the strict names."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(file, "w") as copy:
        for name in package.namelist():
            names = rb"http://schemas\.openxmlformats\.org/(officeDocument|\w+ml)/2006/"
            part = re.sub(names, rb"http://purl.oclc.org/ooxml/\1/", package.read(name))
            copy.writestr(name, part)
    return file.getvalue()


class TestWithUsualNames:
    def test_lets_a_strict_file_be_read_like_any_other(self) -> None:
        read, expected = (read_here(data, Limits()) for data in (strict(usual()), usual()))
        assert read.blocks == expected.blocks

    def test_leaves_a_usual_file_alone(self) -> None:
        data = usual()
        assert with_usual_names(data) is data
