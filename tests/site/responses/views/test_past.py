"""The pages of past responses."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests import factories
from tests import factories_responses as cases
from tests.site.register.making import RESPONSE
from tests.site.register.sending import filled, upload

from answerable_site.responses import operations
from answerable_site.responses.models import PastResponse
from answerable_site.responses.rules.past import Explained, PastAnswer


@pytest.fixture(autouse=True)
def _on_a_day():
    with time_machine.travel("2026-05-12T10:00:00+01:00", tick=False):
        yield


def record(case, answer: PastAnswer, **more) -> PastResponse:
    return operations.record_past_response(
        by=case.viewer("officer"), at=cases.LATER, answer=answer, **case.about, **more
    )


def typed(**chosen: str) -> dict[str, str]:
    given = {
        "published_on_day": "1",
        "published_on_month": "5",
        "published_on_year": "2026",
        "address": "https://office.example/answer",
        "explained": "all",
        "reference": "R1",
    }
    return given | chosen


class TestRecordPast:
    def test_records_what_is_typed_with_the_file(self, case, signed_in, at):
        file = SimpleUploadedFile("answer.pdf", b"%PDF-1.7 \x00")
        page = signed_in("officer").post(at("record_past"), typed() | {"file": file}, follow=True)
        assert "Published on 1 May 2026, day 31 of 56: in time." in page.content.decode()
        assert "Nothing shows that the chief officer was invited" in page.content.decode()
        past = PastResponse.objects.get()
        assert past.answer == PastAnswer(
            "R1", date(2026, 5, 1), "https://office.example/answer", explained=Explained.ALL
        )
        answer = signed_in("holder").get(at("past_file"))
        assert b"".join(answer.streaming_content) == b"%PDF-1.7 \x00"
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Type"] == "application/octet-stream"

    def test_says_at_the_form_what_cannot_be(self, case, signed_in, at):
        page = signed_in("officer").post(at("record_past"), typed(published_on_day="13"))
        assert "One of the days is in the future" in page.content.decode()
        assert not PastResponse.objects.exists()

    def test_shows_what_is_held_to_be_corrected(self, case, signed_in, at):
        record(case, PastAnswer("R7", date(2026, 5, 2)))
        page = signed_in("officer").get(at("record_past")).content.decode()
        assert 'value="R7"' in page
        page = signed_in("officer").post(at("record_past"), typed(reference=""), follow=True)
        assert PastResponse.objects.get().answer.reference == ""

    def test_can_take_back_that_everything_is_explained(self, case, signed_in, at):
        record(case, PastAnswer(explained=Explained.ALL))
        page = signed_in("officer").get(at("record_past")).content.decode()
        assert 'value="not_known"' in page
        signed_in("officer").post(at("record_past"), typed(explained="not_known"))
        assert PastResponse.objects.get().answer.explained is Explained.NOT_KNOWN

    def test_proposes_what_the_document_shows_and_names_its_doubts(self, case, signed_in, at):
        case.inspection.printed_response = {
            "policing_body": "We welcome it.",
            "latest_mention_worded": "May 2026",
        }
        case.inspection.save()
        page = signed_in("officer").get(at("record_past")).content.decode()
        assert "It speaks of May 2026, so it was not published before." in page
        assert "No comments of the chief officer were found in it." in page
        checked = page[page.index('value="none"') :].partition(">")[0]
        assert "checked" in checked

    def test_is_offered_on_the_page_of_a_response_until_one_is_recorded(self, case, signed_in, at):
        page = signed_in("officer").get(at("response")).content.decode()
        assert at("record_past") in page
        assert at("record_past") not in signed_in("holder").get(at("response")).content.decode()
        record(case, PastAnswer())
        page = signed_in("officer").get(at("response")).content.decode()
        assert at("past_response") in page
        assert "The day on which it was published is not known" in page
        assert "Overdue" not in page


class TestThePages:
    def test_of_one_response_exist_only_once_it_is_recorded(self, case, signed_in, at):
        for route in ("past_response", "past_file"):
            assert signed_in("officer").get(at(route)).status_code == 404
        record(case, PastAnswer())
        assert signed_in("officer").get(at("past_response")).status_code == 200
        assert signed_in("officer").get(at("past_file")).status_code == 404

    def test_are_not_there_for_a_foreign_office(self, case, at):
        record(case, PastAnswer(), document=ContentFile(b"x"), document_name="x")
        client = Client()
        client.force_login(factories.office("Sallowfen").officer)
        for route in ("past_response", "past_file", "record_past"):
            assert client.get(at(route)).status_code == 404

    def test_list_counts_and_filter(self, case, signed_in, at):
        record(case, PastAnswer("R1", date(2026, 5, 1), explained=Explained.SOME))
        page = signed_in("holder").get(reverse("responses:past")).content.decode()
        assert "Never wholly answered: 1." in page
        assert "Something is missing: 1 of 1." in page
        assert at("past_response") in page
        page = signed_in("holder").get(reverse("responses:past"), {"standing": "late"})
        assert "No past response matches" in page.content.decode()

    def test_show_on_what_is_due_that_it_is_answered(self, case, signed_in, at):
        record(case, PastAnswer(published_on=date(2026, 5, 1)))
        page = signed_in("holder").get(reverse("responses:responses")).content.decode()
        assert "Nothing waits for an answer" in page
        assert "Answered before" in page
        assert at("past_response") in page


class TestTheFile:
    def test_holds_every_fact_and_no_formula(self, case, signed_in):
        record(case, PastAnswer("=1+1", date(2026, 5, 1), explained=Explained.ALL, note="+44"))
        answer = signed_in("officer").get(reverse("responses:past_csv"))
        (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
        assert row["reference"] == "'=1+1"
        assert row["note"] == "'+44"
        assert (row["standing"], row["day_of_period"], row["days_late"]) == ("in_time", "31", "")
        assert row["last_lawful_day"] == "2026-05-26"
        assert "inspectors of constabulary" in row["missing"]


class TestFromADocument:
    def test_an_uploaded_response_becomes_a_past_response_with_its_document(
        self, django_capture_on_commit_callbacks, db
    ):
        office = factories.office()
        client = Client()
        client.force_login(office.officer)
        added = upload(client, django_capture_on_commit_callbacks, RESPONSE.encode())
        confirm = f"{added.url}confirm/"
        confirmed = client.post(confirm, filled(client.get(confirm)))
        client.post(confirmed.url.replace("review", "accept-rest"))

        listed = client.get(reverse("responses:past"))
        (unrecorded,) = listed.context["unrecorded"]
        inspection, body = unrecorded
        address = reverse("responses:record_past", args=[inspection.pk, body.slug])
        assert address in listed.content.decode()
        form = client.get(address)
        assert "It speaks of" in form.content.decode()
        page = client.post(
            address, filled(form, published_on_day=1, published_on_month=11, published_on_year=2021)
        )
        past = PastResponse.objects.get()
        assert page.status_code == 302
        assert (past.published_on, past.explained) == (date(2021, 11, 1), "none")
        kept = client.get(reverse("responses:past_file", args=[inspection.pk, body.slug]))
        assert b"".join(kept.streaming_content) == RESPONSE.encode()
        assert past.file.sha256 == inspection.document.sha256
        assert "never wholly answered" in client.get(page.url).content.decode()
        assert client.get(reverse("responses:past")).context["unrecorded"] == []
