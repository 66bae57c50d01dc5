from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import factories, factories_training
from tests.factories_training import LAST_DAY

from answerable_site.audit.models import AuditEntry
from answerable_site.people.rules import Role
from answerable_site.training import operations
from answerable_site.training.models import Result, StatedFigure
from answerable_site.training.rules import Outcome


@pytest.fixture(autouse=True)
def today(settings, tmp_path):
    backend = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": backend, "OPTIONS": {"location": str(tmp_path)}}
    }
    settings.CONFIRM_WITHIN = None
    with time_machine.travel("2026-05-12T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def counted(school):
    """Somebody who is in post and passed in March, with a course that counts."""
    operations.add_counting(**school.about, version=school.version, new=school.counts())
    school.posted()
    school.result(Outcome.PASSED)
    return school


@pytest.fixture
def trainer(client, school):
    client.force_login(school.trainer)
    return client


def text(client, route, query="", **arguments):
    page = client.get(reverse(f"training:{route}", kwargs=arguments) + query)
    assert page.status_code == 200
    return page.content.decode()


class TestOverview:
    def test_says_who_ends_within_the_days_that_are_chosen(self, counted, trainer):
        assert "Nobody’s does." in text(trainer, "overview")
        operations.add_qualification(
            **counted.about,
            person=_further(counted, "Short Timer"),
            version=counted.version,
            from_on=date(2023, 6, 1),
            to_on=None,
            evidence="Certificate",
        )
        assert "Short Timer" in text(trainer, "overview", "?within=30")

    def test_names_places_without_a_result(self, school, trainer):
        school.booking()
        assert f"{school.learner.full_name}, SSAIDP 2021" in text(trainer, "overview")

    def test_of_an_organisation_that_is_not_ones_own_does_not_exist(self, school, trainer):
        other = factories_training.school("Sallowfen")
        page = trainer.get(reverse("training:overview"), {"organisation": other.force.pk})
        assert page.status_code == 404


class TestCapacity:
    def test_gives_numbers_and_leaves_entries(self, counted, trainer):
        page = text(trainer, "capacity")
        assert "1 of 1 in post" in page
        assert "No case is open" in page
        acts = set(AuditEntry.objects.filter(kind="combination").values_list("act", flat=True))
        assert acts == {"casework.count_open_cases", "casework.count_open_cases_by_person"}


class TestFigures:
    def test_show_both_with_their_working(self, counted, trainer):
        page = text(trainer, "figures", "?year=2025")
        assert "1 April 2025 to 31 March 2026" in page
        assert "Training records: 1" in page
        assert counted.learner.full_name in page

    def test_are_stated_as_they_were_shown(self, counted, trainer):
        address = reverse("training:state_figure") + "?year=2025"
        trainer.post(address, {"kind": "qualified", "shown": "2"})
        assert not StatedFigure.objects.exists()
        trainer.post(address, {"kind": "qualified", "shown": "1"})
        assert StatedFigure.objects.get().value == 1

    def test_go_out_without_a_name(self, counted, trainer):
        file = trainer.get(reverse("training:figures_csv"), {"year": "2025"}).content.decode()
        assert "People qualified and in post,figure,1" in file
        assert counted.learner.full_name not in file


class TestMine:
    def test_shows_ones_own_record_and_no_way_to_change_it(self, counted, client):
        client.force_login(counted.learner)
        page = text(client, "mine")
        assert "SSAIDP 2021" in page
        assert "Strike it out" not in page

    def test_shows_nothing_of_others(self, counted, client):
        client.force_login(factories.person("Another", (counted.force, Role.INVESTIGATOR)))
        assert "No training record was opened for you." in text(client, "mine")


class TestWhoIsQualified:
    def test_is_for_supervisors_of_the_force(self, counted, client):
        client.force_login(factories.person("A Sergeant", (counted.force, Role.SUPERVISOR)))
        assert counted.learner.full_name in text(client, "qualified")

    def test_of_another_force_names_nobody(self, counted, client):
        other = factories_training.school("Sallowfen")
        client.force_login(factories.person("A Sergeant", (other.force, Role.SUPERVISOR)))
        assert counted.learner.full_name not in text(client, "qualified")


class TestRecordingAResult:
    def test_refuses_a_pass_before_the_last_day_with_a_sentence(self, school, trainer):
        address = reverse("training:record_result", args=[school.booking().pk])
        told = {"outcome": "passed", "on_day": "5", "on_month": "3", "on_year": "2026"}
        page = trainer.post(address, told).content.decode()
        assert "Nobody has attended or passed a course before its last day" in page
        trainer.post(address, told | {"on_day": "6"})
        assert Result.objects.get().on == LAST_DAY


class TestStriking:
    def test_of_a_kind_that_there_is_not_leads_nowhere(self, counted, trainer):
        pk = counted.record.postings.get().pk
        address = reverse("training:strike", args=["result", pk])
        assert trainer.get(address).status_code == 404

    def test_goes_back_to_the_record(self, counted, trainer):
        posting = counted.record.postings.get()
        answer = trainer.post(
            reverse("training:strike", args=["posting", posting.pk]), {"reason": "Somebody else’s."}
        )
        assert answer["Location"] == reverse("training:record", args=[counted.record.pk])
        assert "Somebody else’s." in text(trainer, "record", record_id=counted.record.pk)


class TestAListOfAttendance:
    def test_is_looked_at_and_then_loaded(self, school, trainer):
        content = (
            "E-mail,Course,Version,Last day,Place,Outcome\n"
            f"{school.learner.email},SSAIDP,2021,6/3/2026,School,passed\n"
        )
        file = SimpleUploadedFile("list.csv", content.encode())
        page = trainer.post(
            reverse("training:intake"), {"file": file, "body": school.force.pk}, follow=True
        )
        assert not Result.objects.exists()
        field = page.context["load_form"].initial["list"]
        done = trainer.post(reverse("training:intake_load"), {"list": field}, follow=True)
        assert "1 added, 0 updated, 0 unchanged" in done.content.decode()
        assert Result.objects.get().outcome == "passed"


def _further(school, name):
    """Somebody else in post."""
    user = factories.person(name, (school.force, Role.INVESTIGATOR))
    record = operations.open_record(**school.about, organisation=school.force, user=user)
    school.record = record
    school.posted()
    return record
