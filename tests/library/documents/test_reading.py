"""Files read through the limited child."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.hostile import needs_hostile_files, some_hostile_files

from answerable.documents import Document, Limits, MediaType, Reason, Unreadable, picture, read

ROOT = Path(__file__).resolve().parents[3]
UNUSUALLY_SLOW = 60.0
DRAWING_FIRST_PAGES = """
import resource, sys
from answerable.documents import Unreadable, picture
for file in sys.argv[1:]:
    try:
        picture(file, 1)
    except Unreadable:
        continue
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def pdf(*texts: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for text in texts:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def told_of(file: Path) -> str:
    """The text of a file, or the sentence that refuses it."""
    try:
        return read(file, limits=Limits(seconds=UNUSUALLY_SLOW)).text
    except Unreadable as refusal:
        return str(refusal)


def mebibytes_of_the_largest_child(files: list[Path]) -> float:
    """The most memory that a child held to draw the first page of a file.

    Told by a small process of its own: Linux counts a child as large as the process that started
    it, and the one that runs the tests grows with them.
    """
    told = subprocess.run(
        [sys.executable, "-c", DRAWING_FIRST_PAGES, *map(str, files)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(told.stdout) / 1024


class TestRead:
    def test_answers_with_a_document(self) -> None:
        document = read(b"What we found\n\n1. Forces should act.\n")
        assert document.media_type is MediaType.TEXT
        assert [block.text for block in document.blocks] == [
            "What we found",
            "1. Forces should act.",
        ]

    def test_takes_a_path_and_ignores_its_name(self, tmp_path: Path) -> None:
        file = tmp_path / "report.pdf"
        file.write_text("The force should act.", encoding="utf-8")
        assert read(file).media_type is MediaType.TEXT

    def test_document_survives_the_way_through_json(self) -> None:
        document = read(b"A heading\n=========\n\n- one\n- two\n")
        assert Document.from_json(document.as_json()) == document

    def test_leaves_nothing_of_the_environment_to_the_child(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
        monkeypatch.setenv("LANG", "nonsense")
        assert read("Llanelwy ŵ".encode()).text == "Llanelwy ŵ"

    def test_lets_the_missing_path_speak_for_itself(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            read(tmp_path / "absent.pdf")


class TestReadRefuses:
    def refusal(self, data: bytes, limits: Limits | None = None) -> Unreadable:
        with pytest.raises(Unreadable) as caught:
            read(data, limits=limits or Limits())
        return caught.value

    def test_an_empty_file(self) -> None:
        assert self.refusal(b"").code is Reason.EMPTY

    def test_a_file_that_is_too_large_before_starting_a_child(self) -> None:
        refusal = self.refusal(b"x" * 2048, Limits(size=1024, seconds=0.0001))
        assert refusal.code is Reason.TOO_LARGE

    def test_a_file_that_takes_too_long(self) -> None:
        assert self.refusal(b"Act.", Limits(seconds=0.001)).code is Reason.TOO_SLOW

    def test_more_text_than_the_answer_may_hold(self) -> None:
        refusal = self.refusal(b"The force should act. " * 2000, Limits(output=4096))
        assert "more text than can be read" in str(refusal)

    @pytest.mark.skipif(os.name == "nt", reason="Windows gives no limit of memory")
    def test_a_file_that_needs_too_much_memory(self) -> None:
        refusal = self.refusal(b"word " * 4_000_000, Limits(seconds=120, memory=96 * 1024 * 1024))
        assert refusal.code is Reason.TOO_MUCH_MEMORY

    def test_a_pdf_that_holds_only_pictures(self) -> None:
        refusal = self.refusal(pdf(""))
        assert refusal.code is Reason.PICTURES_ONLY
        assert "text recognition" in str(refusal)

    def test_a_damaged_pdf_without_a_traceback(self) -> None:
        refusal = self.refusal(b"%PDF-1.7\n" + b"\x00\xff" * 100)
        assert refusal.code is Reason.DAMAGED
        assert "Traceback" not in str(refusal)


class TestPicture:
    def test_is_a_png_as_wide_as_asked(self) -> None:
        image = picture(pdf("One", "Two"), 2, width=300)
        assert image.startswith(b"\x89PNG")
        assert int.from_bytes(image[16:20], "big") == pytest.approx(300, abs=2)

    def test_is_refused_for_a_page_that_is_not_there(self) -> None:
        with pytest.raises(Unreadable, match="there is no page 3") as refusal:
            picture(pdf("One"), 3)
        assert refusal.value.code is Reason.NO_PICTURE

    def test_is_refused_for_anything_but_a_pdf(self) -> None:
        with pytest.raises(Unreadable, match="Only pages of a PDF") as refusal:
            picture(b"The force should act.", 1)
        assert refusal.value.code is Reason.NO_PICTURE


@pytest.mark.slow
@needs_hostile_files
class TestHostileFiles:
    @pytest.mark.parametrize(
        "folder", ["archive", "csv", "docx", "legacy-office", "pdf", "strings", "xlsx", "xml"]
    )
    def test_give_a_document_or_a_sentence(self, folder: str) -> None:
        for file in some_hostile_files(folder):
            told = told_of(file)
            assert told.strip(), file.name
            assert "Traceback (most recent" not in told, file.name

    def test_old_office_files_and_workbooks_are_all_refused(self) -> None:
        for folder in ("legacy-office", "xlsx"):
            for file in some_hostile_files(folder):
                with pytest.raises(Unreadable):
                    read(file, limits=Limits(seconds=UNUSUALLY_SLOW))

    @pytest.mark.skipif(os.name == "nt", reason="Windows does not tell how much memory was used")
    def test_keep_the_child_under_512_mebibytes(self) -> None:
        files = some_hostile_files("pdf")
        assert mebibytes_of_the_largest_child(files) < 512
