from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.register import making

from answerable_site.register import tasks
from answerable_site.register.models import Candidate, Passage

pytestmark = pytest.mark.django_db


class TestReadDocument:
    def test_finds_candidates_with_their_places(self, read):
        candidates = list(Candidate.objects.order_by("position"))
        assert [candidate.number for candidate in candidates] == ["1", "2", "3", "6"]
        passage = Passage.objects.get(page=candidates[0].page)
        start = candidates[0].start - passage.start
        end = candidates[0].end - passage.start
        assert "every call about stalking" in passage.text[start:end]

    def test_ends_a_refused_file_with_its_sentence(self, officer, office):
        reading = making.received(officer, office, b"%PDF-1.7 broken")
        tasks.read_document.call(reading.pk)
        reading.refresh_from_db()
        assert reading.state == "refused"
        assert reading.refusal.endswith(".")

    def test_ends_an_unexpected_failure_with_a_plain_sentence(self, officer, office, monkeypatch):
        def fail(_content):
            raise ZeroDivisionError

        monkeypatch.setattr("answerable.documents.read", fail)
        reading = making.received(officer, office, b"a")
        tasks.read_document.call(reading.pk)
        reading.refresh_from_db()
        assert (reading.state, reading.refusal) == ("refused", tasks.UNEXPECTED)

    def test_does_nothing_for_a_reading_that_was_taken_up_already(self, read):
        tasks.read_document.call(read.readings.get().pk)
        assert making.acts().count("register.complete_reading") == 1

    def test_makes_pictures_of_pages_with_candidates_alone(self, officer, office):
        tests = Path(__file__).parents[2]
        content = (tests / "reference/inspections/documents/harrowdale-peel.pdf").read_bytes()
        reading = making.received(officer, office, content, "peel.pdf")
        tasks.read_document.call(reading.pk)
        pictured = {passage.page for passage in reading.passages.exclude(picture="")}
        assert pictured == {candidate.page for candidate in reading.candidates.all()}
