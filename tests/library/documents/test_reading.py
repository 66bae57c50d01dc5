"""Files read through the limited child."""

from pathlib import Path

import pytest

from answerable.documents import Document, Limits, MediaType, Reason, Unreadable, picture, read


class TestRead:
    def test_answers_with_a_document(self) -> None:
        document = read(b"Recommendations\n\n1. Forces should act.\n")
        assert document.media_type is MediaType.TEXT
        assert [block.text for block in document.blocks] == [
            "Recommendations",
            "1. Forces should act.",
        ]

    def test_takes_a_path(self, tmp_path: Path) -> None:
        file = tmp_path / "report.bin"
        file.write_text("The force should act.", encoding="utf-8")
        assert read(file).text == "The force should act."

    def test_refuses_an_empty_file_with_a_sentence(self) -> None:
        with pytest.raises(Unreadable, match="The file is empty") as refusal:
            read(b"")
        assert refusal.value.code is Reason.EMPTY

    def test_refuses_a_file_that_is_too_large(self) -> None:
        with pytest.raises(Unreadable, match="larger than") as refusal:
            read(b"x" * 2048, limits=Limits(size=1024))
        assert refusal.value.code is Reason.TOO_LARGE

    def test_refuses_when_time_runs_out(self) -> None:
        with pytest.raises(Unreadable) as refusal:
            read(b"The force should act.", limits=Limits(seconds=0.001))
        assert refusal.value.code is Reason.TOO_SLOW

    def test_document_survives_the_way_through_json(self) -> None:
        document = read(b"A heading\n=========\n\n- one\n- two\n")
        assert Document.from_json(document.as_json()) == document


class TestPicture:
    def test_is_refused_for_anything_but_a_pdf(self) -> None:
        with pytest.raises(Unreadable, match="Only pages of a PDF") as refusal:
            picture(b"The force should act.", 1)
        assert refusal.value.code is Reason.NO_PICTURE
