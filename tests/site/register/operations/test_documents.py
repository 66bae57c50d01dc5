from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from tests import factories
from tests.site.register import making
from tests.site.register.making import AT

from answerable_site.people.access import Refused
from answerable_site.register import operations
from answerable_site.register.models import DocumentReading

pytestmark = pytest.mark.django_db


class TestAddDocument:
    def test_keeps_the_bytes_under_a_random_name(self, officer, office):
        document = making.received(officer, office, b"\x00odd\xff", "../../etc/passwd").document
        with default_storage.open(document.stored_as) as stored:
            assert stored.read() == b"\x00odd\xff"
        assert "passwd" not in document.stored_as
        assert document.sha256 == hashlib.sha256(b"\x00odd\xff").hexdigest()

    def test_leaves_one_entry(self, officer, office):
        making.received(officer, office, b"a")
        assert making.acts() == ["register.add_document"]

    def test_keeps_a_second_copy_apart(self, officer, office):
        one, two = (making.received(officer, office, b"same").document for _ in range(2))
        assert one.stored_as != two.stored_as

    def test_takes_any_name(self, officer, office):
        reading = making.received(officer, office, b"a", "a\x00\ud800" + "b" * 300)
        assert len(reading.document.name) == 255

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_others(self, office, role):
        with pytest.raises(Refused):
            making.received(factories.viewer(getattr(office, role)), office, b"a")


class TestReadAgain:
    def test_is_refused_while_a_reading_shows_signs_of_life(self, officer, office):
        document = making.received(officer, office, b"a").document
        with pytest.raises(operations.ReadingStillGoesOn):
            operations.read_again(by=officer, at=AT + timedelta(minutes=9), document=document)

    def test_replaces_a_reading_that_a_dead_worker_left(self, officer, office):
        first = making.received(officer, office, b"a")
        later = AT + timedelta(minutes=11)
        second = operations.read_again(by=officer, at=later, document=first.document)
        first.refresh_from_db()
        assert (first.state, second.state) == ("refused", "waiting")
        assert "stopped before it was finished" in first.refusal
        assert making.acts() == ["register.add_document", "register.read_again"]

    def test_is_refused_once_the_document_was_read(self, officer, office, read):
        with pytest.raises(operations.ReadingStillGoesOn):
            operations.read_again(by=officer, at=AT + timedelta(days=1), document=read)


class TestSetDocumentAside:
    def test_keeps_the_document_and_leaves_one_entry(self, officer, office):
        document = making.received(officer, office, b"a").document
        operations.set_document_aside(by=officer, at=AT, document=document)
        document.refresh_from_db()
        assert document.set_aside_at == AT
        assert making.acts() == ["register.add_document", "register.set_document_aside"]

    def test_is_refused_once_an_inspection_was_made(self, officer, inspection):
        with pytest.raises(operations.DocumentAlreadyUsed):
            operations.set_document_aside(by=officer, at=AT, document=inspection.document)


class TestReadings:
    def test_a_late_result_is_not_wanted(self, officer, office):
        first = making.received(officer, office, b"a")
        later = AT + timedelta(minutes=11)
        operations.read_again(by=officer, at=later, document=first.document)
        with pytest.raises(operations.ReadingOvertaken):
            operations.begin_reading(by=officer, at=later, reading_id=first.pk, step="Reading")

    def test_each_step_leaves_one_entry(self, read):
        assert making.acts() == [
            "register.add_document",
            "register.begin_reading",
            "register.report_progress",
            "register.report_progress",
            "register.complete_reading",
        ]

    def test_a_document_has_one_reading_that_counts(self, read):
        assert DocumentReading.objects.get(document=read).state == "read"
