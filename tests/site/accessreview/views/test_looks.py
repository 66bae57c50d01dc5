from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.urls import reverse
from tests import factories_looks

from answerable_site.audit.models import AuditEntry
from answerable_site.audit.rules import Processing
from answerable_site.casework.models import Case
from answerable_site.people.models import User
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
REFERENCE = "12A/34567/26"


@pytest.fixture
def auditor(looked, browser):
    return browser(looked.county.people[Role.ACCESS_AUDITOR])


def page(client, name: str, *args, **query) -> str:
    response = client.get(reverse(f"accessreview:{name}", args=args), query)
    assert response.status_code == 200
    return response.content.decode()


class TestEveryPage:
    def addresses(self, looked) -> dict[str, list[int]]:
        return {
            "overview": [],
            "looks": [],
            "person": [looked.looker.pk],
            "record": [looked.case.pk],
            "unusual": [],
            "glass": [],
            "review_glass": [looked.opening.pk],
            "decoys": [],
            "add_decoy": [],
            "samples": [],
            "breaches": [],
            "add_breach": [],
            "hand_outs": [],
            "ask_hand_out": [],
        }

    def test_leaves_one_entry_that_says_who_read_it(self, looked, auditor):
        for name, args in self.addresses(looked).items():
            before = AuditEntry.objects.count()
            page(auditor, name, *args)
            assert AuditEntry.objects.count() == before + 1, name
            entry = AuditEntry.objects.latest("sequence")
            assert entry.act == "accessreview.note_review"
            assert entry.details["page"] == name

    def test_never_shows_a_reference(self, looked, auditor):
        for name, args in self.addresses(looked).items():
            assert REFERENCE not in page(auditor, name, *args), name

    def test_shows_nothing_of_another_force(self, looked, browser):
        other = factories_looks.looked("Sallowfen", "9/26")
        client = browser(other.county.people[Role.ACCESS_AUDITOR])
        for name, args in self.addresses(looked).items():
            if args:
                address = reverse(f"accessreview:{name}", args=args)
                assert client.get(address).status_code == 404, name
            else:
                assert "Wexmoor" not in page(client, name), name


class TestOverview:
    def test_puts_what_waits_in_words(self, auditor):
        text = page(auditor, "overview")
        assert "<strong>1</strong> waits for a review" in text
        assert "Nobody looked at one" in text
        assert "No clock runs" in text


class TestLooks:
    def test_say_who_did_what_when_and_why(self, looked, auditor):
        text = page(auditor, "looks")
        assert f"case {looked.case.pk}" in text
        assert "Wexmoor Curious" in text
        assert "1 June 2026 at 10am" in text
        assert factories_looks.WORDS in text

    def test_can_be_filtered(self, looked, auditor):
        assert "2 looks" in page(auditor, "looks", person=looked.looker.pk)
        assert "1 look<" in page(auditor, "looks", act="casework.note_read")
        assert "Nobody looked" in page(auditor, "looks", case=looked.case.pk + 99)
        days = {"from_on_day": "2", "from_on_month": "6", "from_on_year": "2026"}
        assert "Nobody looked" in page(auditor, "looks", **days)

    def test_say_in_the_entry_what_was_asked_for(self, looked, auditor):
        page(auditor, "looks", case=looked.case.pk)
        entry = AuditEntry.objects.latest("sequence")
        assert entry.details["asked"] == {"Case number": str(looked.case.pk), "page": "1"}

    @pytest.mark.parametrize("case", ["-1", "x", "9" * 30])
    def test_refuse_no_odd_filter_with_an_error(self, auditor, case):
        assert page(auditor, "looks", case=case)


class TestLooksAsAFile:
    def rows(self, client, **query) -> list[list[str]]:
        response = client.get(reverse("accessreview:looks_csv"), query)
        assert response.streaming
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.reader(StringIO(text)))

    def test_hold_the_same_looks(self, looked, auditor):
        header, *rows = self.rows(auditor)
        assert header[1:6] == ["at", "person", "acting_as", "act", "case"]
        assert {row[5] for row in rows} == {str(looked.case.pk)}
        assert {row[2] for row in rows} == {"Wexmoor Curious"}
        assert len(rows) == 2

    def test_follow_the_filters(self, auditor):
        assert len(self.rows(auditor, act="casework.note_read")) == 2

    def test_hold_no_formula(self, looked, browser, auditor):
        User.objects.filter(pk=looked.looker.pk).update(full_name="=1+1")
        client = browser(looked.looker)
        client.get(reverse("casework:case", args=[looked.case.pk]))
        assert "'=1+1" in {row[2] for row in self.rows(auditor)}

    def test_leave_one_entry_of_a_disclosure(self, auditor):
        before = AuditEntry.objects.count()
        self.rows(auditor)
        assert AuditEntry.objects.count() == before + 1
        entry = AuditEntry.objects.latest("sequence")
        assert (entry.act, entry.kind) == ("accessreview.note_exported", Processing.DISCLOSURE)
        assert entry.details["looks"] == 2


class TestACase:
    def test_stays_closed_to_the_auditor(self, looked, auditor):
        assert auditor.get(reverse("casework:case", args=[looked.case.pk])).status_code == 403

    def test_without_a_look_does_not_exist(self, looked, auditor):
        silent = Case.objects.create(
            force=looked.county.force,
            reported_on=looked.case.reported_on,
            added_at=looked.case.added_at,
            added_by=looked.looker,
        )
        address = reverse("accessreview:record", args=[silent.pk])
        assert auditor.get(address).status_code == 404
