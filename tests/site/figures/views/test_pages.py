"""Data cuts in the browser: asked for, followed, read, verified, erased by two people."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories, factories_cases, factories_cuts
from tests.factories_cuts import AT, WHY, asked, made, set_aside, to_be_erased

from answerable_site.audit.models import AuditEntry
from answerable_site.figures import folders, operations
from answerable_site.figures.models import DataCut, Erasure, QueuedCut
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role

pytestmark = pytest.mark.django_db
PLAN = {
    "as_of_day": "31",
    "as_of_month": "5",
    "as_of_year": "2026",
    "last_day_day": "31",
    "last_day_month": "3",
    "last_day_year": "2029",
}


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


def client(force, role: Role = Role.ANALYST) -> Client:
    found = Client()
    found.force_login(factories_cuts.person(force, role))
    return found


@pytest.fixture
def analyst(county) -> Client:
    return client(county.force)


@pytest.fixture
def checker(county) -> Client:
    return client(county.force, Role.FIGURE_CHECKER)


class TestAskingForACut:
    def test_has_it_made_in_the_background(
        self, county, analyst, django_capture_on_commit_callbacks
    ):
        told = {"force": county.force.pk, **PLAN}
        with django_capture_on_commit_callbacks(execute=True):
            page = analyst.post(reverse("figures:ask"), told, follow=True)
        assert "The cut was made." in analyst.get(page.request["PATH_INFO"]).text
        assert DataCut.objects.get().cases == 1

    def test_takes_the_only_force_without_asking(self, analyst):
        assert "Of which force" not in analyst.get(reverse("figures:ask")).text

    def test_says_what_is_wrong_with_the_day(self, county, analyst):
        told = {"force": county.force.pk, **PLAN, "as_of_year": "2027"}
        page = analyst.post(reverse("figures:ask"), told)
        assert "The as-of day must be today or in the past" in page.text
        assert not QueuedCut.objects.exists()

    def test_says_which_keys_are_missing(self, county, analyst, settings):
        settings.CASE_KEYS = []
        page = analyst.post(reverse("figures:ask"), {"force": county.force.pk, **PLAN})
        assert "make-case-keys" in page.text

    def test_takes_no_force_of_others(self, analyst):
        other = factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")
        page = analyst.post(reverse("figures:ask"), {"force": other.pk, **PLAN})
        assert page.status_code == 200
        assert not QueuedCut.objects.exists()


class TestACutThatIsBeingMade:
    def test_is_shown_with_its_step_and_listed(self, county, analyst):
        queued = asked(county.force)
        page = analyst.get(reverse("figures:queued", args=[queued.pk])).text
        assert "It begins as soon as a worker is free." in page
        assert "Being made now" in analyst.get(reverse("figures:cuts")).text

    def test_asks_the_page_to_look_again(self, county, analyst):
        address = reverse("figures:queued_progress", args=[asked(county.force).pk])
        assert analyst.get(address).status_code == 202

    def test_shows_how_far_it_is(self, county, analyst):
        queued = asked(county.force)
        folders.leave_sign(queued.name, "35 Reading cases, as they are now")
        page = analyst.get(reverse("figures:queued", args=[queued.pk])).text
        assert 'value="35"' in page
        assert "Reading cases" in page

    def test_is_cancelled(self, county, analyst):
        address = reverse("figures:cancel", args=[asked(county.force).pk])
        assert "None was made." in analyst.post(address, follow=True).text
        assert "has ended already" in analyst.post(address, follow=True).text

    def test_offers_the_checker_nothing_to_cancel(self, county, checker):
        page = checker.get(reverse("figures:queued", args=[asked(county.force).pk])).text
        assert "Cancel the cut" not in page

    def test_that_stands_still_for_an_hour_has_stopped(self, county, analyst, cuts):
        queued = operations.begin_cut(
            by=PRODUCT, at=AT, queued_id=asked(county.force).pk, step="Reading cases"
        )
        os.utime(cuts / f".{queued.name}-going-on", (AT.timestamp(), AT.timestamp()))
        address = reverse("figures:queued", args=[queued.pk])
        with time_machine.travel(AT + timedelta(hours=2), tick=False):
            assert "It stopped before it was finished." in analyst.get(address).text

    def test_may_wait_for_a_day(self, county):
        address = reverse("figures:queued", args=[asked(county.force).pk])
        for days, words in ((1, "as soon as a worker is free"), (2, "No worker took it up")):
            with time_machine.travel(AT + timedelta(days=days), tick=False):
                assert words in client(county.force).get(address).text


class TestACut:
    def test_is_listed_with_what_it_holds(self, county, analyst):
        cut = made(county.force)
        page = analyst.get(reverse("figures:cuts")).text
        assert f"Cut {cut.pk}: Wexmoor Police, as of 31 May 2026" in page
        assert "1 case with 0 events" in page

    def test_shows_its_digest_its_tables_and_where_it_is_from(self, county, analyst):
        cut = made(county.force)
        page = analyst.get(reverse("figures:cut", args=[cut.pk])).text
        assert cut.digest in page
        assert "A case with the first day of each milestone" in page
        assert "No extract was loaded" in page

    def test_shows_what_changed_since_the_one_before(self, county, analyst):
        first = made(county.force)
        factories_cases.victim(county)
        page = analyst.get(reverse("figures:cut", args=[made(county.force).pk])).text
        assert f"cut {first.pk}" in page
        assert "event_victim_identified" in page

    def test_says_where_nothing_changed(self, county, analyst):
        made(county.force)
        page = analyst.get(reverse("figures:cut", args=[made(county.force).pk])).text
        assert "Nothing changed." in page

    def test_past_its_last_day_says_so(self, county):
        made(county.force)
        with time_machine.travel("2029-04-01T09:00:00Z", tick=False):
            page = client(county.force).get(reverse("figures:cuts")).text
        assert "Past its last day" in page

    def test_is_replanned_with_a_reason_and_shows_both_plans(self, county, analyst):
        address = reverse("figures:replan", args=[made(county.force).pk])
        day = {"last_day_day": "30", "last_day_month": "6", "last_day_year": "2030"}
        page = analyst.post(address, {**day, "why": WHY}, follow=True).text
        assert "Needed until 30 June 2030" in page
        assert "31 March 2029" in page
        assert WHY in page

    @pytest.mark.parametrize(
        ("year", "says"), [("2029", "already"), ("2020", "in the future"), ("2040", "seven years")]
    )
    def test_is_not_replanned_for_a_day_that_cannot_be(self, county, analyst, year, says):
        address = reverse("figures:replan", args=[made(county.force).pk])
        day = {"last_day_day": "31", "last_day_month": "3", "last_day_year": year}
        assert says in analyst.post(address, {**day, "why": WHY}).text

    def test_that_is_to_be_erased_is_not_replanned(self, county, analyst):
        cut = made(county.force)
        to_be_erased(cut)
        assert analyst.get(reverse("figures:replan", args=[cut.pk])).status_code == 404

    def test_is_verified_and_the_record_says_so(self, county, checker):
        cut = made(county.force)
        page = checker.post(reverse("figures:verify", args=[cut.pk]), follow=True).text
        assert "is whole and unchanged" in page
        assert AuditEntry.objects.get(act="figures.note_verified").details["problems"] == 0

    def test_that_was_changed_is_told_without_where_it_lies(self, county, analyst, cuts):
        cut = made(county.force)
        spine = folders.place_of(cut.name) / "spine.parquet"
        spine.chmod(0o600)
        spine.write_bytes(b"something else")
        page = analyst.post(reverse("figures:verify", args=[cut.pk]), follow=True).text
        assert "spine.parquet has 14 bytes" in page
        assert str(cuts) not in page

    def test_whose_files_are_away_is_told(self, county, analyst):
        cut = made(county.force)
        folders.erase(cut.name)
        page = analyst.post(reverse("figures:verify", args=[cut.pk]), follow=True).text
        assert "not where they were kept" in page

    def test_in_quarantine_or_erased_is_not_verified(self, county, analyst):
        cut = made(county.force)
        erasure = set_aside(cut)
        address = reverse("figures:verify", args=[cut.pk])
        assert "nothing to verify" in analyst.post(address, follow=True).text
        operations.erase_cut(by=PRODUCT, at=AT + timedelta(days=31), erasure=erasure)
        page = analyst.post(address, follow=True).text
        assert "nothing to verify" in page
        assert "backup" not in page
        assert not AuditEntry.objects.filter(act="figures.note_verified").exists()

    def test_of_another_force_is_not_found(self, county):
        other = factories.organisation("Sallowfen Police", OrganisationKind.POLICE_FORCE, "")
        address = reverse("figures:cut", args=[made(county.force).pk])
        assert client(other).get(address).status_code == 404


class TestErasingACut:
    def test_shows_first_how_much_would_be_erased(self, county, analyst):
        page = analyst.get(reverse("figures:ask_erasure", args=[made(county.force).pk])).text
        assert "1 case with 0 events" in page
        assert "files of" in page

    def test_is_asked_for_with_a_reason(self, county, analyst):
        cut = made(county.force)
        address = reverse("figures:ask_erasure", args=[cut.pk])
        assert (
            "Somebody else has to confirm it."
            in analyst.post(address, {"why": WHY}, follow=True).text
        )
        assert analyst.get(address).status_code == 404

    def test_is_not_confirmed_by_who_asked(self, county, analyst):
        cut = made(county.force)
        to_be_erased(cut)
        assert (
            "Confirm that it is erased"
            not in analyst.get(reverse("figures:cut", args=[cut.pk])).text
        )
        address = reverse("figures:confirm_erasure", args=[cut.pk])
        assert analyst.post(address).status_code == 403

    def test_is_confirmed_by_somebody_else_and_lies_in_quarantine(self, county, analyst, checker):
        cut = made(county.force)
        to_be_erased(cut)
        address = reverse("figures:confirm_erasure", args=[cut.pk])
        assert "For 30 whole days" in checker.get(address).text
        assert "in quarantine" in checker.post(address, follow=True).text
        assert "Verify now" not in analyst.get(reverse("figures:cut", args=[cut.pk])).text
        assert checker.get(address).status_code == 404

    def test_is_called_off_with_a_reason(self, county, checker):
        cut = made(county.force)
        set_aside(cut)
        address = reverse("figures:call_off_erasure", args=[cut.pk])
        assert "The cut is kept." in checker.post(address, {"why": WHY}, follow=True).text
        assert Erasure.objects.get().called_off_why == WHY
        assert checker.get(address).status_code == 404

    def test_is_called_off_by_nobody_once_the_quarantine_is_over(self, county):
        cut = made(county.force)
        set_aside(cut)
        page = reverse("figures:cut", args=[cut.pk])
        address = reverse("figures:call_off_erasure", args=[cut.pk])
        for days, is_offered, status in ((30, True, 200), (31, False, 404)):
            with time_machine.travel(AT + timedelta(days=days), tick=False):
                checker = client(county.force, Role.FIGURE_CHECKER)
                assert ("Keep it after all" in checker.get(page).text) is is_offered
                assert checker.get(address).status_code == status

    def test_leaves_the_page_of_the_cut(self, county, analyst):
        cut = made(county.force)
        erasure = set_aside(cut)
        factories_cuts.operations.erase_cut(
            by=factories_cuts.viewer(county.force), at=AT + timedelta(days=31), erasure=erasure
        )
        page = analyst.get(reverse("figures:cut", args=[cut.pk])).text
        assert "Its files were erased on" in page
        assert cut.digest in page
