"""An office sends its list of past responses, looks at it and loads it."""

from __future__ import annotations

import os
import re
import zlib
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import b64_decode
from django.test import Client
from django.urls import reverse
from tests import factories
from tests.library.documents.tables.making import workbook

from answerable_site.audit.models import AuditEntry
from answerable_site.register.models import Inspection
from answerable_site.responses.models import PastResponse, Takeover

TODAY = "2026-05-12T10:00:00+01:00"
HEADERS = "Title,Date published,Date of response,All recommendations answered,Ref\r\n"
LIST = (
    HEADERS + "Lost property,16/7/2021,9 September 2021,yes,R1\r\n"
    "Custody suites,2/11/2022,28/12/2022,yes,R2\r\n"
    "Old vans,1/2/2015,,,\r\n"
)


@pytest.fixture(autouse=True)
def _on_a_day():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    }


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def officer(office):
    client = Client()
    client.force_login(office.officer)
    return client


def send(client: Client, office: factories.Office, content: str | bytes, name: str = "list.csv"):
    """The page to which sending a list leads."""
    data = content.encode() if isinstance(content, str) else content
    return client.post(
        reverse("responses:takeover"),
        {"file": SimpleUploadedFile(name, data), "body": office.body.pk},
        follow=True,
    )


def token(page) -> str:
    """The signed field of the form that loads the list."""
    form = page.content.decode().partition(f'action="{reverse("responses:takeover_load")}"')[2]
    return re.search(r'name="list" value="([^"]+)"', form)[1]


def load(client: Client, page):
    return client.post(reverse("responses:takeover_load"), {"list": token(page)}, follow=True)


def files_in(folder: Path) -> list[Path]:
    """Every file that is kept."""
    return [path for path in folder.rglob("*") if path.is_file()]


def text(page) -> str:
    """The words of a page, without its markup."""
    bare = re.sub(r"<[^>]+>", " ", page.content.decode().partition("<main")[2])
    return " ".join(bare.split())


class TestTakingOverAList:
    def test_goes_from_the_file_over_a_dry_run_to_the_records(
        self, office, officer, tmp_path, django_capture_on_commit_callbacks
    ):
        page = send(officer, office, LIST)
        assert "Nothing is entered yet" in text(page)
        assert "Row 2: Lost property Added" in text(page)
        assert "Response published: 9 September 2021" in text(page)
        assert not Inspection.objects.exists()
        assert not Takeover.objects.exists()

        assert {kept.suffix for kept in files_in(tmp_path)} == {"", ".name"}
        with django_capture_on_commit_callbacks(execute=True):
            page = load(officer, page)
        assert "3 added, 0 updated, 0 unchanged" in text(page)
        assert "day 56 of 56: in time" in text(page)
        assert "day 57 of 56, late by 1 day" in text(page)
        assert "applies to reports published from Tuesday 2 May 2017" in text(page)
        assert Inspection.objects.get(title="Old vans").last_lawful_day is None
        assert PastResponse.objects.get(reference="R1").published_on == date(2021, 9, 9)
        assert files_in(tmp_path) == []

    def test_leaves_one_entry_of_its_own_in_the_record_with_counts_and_digest(
        self, office, officer
    ):
        load(officer, send(officer, office, LIST))
        takeover = Takeover.objects.get()
        entry = AuditEntry.objects.get(act="responses.load_list")
        assert entry.details == {
            "body": office.body.pk,
            "sha256": takeover.sha256,
            "rows": 3,
            "added": 3,
            "changed": {},
        }

    def test_of_the_same_list_again_has_nothing_to_load(self, office, officer):
        load(officer, send(officer, office, LIST))
        page = send(officer, office, LIST)
        assert "There is nothing to load" in text(page)
        assert reverse("responses:takeover_load") not in page.content.decode()

    def test_of_a_changed_list_shows_and_makes_the_change(self, office, officer):
        load(officer, send(officer, office, LIST))
        page = send(officer, office, LIST.replace("28/12/2022", "27/12/2022"))
        assert "Updates R2" in text(page)
        assert "Response published: 28 December 2022 → 27 December 2022" in text(page)
        load(officer, page)
        assert PastResponse.objects.get(reference="R2").published_on == date(2022, 12, 27)
        assert PastResponse.objects.count() == Inspection.objects.count() == 3
        changed = AuditEntry.objects.filter(act="responses.load_list").last().details["changed"]
        assert list(changed.values()) == [{"published_on": ["2022-12-28", "2022-12-27"]}]

    def test_keeps_what_the_list_does_not_tell(self, office, officer):
        load(officer, send(officer, office, LIST))
        shorter = "Title,Date published,Ref\r\nLost property,16/7/2021,R1\r\n"
        assert "There is nothing to load" in text(send(officer, office, shorter))

    def test_with_a_mistake_offers_no_loading_and_says_where_it_is(self, office, officer):
        page = send(officer, office, LIST.replace("2/11/2022", "11/22/2022"))
        assert "Row 3. Column “Report published”: “11/22/2022” is no day" in text(page)
        assert reverse("responses:takeover_load") not in page.content.decode()

    def test_is_refused_where_the_register_changed_since_it_was_shown(self, office, officer):
        page = send(officer, office, LIST)
        load(officer, send(officer, office, LIST))
        page = load(officer, page)
        assert "The register was changed since you looked at the list." in text(page)
        assert Takeover.objects.count() == 1

    def test_asks_which_sheet_where_a_workbook_hides_one(self, office, officer):
        rows = [["Title", "Report date"], ["Lost property", date(2021, 7, 16)]]
        file = workbook({"Index": [["Nothing"]], "Archive": rows}, hidden=["Archive"])
        page = send(officer, office, file, "list.xlsx")
        assert "Archive (hidden)" in text(page)
        assert not re.search("Lost property", text(page))
        field = re.search(r'name="list" value="([^"]+)"', page.content.decode())[1]
        page = officer.get(reverse("responses:takeover_check"), {"list": field, "sheet": "Archive"})
        load(officer, page)
        assert Inspection.objects.get().published_on == date(2021, 7, 16)

    def test_asks_what_columns_tell_where_one_that_is_needed_is_not_known(self, office, officer):
        page = send(officer, office, "Subject,Day\nLost property,16/7/2021\n")
        assert "No column is taken as “Report title”" in text(page)
        field = re.search(r'name="list" value="([^"]+)"', page.content.decode())[1]
        chosen = {"list": field, "column_0": "title", "column_1": "report_published"}
        page = officer.get(reverse("responses:takeover_check"), chosen)
        assert "Row 2: Lost property Added" in text(page)
        load(officer, page)
        assert Inspection.objects.get().title == "Lost property"

    def test_says_of_a_file_that_is_no_list_what_to_send(self, office, officer):
        page = send(officer, office, b"%PDF-1.7 not a list", "list.pdf")
        assert "Save the list as CSV, Excel (.xlsx or .xls) or OpenDocument (.ods)" in text(page)
        assert not AuditEntry.objects.filter(act="responses.keep_list").exists()

    def test_takes_its_own_template(self, office, officer):
        template = officer.get(reverse("responses:takeover_template")).content
        page = send(officer, office, template)
        assert "Nothing is taken from" not in text(page)
        load(officer, page)
        past = PastResponse.objects.get()
        assert past.answer.published_on == date(2021, 9, 9)
        assert "" not in {past.address, past.explained, past.reference}
        assert past.copied_to_secretary_on == past.copied_to_inspectors_on == date(2021, 9, 9)


class TestASignedList:
    def test_of_somebody_else_does_not_exist(self, office, officer):
        page = send(officer, office, LIST)
        stranger = Client()
        stranger.force_login(factories.office("Sallowfen").officer)
        answer = stranger.post(reverse("responses:takeover_load"), {"list": token(page)})
        assert answer.status_code == 404
        assert not Takeover.objects.exists()

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_that_was_changed_is_not_taken(self, officer, method):
        route = "takeover_check" if method == "get" else "takeover_load"
        page = getattr(officer, method)(
            reverse(f"responses:{route}"), {"list": "made:up"}, follow=True
        )
        assert "This list is no longer kept" in text(page)

    def test_names_its_file_in_no_address(self, office, officer):
        answer = officer.post(
            reverse("responses:takeover"),
            {"file": SimpleUploadedFile("somebody.csv", LIST.encode()), "body": office.body.pk},
        )
        field = parse_qs(urlsplit(answer["Location"]).query)["list"][0]
        assert b"somebody" not in zlib.decompress(b64_decode(field[1:].partition(":")[0].encode()))
        assert "somebody.csv" in text(officer.get(answer["Location"]))

    def test_signed_for_another_purpose_is_not_taken(self, office, officer):
        sent = officer.post(
            reverse("responses:takeover"),
            {"file": SimpleUploadedFile("list.csv", LIST.encode()), "body": office.body.pk},
        )
        field = parse_qs(urlsplit(sent["Location"]).query)["list"][0]
        told = signing.loads(field, salt="answerable.responses.takeover")
        elsewhere = signing.dumps(told, salt="another purpose", compress=True)
        page = officer.get(reverse("responses:takeover_check"), {"list": elsewhere}, follow=True)
        assert "This list is no longer kept" in text(page)

    def test_whose_file_was_changed_is_not_taken(self, office, officer, tmp_path):
        page = send(officer, office, LIST)
        kept = next(kept for kept in files_in(tmp_path) if not kept.suffix)
        kept.write_text(LIST.replace("R1", "R9"), encoding="utf-8")
        assert "This list is no longer kept" in text(load(officer, page))

    def test_waits_a_day_and_goes_with_the_next(self, office, officer, tmp_path):
        page = send(officer, office, LIST)
        forgotten = files_in(tmp_path)
        for kept in forgotten:
            os.utime(kept, (0, 0))
        send(officer, office, LIST + "Trees,1/3/2021,,,\r\n")
        assert not any(kept.exists() for kept in forgotten)
        assert "This list is no longer kept" in text(load(officer, page))
