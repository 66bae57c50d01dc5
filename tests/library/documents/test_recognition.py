"""Kinds of files told from their content."""

from __future__ import annotations

import io
import zipfile

import docx
import odfdo
import pytest

from answerable.documents import Limits, MediaType, Reason, Unreadable, recognise

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def archive(**members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        recognise(data)
    return caught.value


class TestRecognise:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"%PDF-1.7\n%\xe2\xe3", MediaType.PDF),
            (b"\x00junk\n%PDF-1.4\n", MediaType.PDF),
            (b"<!DOCTYPE html><html><p>Act", MediaType.HTML),
            (b"\xef\xbb\xbf<?xml version='1.0'?><html xmlns='x'><body/></html>", MediaType.HTML),
            (b"<h1>Findings</h1><p>Act", MediaType.HTML),
            (b"Message-ID: <1@x>\nFrom: a@x\nSubject: s\n\nAct", MediaType.EMAIL),
            (b"From: a@x\nTo: b@x\nSubject: s\n\nAct", MediaType.EMAIL),
            (b"From: the chief constable\n\nAct", MediaType.TEXT),
            (b"We read the header %PDF- in a text.", MediaType.TEXT),
            (b"No.,Recommendation\n1,Act\n", MediaType.TEXT),
            ("Dylai’r heddlu".encode("cp1252"), MediaType.TEXT),
            ("Dylai’r heddlu ŵ".encode("utf-16"), MediaType.TEXT),
        ],
    )
    def test_goes_by_content(self, data: bytes, expected: MediaType) -> None:
        assert recognise(data) is expected

    def test_knows_a_word_document(self) -> None:
        file = io.BytesIO()
        docx.Document().save(file)
        assert recognise(file.getvalue()) is MediaType.DOCX

    def test_knows_an_opendocument_text(self) -> None:
        file = io.BytesIO()
        odfdo.Document("text").save(file)
        assert recognise(file.getvalue()) is MediaType.ODT


class TestRecogniseRefuses:
    @pytest.mark.parametrize(
        ("data", "named"),
        [
            (archive(**{"[Content_Types].xml": "", "xl__workbook.xml": ""}), "an Excel workbook"),
            (archive(**{"[Content_Types].xml": "", "ppt__x.xml": ""}), "a PowerPoint"),
            (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet"),
            (archive(note="hello"), "a ZIP archive"),
            (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "old Word document"),
            (OLD_OFFICE + "Workbook".encode("utf-16-le"), "an Excel workbook"),
            (b"{\\rtf1 Act}", "rich text"),
            (b"\x89PNG\r\n\x1a\n" + bytes(64), "a picture"),
            (b"MZ\x90\x00" + bytes(64), "a program"),
            (b"<?xml version='1.0'?><note/>", "an XML file"),
        ],
    )
    def test_other_kinds_by_name_and_says_what_to_do(self, data: bytes, named: str) -> None:
        found = refusal(data)
        assert found.code is Reason.UNKNOWN_TYPE
        assert named in str(found)
        assert "upload" in str(found)

    def test_unknown_bytes(self) -> None:
        assert refusal(bytes(range(256)) * 4).code is Reason.UNKNOWN_TYPE

    def test_office_files_with_a_password(self) -> None:
        found = refusal(OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"))
        assert found.code is Reason.PROTECTED

    def test_word_documents_with_macros(self) -> None:
        types = "application/vnd.ms-word.document.macroEnabled.main+xml"
        found = refusal(archive(**{"[Content_Types].xml": types, "word__document.xml": ""}))
        assert "macros" in str(found)

    def test_blank_files(self) -> None:
        assert refusal(b" \n\t\n").code is Reason.EMPTY

    def test_files_over_the_limit(self) -> None:
        with pytest.raises(Unreadable, match="larger than") as caught:
            recognise(b"x" * 11, Limits(size=10))
        assert caught.value.code is Reason.TOO_LARGE
