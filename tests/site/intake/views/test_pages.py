"""Extracts in the browser: sent, looked at, loaded; rows corrected; loads undone; sources held."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests import factories_cases, factories_loads
from tests.factories_loads import AT, DECIDED, REPORTED, load
from tests.library.mappings import making

from answerable.mappings import read_profile, shipped_names, shipped_profile
from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import Case
from answerable_site.intake import operations, queries
from answerable_site.intake.models import Batch, ProfileVersion, QueuedLoad
from answerable_site.people.rules import PRODUCT, Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def county(stored, db) -> factories_cases.County:
    return factories_cases.county()


@pytest.fixture
def crimes(county):
    return factories_loads.source(county)


@pytest.fixture
def supervisor(county) -> Client:
    client = Client()
    client.force_login(county.people[Role.SUPERVISOR])
    return client


@pytest.fixture
def batch(county, crimes) -> Batch:
    """A load with one row that waits."""
    return load(county, crimes, [REPORTED, {**DECIDED, "ref": "X/002", "outcome": "none such"}])


def sent(client: Client, crimes, rows):
    """The page that follows when rows are sent as a file."""
    file = SimpleUploadedFile("crimes.csv", making.text(rows, crimes.profile))
    day = {"as_at_day": "31", "as_at_month": "5", "as_at_year": "2026"}
    told = {"file": file, "source": crimes.source.pk, **day}
    return client.post(reverse("intake:send"), told, follow=True)


def confirmed(client: Client, crimes, rows):
    """The page that follows when rows that were sent are confirmed."""
    field = sent(client, crimes, rows).context["form"]["extract"].value()
    return client.post(reverse("intake:confirm"), {"extract": field}, follow=True)


class TestAnExtract:
    def test_is_looked_at_before_anything_is_loaded(self, supervisor, crimes):
        page = sent(supervisor, crimes, [REPORTED, {**REPORTED, "ref": "oops"}])
        assert "What would come of the extract" in page.text
        assert "has not the shape of a reference" in page.text
        assert not Batch.objects.exists()

    def test_is_loaded_as_it_was_shown(
        self, supervisor, crimes, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            done = confirmed(supervisor, crimes, [REPORTED, {**REPORTED, "ref": "oops"}])
        page = supervisor.get(done.request["PATH_INFO"]).text
        assert "The extract was loaded." in page
        assert (Batch.objects.get().rows_loaded, Case.objects.count()) == (1, 2)

    def test_that_is_confirmed_twice_is_loaded_once(self, supervisor, crimes):
        page = sent(supervisor, crimes, [REPORTED])
        told = {"extract": page.context["form"]["extract"].value()}
        for _ in range(2):
            supervisor.post(reverse("intake:confirm"), told)
        assert QueuedLoad.objects.count() == 1

    def test_of_another_source_is_refused_in_a_sentence(self, supervisor, crimes):
        file = SimpleUploadedFile("other.csv", b"A,B\n1,2\n")
        day = {"as_at_day": "31", "as_at_month": "5", "as_at_year": "2026"}
        told = {"file": file, "source": crimes.source.pk, **day}
        page = supervisor.post(reverse("intake:send"), told, follow=True)
        assert "It has no column" in page.text

    def test_that_somebody_else_sent_is_not_found(self, county, supervisor, crimes):
        page = sent(supervisor, crimes, [REPORTED])
        elsewhere = factories_cases.county("Sallowfen", reference="9/26")
        other = Client()
        other.force_login(elsewhere.people[Role.SUPERVISOR])
        field = page.context["form"]["extract"].value()
        assert other.get(reverse("intake:check"), {"extract": field}).status_code == 404


class TestALoadThatGoesOn:
    def test_is_shown_with_its_step_and_listed(self, supervisor, crimes):
        page = confirmed(supervisor, crimes, [REPORTED]).text
        assert "It begins as soon as a worker is free." in page
        assert "Going on now" in supervisor.get(reverse("intake:loads")).text

    def test_shows_what_its_worker_wrote_beside_the_extract(self, supervisor, crimes):
        confirmed(supervisor, crimes, [REPORTED])
        queued = QueuedLoad.objects.get()
        address = reverse("intake:queued_progress", args=[queued.pk])
        beside = operations.BesideExtract(queued.stored_as)
        for done in (61, 61, 74, 70):
            beside.come_to(queries.LOADING, done)
        assert 'value="74"' in supervisor.get(address).text

    def test_asks_the_page_to_look_again(self, supervisor, crimes):
        confirmed(supervisor, crimes, [REPORTED])
        address = reverse("intake:queued_progress", args=[QueuedLoad.objects.get().pk])
        assert supervisor.get(address).status_code == 202

    def test_is_cancelled(self, supervisor, crimes):
        confirmed(supervisor, crimes, [REPORTED])
        address = reverse("intake:cancel", args=[QueuedLoad.objects.get().pk])
        assert "Nothing of the file was loaded" in supervisor.post(address, follow=True).text
        assert not Batch.objects.exists()

    def test_that_has_ended_cannot_be_cancelled(self, supervisor, crimes):
        confirmed(supervisor, crimes, [REPORTED])
        address = reverse("intake:cancel", args=[QueuedLoad.objects.get().pk])
        supervisor.post(address)
        assert "has ended already" in supervisor.post(address, follow=True).text

    def test_that_stands_still_for_an_hour_has_stopped(self, supervisor, crimes):
        confirmed(supervisor, crimes, [REPORTED])
        address = reverse("intake:queued", args=[QueuedLoad.objects.get().pk])
        with time_machine.travel(AT + timedelta(hours=2), tick=False):
            assert "It stopped before it was finished." in supervisor.get(address).text


class TestALoad:
    def test_is_listed_with_the_rows_that_wait(self, supervisor, batch):
        page = supervisor.get(reverse("intake:loads")).text
        assert f"Load {batch.pk}" in page
        assert "1 row waits" in page

    def test_shows_rows_that_add_up_and_how_complete_it_is(self, supervisor, batch):
        page = supervisor.get(reverse("intake:load", args=[batch.pk])).text
        assert "Unchanged" in page
        assert batch.root_digest in page
        assert "Crime.Ref" in page

    def test_is_undone_with_a_reason(self, supervisor, batch):
        address = reverse("intake:undo", args=[batch.pk])
        page = supervisor.post(address, {"why": factories_loads.WHY}, follow=True)
        assert "The load was undone." in page.text
        assert factories_loads.WHY in page.text

    def test_on_which_something_depends_says_what(self, county, supervisor, batch):
        factories_loads.opened(county, Case.objects.exclude(pk=county.case.pk).get())
        address = reverse("intake:undo", args=[batch.pk])
        page = supervisor.post(address, {"why": factories_loads.WHY})
        assert "Somebody opened one of its cases" in page.text


class TestARow:
    def test_is_listed_without_what_stands_in_it(self, supervisor, batch):
        page = supervisor.get(reverse("intake:rows", args=[batch.pk])).text
        assert "Row 3" in page
        assert "none such" not in page

    def test_shows_the_doubtful_cell_first_with_why(self, supervisor, batch):
        page = supervisor.get(reverse("intake:row", args=[batch.rows.get().pk]))
        first = next(iter(page.context["form"]))
        assert first.name == "cell_outcome"
        assert "is no code that the profile knows" in first.help_text

    def test_is_read_with_an_entry(self, supervisor, batch):
        page = supervisor.get(reverse("intake:row", args=[batch.rows.get().pk])).text
        assert "none such" in page
        assert AuditEntry.objects.filter(act="intake.open_row", kind="consultation").count() == 1

    def test_is_loaded_once_it_is_corrected(self, supervisor, batch):
        row = batch.rows.get()
        address = reverse("intake:row", args=[row.pk])
        form = supervisor.get(address).context["form"]
        told = {name: field.initial for name, field in form.fields.items()}
        told["cell_outcome"] = "16"
        page = supervisor.post(address, told, follow=True)
        assert "Row 3 was loaded as corrected." in page.text
        assert Case.objects.count() == 3

    def test_that_is_still_wrong_says_what_to_do(self, supervisor, batch):
        address = reverse("intake:row", args=[batch.rows.get().pk])
        page = supervisor.post(address, {"cell_ref": "X/002"})
        assert "would still be set aside" in page.text

    def test_is_given_up_with_a_reason(self, supervisor, batch):
        address = reverse("intake:give_up", args=[batch.rows.get().pk])
        page = supervisor.post(address, {"why": "The source holds it no more."}, follow=True)
        assert "Row 3 was given up." in page.text


class TestRowsThatNobodySettles:
    def test_are_announced_to_be_erased_on_every_page_about_them(self, supervisor, batch):
        said = "will be erased on 1 September 2026"
        row = batch.rows.get()
        for address in (
            reverse("intake:load", args=[batch.pk]),
            reverse("intake:rows", args=[batch.pk]),
            reverse("intake:row", args=[row.pk]),
        ):
            assert said in " ".join(supervisor.get(address).text.split()), address

    def test_are_counted_on_the_page_of_the_load_once_they_are_erased(self, supervisor, batch):
        operations.erase_unsettled(by=PRODUCT, at=AT + timedelta(days=91))
        page = supervisor.get(reverse("intake:load", args=[batch.pk])).text
        assert "1 row was erased, for nobody settled it in time." in page
        assert "will be erased" not in page


class TestAFileThatIsTooLong:
    def test_is_refused_with_how_long_it_may_be(self, supervisor, crimes, settings):
        settings.MAX_EXTRACT_BYTES = 20
        file = SimpleUploadedFile("crimes.csv", making.text([REPORTED], crimes.profile))
        page = supervisor.post(reverse("intake:send"), {"file": file})
        assert "The selected file must be smaller than 0 MB" in page.text
        assert "Load it with the command" in page.text

    def test_is_announced_before_it_is_sent(self, supervisor, crimes):
        assert "up to 200 MB" in supervisor.get(reverse("intake:send")).text


class TestAProfileThatComesWithTheProduct:
    def test_is_listed_where_a_source_is_described(self, supervisor):
        page = supervisor.get(reverse("intake:describe")).text
        for name in shipped_names():
            assert reverse("intake:shipped", args=[name]) in page

    @pytest.mark.parametrize("name", shipped_names())
    def test_says_what_it_is_for(self, supervisor, name):
        page = supervisor.get(reverse("intake:shipped", args=[name])).text
        assert html.escape(shipped_profile(name).title) in page

    def test_of_counts_says_that_no_case_can_come_of_it(self, supervisor):
        page = supervisor.get(reverse("intake:shipped", args=["home-office-outcomes"])).text
        assert "there are no cases in it" in page

    @pytest.mark.parametrize("name", shipped_names())
    def test_gives_a_file_that_is_the_profile(self, supervisor, name, tmp_path):
        answer = supervisor.get(reverse("intake:shipped_file", args=[name]))
        path = tmp_path / f"{name}.toml"
        path.write_bytes(answer.content)
        assert read_profile(path) == shipped_profile(name)
        assert answer["Content-Disposition"] == f'attachment; filename="{name}.toml"'

    @pytest.mark.parametrize("route", ["shipped", "shipped_file"])
    def test_of_another_name_is_not_found(self, supervisor, route):
        assert supervisor.get(reverse(f"intake:{route}", args=["nonesuch"])).status_code == 404


class TestASource:
    def test_is_listed_with_its_profile(self, supervisor, crimes):
        page = supervisor.get(reverse("intake:sources")).text
        assert crimes.profile.title in page

    def test_is_described_by_a_file(self, county, supervisor):
        file = SimpleUploadedFile("ours.json", factories_loads.as_json(factories_loads.profile()))
        told = {"file": file, "organisation": county.force.pk, "force": county.force.pk}
        page = supervisor.post(reverse("intake:describe"), told, follow=True)
        assert "The profile is held." in page.text
        assert ProfileVersion.objects.count() == 1

    def test_is_refused_with_its_place_where_the_file_is_no_profile(self, county, supervisor):
        file = SimpleUploadedFile("ours.toml", b'name = "x"\n')
        told = {"file": file, "organisation": county.force.pk, "force": county.force.pk}
        page = supervisor.post(reverse("intake:describe"), told)
        assert "version" in page.text
        assert not ProfileVersion.objects.exists()
