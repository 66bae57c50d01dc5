from __future__ import annotations

import json

import pytest
from django.urls import reverse
from tests import factories_cases
from tests.factories_looks import LATER

from answerable_site.accessreview.models import HandOut, Release
from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(looked, browser):
    return browser(looked.county.people[Role.ACCESS_AUDITOR])


@pytest.fixture
def supervisor(looked, browser):
    return browser(looked.county.people[Role.SUPERVISOR])


@pytest.fixture
def asked(looked, auditor) -> HandOut:
    auditor.post(reverse("accessreview:ask_hand_out"), form(looked))
    return HandOut.objects.get()


def form(looked, reference: str = "12A/34567/26") -> dict[str, object]:
    return {
        "force": looked.county.force.pk,
        "reference": reference,
        "recipient": "court",
        "recipient_name": "Exmere Crown Court",
        "purpose": "Proceedings 7 of 2026.",
    }


def address(asked: HandOut) -> str:
    return reverse("accessreview:release", args=[asked.pk])


class TestAsking:
    def test_waits_for_a_supervisor(self, asked, auditor):
        text = auditor.get(reverse("accessreview:hand_outs")).content.decode()
        assert "Waits for a supervisor" in text
        assert "Exmere Crown Court" in text

    @pytest.mark.parametrize(
        ("reference", "message"),
        [
            ("1/1", "No case of the force bears this reference"),
            ("///", "Enter a reference of letters and digits"),
        ],
    )
    def test_says_what_is_wrong_with_a_reference(self, looked, auditor, reference, message):
        page = auditor.post(reverse("accessreview:ask_hand_out"), form(looked, reference))
        assert message in page.content.decode()
        assert not HandOut.objects.exists()


class TestReleasing:
    @pytest.fixture
    def opened(self, looked, asked) -> HandOut:
        factories_cases.opened(looked.county, Role.SUPERVISOR, at=LATER)
        return asked

    def count(self, page: str) -> int:
        return int(page.split("Records</dt>")[1].split("<strong>")[1].split("<", maxsplit=1)[0])

    def test_leads_to_opening_the_case_first(self, asked, supervisor):
        answer = supervisor.get(address(asked))
        assert answer["Location"] == reverse("casework:open", args=[asked.case_id])

    def test_shows_what_goes_and_is_a_look_at_the_case(self, opened, supervisor):
        before = AuditEntry.objects.count()
        page = supervisor.get(address(opened)).content.decode()
        assert "12A/34567/26" in page
        assert "What was withheld" in page
        assert AuditEntry.objects.count() == before + 1
        assert AuditEntry.objects.latest("sequence").act == "casework.note_read"

    def test_needs_the_number_that_the_page_shows(self, opened, supervisor):
        page = supervisor.get(address(opened)).content.decode()
        wrong = supervisor.post(address(opened), {"counted": self.count(page) + 1})
        assert "The parcel does not hold" in wrong.content.decode()
        assert not Release.objects.exists()
        supervisor.post(address(opened), {"counted": self.count(page)})
        assert Release.objects.get().records == self.count(page)

    def test_gives_the_file_that_was_shown(self, opened, supervisor):
        page = supervisor.get(address(opened)).content.decode()
        supervisor.post(address(opened), {"counted": self.count(page)})
        released = supervisor.get(address(opened)).content.decode()
        assert Release.objects.get().sha256 in released
        told = self.file(supervisor, opened, "json")
        assert json.loads(told.content)["records"] == self.count(page)
        assert told["Content-Disposition"].startswith("attachment")
        assert self.file(supervisor, opened, "pdf").content.startswith(b"%PDF-1.7")

    def test_gives_no_file_before_nor_of_another_kind(self, opened, supervisor):
        assert self.file(supervisor, opened, "json").status_code == 404
        page = supervisor.get(address(opened)).content.decode()
        supervisor.post(address(opened), {"counted": self.count(page)})
        assert self.file(supervisor, opened, "exe").status_code == 404

    def test_is_not_the_auditors(self, opened, auditor):
        assert auditor.get(address(opened)).status_code == 403
        assert self.file(auditor, opened, "json").status_code == 403

    def file(self, client, hand_out: HandOut, kind: str):
        return client.get(reverse("accessreview:hand_out_file", args=[hand_out.pk, kind]))
