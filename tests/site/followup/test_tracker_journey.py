"""An office sends its tracker, says how it is read, looks at it and loads it."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests import factories, factories_followup
from tests.hostile import needs_hostile_files, some_hostile_files

from answerable_site.audit.models import AuditEntry
from answerable_site.followup.models import Action, Commitment, TrackerImport, TrackerMapping
from answerable_site.people.models import Organisation

TRACKER = (
    "Ref,HMICFRS report,Rec no,Action,Owner,Due date,Status\r\n"
    "W1,{title},1,Brief supervisors,Wexmoor Owner,30/9/2026,Ongoing\r\n"
    ",,,Print leaflets,Somebody Else,31/10/2026,Parked\r\n"
)


@pytest.fixture(autouse=True)
def _on_a_day():
    with time_machine.travel("2026-06-01T10:00:00+01:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    }


@pytest.fixture
def followed(db):
    return factories_followup.followed_up()


@pytest.fixture
def officer(followed):
    client = Client()
    client.force_login(followed.office.officer)
    return client


def send(client: Client, body: Organisation, content: str | bytes, name: str = "tracker.csv"):
    """The page to which sending a tracker leads."""
    data = content.encode() if isinstance(content, str) else content
    return client.post(
        reverse("followup:tracker"),
        {"file": SimpleUploadedFile(name, data), "body": body.pk},
        follow=True,
    )


def read_so(client: Client, page, **answers):
    """The dry run, after the questions were answered as proposed but for `answers`."""
    form = page.context["form"]
    told = {}
    for name, field in form.fields.items():
        value = form.get_initial_for_field(field, name)
        if isinstance(value, date):
            told |= {f"{name}_{part}": getattr(value, part) for part in ("day", "month", "year")}
        elif value not in (None, False):
            told[name] = value
    return client.post(
        reverse("followup:tracker_columns"), told | {"name": "Ours"} | answers, follow=True
    )


def sent(client: Client, page, route: str, **answers):
    """What a form of the dry run leads to."""
    form = page.content.decode().partition(f'action="{reverse(route)}"')[2]
    field = re.search(r'name="list" value="([^"]+)"', form)[1]
    return client.post(reverse(route), {"list": field, **answers}, follow=True)


def text(page) -> str:
    """The words of a page, without its markup."""
    bare = re.sub(r"<[^>]+>", " ", page.content.decode().partition("<main")[2])
    return " ".join(bare.split())


class TestTakingOverATracker:
    def test_goes_from_the_file_over_questions_and_a_dry_run_to_the_records(
        self, followed, officer, tmp_path, django_capture_on_commit_callbacks
    ):
        page = send(officer, followed.office.body, TRACKER.format(title=followed.inspection.title))
        assert "Column “Due date”" in text(page)
        page = read_so(officer, page, above=["0", "1", "2"])
        assert "“Parked” is not understood" in text(page)
        assert "A tracker is loaded whole or not at all" in text(page)

        page = sent(officer, page, "followup:tracker_words", word_action_state_parked="not_started")
        assert "Nothing is entered yet" in text(page)
        assert "kept as words in an update" in text(page)
        assert not Action.objects.exists()

        with django_capture_on_commit_callbacks(execute=True):
            page = sent(officer, page, "followup:tracker_load")
        assert "2 rows added, 0 updated, 0 unchanged" in text(page)
        briefed, printed = Action.objects.order_by("pk")
        assert (briefed.owner, briefed.state) == (followed.owner, "in_progress")
        assert (printed.owner, printed.original_on) == (None, date(2026, 10, 31))
        assert printed.updates.get().words == "Owner in the tracker: Somebody Else"
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

    def test_leaves_one_entry_with_counts_and_digest(self, followed, officer):
        content = TRACKER.format(title=followed.inspection.title).replace("Parked", "Complete")
        page = read_so(officer, send(officer, followed.office.body, content), above=["0", "1", "2"])
        sent(officer, page, "followup:tracker_load")
        loaded = TrackerImport.objects.get()
        assert AuditEntry.objects.get(act="followup.load_tracker").details == {
            "body": followed.office.body.pk,
            "sha256": loaded.sha256,
            "rows": 2,
            "added": 2,
            "changed": 0,
            "unchanged": 0,
        }

    def test_of_the_same_file_again_has_nothing_to_load(self, followed, officer):
        content = TRACKER.format(title=followed.inspection.title).replace("Parked", "Complete")
        for _ in range(2):
            page = send(officer, followed.office.body, content)
            page = read_so(officer, page, above=["0", "1", "2"])
            if "Load the tracker" in text(page):
                sent(officer, page, "followup:tracker_load")
        assert "There is nothing to load" in text(page)
        assert Action.objects.count() == 2
        assert TrackerMapping.objects.count() == 1

    def test_begins_with_choices_that_were_kept(self, followed, officer):
        content = TRACKER.format(title=followed.inspection.title)
        read_so(
            officer, send(officer, followed.office.body, content), above=["0"], column_3="leave_out"
        )
        page = send(officer, followed.office.body, content)
        href = re.search(r'href="([^"]+from=Ours)"', page.content.decode())[1]
        form = officer.get(href.replace("&amp;", "&")).context["form"]
        assert form.get_initial_for_field(form.fields["column_3"], "column_3") == "leave_out"
        assert form.initial["above"] == ["0"]

    def test_asks_what_the_rows_are_about_where_no_column_tells(self, followed, officer):
        page = send(officer, followed.office.body, "Colour,Owner\r\nred,me\r\n")
        assert "No column tells which recommendation a row is about" in text(page)
        page = read_so(officer, page)
        assert "No column tells which recommendation a row is about" in page.content.decode()
        assert page.redirect_chain[-1][0].startswith(reverse("followup:tracker_columns"))

    def test_of_somebody_else_does_not_exist(self, followed, officer):
        page = send(officer, followed.office.body, TRACKER.format(title="Any"))
        second = factories.person(
            "Second Officer", *((followed.office.body, post.role) for post in posts(followed))
        )
        other = Client()
        other.force_login(second)
        assert other.get(page.redirect_chain[-1][0]).status_code == 404

    def test_that_was_changed_since_it_was_shown_is_shown_again(self, followed, officer):
        content = TRACKER.format(title=followed.inspection.title).replace("Parked", "Complete")
        page = read_so(officer, send(officer, followed.office.body, content), above=["0", "1", "2"])
        factories_followup.promised(
            followed.office, followed.recommendations[1], followed.office.force
        )
        Commitment.objects.filter(pk=followed.commitment.pk).update(own_view="at_risk")
        factories_followup.action(followed, title="Print leaflets")
        page = sent(officer, page, "followup:tracker_load")
        assert "What is held was changed since" in page.content.decode()
        assert not TrackerImport.objects.exists()


def posts(followed):
    return factories.viewer(followed.office.officer).posts


@pytest.mark.slow
@needs_hostile_files
class TestHostileTrackers:
    @pytest.mark.parametrize("folder", ["archive", "csv", "strings", "xlsx", "xml"])
    def test_are_answered_with_a_page_and_enter_nothing(self, followed, officer, folder):
        files = some_hostile_files(folder)
        assert files
        for file in files:
            page = send(officer, followed.office.body, file.read_bytes(), file.name[:80])
            assert page.status_code == 200, file.name
            assert "Traceback" not in page.content.decode(), file.name
        assert not Action.objects.exists()
        assert not TrackerImport.objects.exists()
