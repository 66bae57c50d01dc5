from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import now as timezone_now
from tests.site.register import making
from tests.site.register.sending import filled, upload

from answerable_site.register.models import DocumentReading, ReceivedDocument

pytestmark = pytest.mark.django_db
PEEL = Path(__file__).parents[3] / "reference/inspections/documents/harrowdale-peel.pdf"


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


class TestAddDocument:
    def send(self, browser, office, content=b"a", name="a.txt"):
        return browser.post(
            reverse("register:add_document"),
            {"file": SimpleUploadedFile(name, content), "body": office.body.pk},
        )

    def test_asks_for_a_file(self, browser, office):
        answer = browser.post(reverse("register:add_document"), {"body": office.body.pk})
        assert "Select a file" in answer.content.decode()

    def test_refuses_a_file_that_is_too_large(self, browser, office, settings):
        settings.MAX_UPLOAD_BYTES = 3
        assert "must be smaller than" in self.send(browser, office, b"four").content.decode()
        assert not ReceivedDocument.objects.exists()

    @pytest.mark.parametrize(
        "name",
        ["../../../etc/passwd", "a\u202etxt.exe", "<script>alert(1)</script>.txt", "%00.txt"],
    )
    def test_shows_any_name_harmlessly(self, browser, office, name):
        page = browser.get(self.send(browser, office, name=name).url)
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()

    def test_says_that_the_same_file_came_before(
        self, browser, office, django_capture_on_commit_callbacks
    ):
        first = upload(browser, django_capture_on_commit_callbacks, b"Nothing here.")
        second = upload(browser, django_capture_on_commit_callbacks, b"Nothing here.", "b.txt")
        text = browser.get(second.url).content.decode()
        assert "has received this very file before" in text
        assert first.url in text


class TestProgress:
    def test_says_202_until_the_reading_has_ended(self, browser, officer, office):
        reading = making.received(officer, office, making.RESPONSE.encode())
        DocumentReading.objects.update(last_sign_at=timezone_now())
        address = reverse("register:progress", args=[reading.document_id])
        assert browser.get(address).status_code == 202
        making.tasks.read_document.call(reading.pk)
        answer = browser.get(address)
        assert answer.status_code == 200
        assert "Continue" in answer.content.decode()

    def test_looks_again_without_scripts(self, browser, officer, office):
        reading = making.received(officer, office, b"a")
        DocumentReading.objects.update(last_sign_at=timezone_now())
        page = browser.get(reverse("register:document", args=[reading.document_id]))
        assert '<meta http-equiv="refresh"' in page.content.decode()

    def test_offers_another_try_after_a_dead_worker(self, browser, officer, office):
        reading = making.received(officer, office, b"a")
        DocumentReading.objects.update(last_sign_at=timezone_now() - timedelta(minutes=11))
        page = browser.get(reverse("register:document", args=[reading.document_id]))
        assert "Try again" in page.content.decode()


class TestARefusedFile:
    @pytest.fixture
    def refused(self, browser, django_capture_on_commit_callbacks):
        return upload(browser, django_capture_on_commit_callbacks, b"%PDF-1.7 broken", "a.pdf").url

    def test_is_answered_with_a_sentence_and_what_to_do(self, browser, refused):
        text = browser.get(refused).content.decode()
        assert DocumentReading.objects.get().refusal in text
        assert "Try again" in text
        assert "enter the inspection by hand" in text

    def test_can_be_read_again(self, browser, refused, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            browser.post(refused + "read-again/")
        assert [reading.state for reading in DocumentReading.objects.all()] == ["refused"] * 2

    def test_can_stand_beside_an_inspection_entered_by_hand(self, browser, office, refused):
        document = ReceivedDocument.objects.get()
        address = f"{reverse('register:add_inspection')}?document={document.pk}"
        answer = browser.post(
            address,
            filled(
                browser.get(address),
                title="A letter",
                published_on_day=1,
                published_on_month=3,
                published_on_year=2026,
                date_source="inspectorate_letter",
                kind="letter",
                legal_basis="none",
                bodies=[office.body.pk],
            ),
        )
        assert answer.status_code == 302, answer.context["form"].errors
        assert document.inspections.get().title == "A letter"

    def test_can_be_set_aside(self, browser, refused):
        browser.post(refused + "set-aside/")
        assert "Nothing waits here." in browser.get(reverse("register:documents")).content.decode()


class TestDownload:
    def test_hands_the_file_over_to_be_saved_never_shown(self, browser, officer, office):
        html = b"<script>alert(1)</script>"
        document = making.received(officer, office, html, "a.html").document
        answer = browser.get(reverse("register:download", args=[document.pk]))
        assert b"".join(answer.streaming_content) == html
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]


class TestPages:
    @pytest.fixture
    def pictured(self, officer, office):
        reading = making.received(officer, office, PEEL.read_bytes(), "peel.pdf")
        making.tasks.read_document.call(reading.pk)
        return reading.candidates.first()

    def test_show_the_picture_that_the_product_drew(self, browser, pictured):
        document = pictured.reading.document_id
        answer = browser.get(reverse("register:picture", args=[document, pictured.page]))
        assert answer["Content-Type"] == "image/png"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer.content.startswith(b"\x89PNG")

    def test_mark_the_passage_that_the_address_names(self, browser, pictured):
        document = pictured.reading.document_id
        address = reverse("register:page", args=[document, pictured.page])
        answer = browser.get(address, {"start": pictured.start, "end": pictured.end})
        assert answer.context["passage"].words[:30] == pictured.proposal["quote"][:30]
        assert "<mark>" in answer.content.decode()

    @pytest.mark.parametrize("typed", ["", "x", "-1", "9" * 30, "²"])
    def test_do_not_mind_odd_offsets(self, browser, pictured, typed):
        address = reverse("register:page", args=[pictured.reading.document_id, pictured.page])
        assert browser.get(address, {"start": typed, "end": typed}).status_code == 200

    def test_are_not_found_where_there_is_none(self, browser, pictured):
        document = pictured.reading.document_id
        assert browser.get(reverse("register:page", args=[document, 999])).status_code == 404
        assert browser.get(reverse("register:picture", args=[document, 999])).status_code == 404
