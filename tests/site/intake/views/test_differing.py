"""What a corrected file tells otherwise, on pages and as a file, before it is loaded and after."""

from __future__ import annotations

import csv
import io

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, TOLD, load
from tests.library.mappings import making

from answerable_site.audit.models import AuditEntry
from answerable_site.casework import operations as casework
from answerable_site.casework.models import Case
from answerable_site.intake import operations
from answerable_site.intake.models import Batch
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db
LATER = {**DECIDED, "decided": "09/03/2024"}
MANY = [{**DECIDED, "ref": f"X/{number:03d}"} for number in range(1, 31)]


@pytest.fixture(autouse=True)
def _at():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def county(_at, db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


@pytest.fixture
def first(county, crimes) -> Batch:
    return load(county, crimes, [TOLD])


def signed_in(county, role: Role) -> Client:
    client = Client()
    client.force_login(county.people[role])
    return client


@pytest.fixture
def supervisor(county) -> Client:
    return signed_in(county, Role.SUPERVISOR)


def sent(client: Client, crimes, rows, *, corrects: Batch | None):
    """The page that follows when rows are sent as a file."""
    file = SimpleUploadedFile("crimes.csv", making.text(rows, crimes.profile))
    day = {"as_at_day": "31", "as_at_month": "5", "as_at_year": "2026"}
    told = {"file": file, "source": crimes.source.pk, **day}
    if corrects is not None:
        told["supersedes"] = corrects.pk
    return client.post(reverse("intake:send"), told, follow=True)


def extract(page) -> dict[str, str]:
    return {"extract": page.context["form"]["extract"].value()}


def case() -> Case:
    return Case.objects.latest("pk")


def lines(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


class TestBeforeItIsLoaded:
    def test_is_counted_by_kind(self, supervisor, crimes, first):
        page = sent(supervisor, crimes, [LATER], corrects=first)
        kinds = {kind[0]: kind[1:] for kind in page.context["check"].difference.kinds}
        assert (0, 1, 0, 0) in kinds.values()
        assert "What it tells otherwise" in page.text

    def test_is_not_there_where_no_load_is_corrected(self, supervisor, crimes):
        page = sent(supervisor, crimes, [LATER], corrects=None)
        assert "What it tells otherwise" not in page.text
        answer = supervisor.get(reverse("intake:would_differ"), extract(page), follow=True)
        assert "This extract is no longer kept." in answer.text

    def test_is_shown_event_by_event_with_before_and_now(self, supervisor, crimes, first):
        page = sent(supervisor, crimes, [LATER], corrects=first)
        listed = supervisor.get(reverse("intake:would_differ"), extract(page)).text
        assert "10 March 2024" in listed
        assert "9 March 2024" in listed
        assert "No longer told" in listed
        assert "X/001" in listed

    def test_leaves_an_entry_that_names_the_case(self, supervisor, crimes, first):
        page = sent(supervisor, crimes, [LATER], corrects=first)
        supervisor.get(reverse("intake:would_differ"), extract(page))
        entry = AuditEntry.objects.filter(act="intake.note_difference_read").latest("sequence")
        assert entry.records == (f"casework.case:{case().pk}",)

    def test_is_listed_in_pages_of_25(self, county, supervisor, crimes):
        first = load(county, crimes, MANY)
        rows = [{**row, "decided": "09/03/2024"} for row in MANY]
        page = sent(supervisor, crimes, rows, corrects=first)
        asked = extract(page)
        listed = supervisor.get(reverse("intake:would_differ"), asked)
        assert len(listed.context["differing"].events) == 25
        following = supervisor.get(reverse("intake:would_differ"), {**asked, "page": "2"})
        assert len(following.context["differing"].events) == 5

    def test_is_taken_away_as_a_file_and_noted(self, supervisor, crimes, first):
        page = sent(supervisor, crimes, [LATER], corrects=first)
        answer = supervisor.get(reverse("intake:would_differ_csv"), extract(page))
        rows = lines(answer)
        assert {row[0] for row in rows[1:]} == {"Changed", "No longer told"}
        entry = AuditEntry.objects.get(act="intake.note_difference_taken")
        assert entry.records == (f"casework.case:{case().pk}",)

    @pytest.mark.parametrize("route", ["would_differ", "would_differ_csv"])
    def test_is_gone_with_the_extract(self, supervisor, crimes, first, route):
        asked = extract(sent(supervisor, crimes, [LATER], corrects=first))
        folder = operations.FOLDER
        for name in default_storage.listdir(folder)[1]:
            if "." not in name:
                default_storage.delete(f"{folder}/{name}")
        answer = supervisor.get(reverse(f"intake:{route}"), asked, follow=True)
        assert "This extract is no longer kept." in answer.text

    def test_is_for_whoever_sent_it(self, county, supervisor, crimes, first):
        page = sent(supervisor, crimes, [LATER], corrects=first)
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        other = signed_in(elsewhere, Role.SUPERVISOR)
        for route in ("would_differ", "would_differ_csv", "check_progress"):
            answer = other.get(reverse(f"intake:{route}"), extract(page))
            assert answer.status_code == 404, route

    def test_says_so_where_the_load_cannot_be_corrected_by_it(self, county, supervisor, crimes):
        other = factories_loads.source(county, factories_loads.profile(name="another"))
        first = load(county, other, [TOLD])
        page = sent(supervisor, crimes, [LATER], corrects=first)
        assert "A file corrects only a load of the same source." in page.text


class TestACaseThatIsSharedNoLonger:
    """The prosecutors try a file that corrects theirs; then the force ends the share."""

    @pytest.fixture
    def manager(self, county) -> Client:
        return signed_in(county, Role.CPS_MANAGER)

    @pytest.fixture
    def asked(self, county, crimes, first, manager) -> dict[str, str]:
        described = factories_loads.later_source()
        theirs = factories_loads.source(county, described, organisation=county.area)
        row = {"ref": "X/001", "decided": "10/03/2024"}
        before = load(county, theirs, [row], role=Role.CPS_MANAGER)
        page = sent(manager, theirs, [{**row, "decided": "09/03/2024"}], corrects=before)
        factories_loads.opened(county, case())
        casework.end_share(
            by=county.viewer(Role.SUPERVISOR), at=AT, share=case().shares.get(ended_at=None)
        )
        return extract(page)

    def test_is_counted_alone(self, manager, asked):
        page = manager.get(reverse("intake:would_differ"), asked)
        assert page.context["differing"].events == ()
        assert "1 event of a case that you may not see is left out here." in page.text
        assert "March 2024" not in page.text
        assert "Nothing is told otherwise." not in page.text

    def test_is_in_no_file(self, manager, asked):
        _, *rows = lines(manager.get(reverse("intake:would_differ_csv"), asked))
        ((remark, *rest),) = rows
        assert remark == "1 event of a case that you may not see is left out here."
        assert set(rest) == {""}


class TestAfterItWasLoaded:
    def test_is_counted_on_the_page_of_the_load(self, county, supervisor, crimes, first):
        batch = load(county, crimes, [LATER], supersedes=first)
        page = supervisor.get(reverse("intake:load", args=[batch.pk])).text
        assert "What it told otherwise" in page
        assert f"Load {first.pk}" in page

    def test_is_not_there_where_no_load_was_corrected(self, supervisor, first):
        page = supervisor.get(reverse("intake:load", args=[first.pk])).text
        assert "What it told otherwise" not in page
        assert supervisor.get(reverse("intake:difference", args=[first.pk])).status_code == 404

    def test_is_shown_event_by_event_and_noted(self, county, supervisor, crimes, first):
        batch = load(county, crimes, [LATER], supersedes=first)
        page = supervisor.get(reverse("intake:difference", args=[batch.pk]))
        told = [one.what for one in page.context["differing"].events]
        assert told == ["Changed", "No longer told"]
        entry = AuditEntry.objects.filter(act="intake.note_difference_read").latest("sequence")
        assert entry.records == (f"casework.case:{case().pk}",)

    def test_is_taken_away_as_a_file(self, county, supervisor, crimes, first):
        batch = load(county, crimes, [LATER], supersedes=first)
        answer = supervisor.get(reverse("intake:difference_csv", args=[batch.pk]))
        assert lines(answer)[1][-2:] == ["10 March 2024", "9 March 2024"]

    def test_shows_the_prosecutors_no_crime_reference(self, county, crimes, first):
        theirs = factories_loads.source(
            county, factories_loads.later_source(), organisation=county.area
        )
        row = {"ref": "X/001", "decided": "10/03/2024"}
        before = load(county, theirs, [row], role=Role.CPS_MANAGER)
        batch = load(
            county,
            theirs,
            [{**row, "decided": "09/03/2024"}],
            role=Role.CPS_MANAGER,
            supersedes=before,
        )
        manager = signed_in(county, Role.CPS_MANAGER)
        page = manager.get(reverse("intake:difference", args=[batch.pk])).text
        assert f"Case {case().pk}" in page
        assert "X/001" not in page

    def test_is_gone_once_the_load_is_undone(self, county, supervisor, crimes, first):
        batch = load(county, crimes, [LATER], supersedes=first)
        factories_loads.undo(county, batch)
        assert supervisor.get(reverse("intake:difference", args=[batch.pk])).status_code == 404


class TestALongExtract:
    @pytest.fixture(autouse=True)
    def _long(self, monkeypatch):
        monkeypatch.setattr("answerable_site.intake.rules.sent.TRIED_AT_ONCE", 10)

    def test_is_tried_in_the_background(
        self, supervisor, crimes, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=False) as waiting:
            page = sent(supervisor, crimes, [REPORTED], corrects=None)
        assert "Looking at the extract" in page.text
        asked = {"extract": page.context["extract"]}
        progress = reverse("intake:check_progress")
        assert supervisor.get(progress, asked).status_code == 202
        for one in waiting:
            one()
        assert supervisor.get(progress, asked).status_code == 200
        assert "Rows that would go on" in supervisor.get(reverse("intake:check"), asked).text

    def test_that_is_refused_says_why(self, supervisor, crimes, django_capture_on_commit_callbacks):
        file = SimpleUploadedFile("other.csv", b"A,B\n1,2\n3,4\n")
        day = {"as_at_day": "31", "as_at_month": "5", "as_at_year": "2026"}
        told = {"file": file, "source": crimes.source.pk, **day}
        with django_capture_on_commit_callbacks(execute=True):
            answer = supervisor.post(reverse("intake:send"), told)
        assert "It has no column" in supervisor.get(answer["Location"], follow=True).text

    def test_that_nobody_looks_at_for_an_hour_has_stopped(self, supervisor, crimes):
        page = sent(supervisor, crimes, [REPORTED], corrects=None)
        asked = {"extract": page.context["extract"]}
        with time_machine.travel("2026-06-02 12:00Z", tick=False):
            assert "It stopped before" in supervisor.get(reverse("intake:check"), asked).text
