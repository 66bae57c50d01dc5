from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import factories

from answerable_site.publication import operations
from answerable_site.publication.models import PublicInspection
from answerable_site.publication.rules import Change, VersionFacts, VersionKind

FIRST = VersionFacts(VersionKind.FIRST)

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
PAGE = "/public/office-for-policing-in-wexmoor/lost-property-in-custody-suites/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 6, 1, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def release(office, facts):
    """Put an entry before the public."""

    def do(**chosen: object) -> PublicInspection:
        entry = operations.prepare_entry(
            by=factories.viewer(office.officer), at=AT, facts=facts(**chosen)
        )
        return operations.release_entry(by=factories.viewer(office.publisher), at=AT, entry=entry)

    return do


@pytest.fixture
def publish(office, document, signed):
    """Publish a response to an entry or to facts."""

    def do(what, at: datetime = AT, told: VersionFacts = FIRST):
        return operations.publish_response(
            by=factories.viewer(office.publisher),
            at=at,
            entry=what,
            document=document,
            signed=signed,
            version=told,
        )

    return do


def read(address: str, **query: str) -> str:
    return Client().get(address, query).content.decode()


class TestRegister:
    def test_hides_what_nobody_released(self, office, facts):
        operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
        assert "Lost property" not in read("/public/")
        assert Client().get(PAGE).status_code == 404

    def test_hides_every_word_of_a_version_that_was_withdrawn(self, office, release, publish):
        told = VersionFacts(
            VersionKind.CORRECTED,
            because="Marker in the reason.",
            changes=(Change("Marker in a heading", "Changed"),),
            missing=("Marker in what is missing.",),
            incomplete_because="Marker in why it is incomplete.",
        )
        entry = release()
        publish(entry)
        corrected = publish(entry, told=told)
        addresses = (
            "/public/",
            "/public/register.csv",
            "/public/feed.atom",
            PAGE,
            f"{PAGE}facts.json",
            f"{PAGE}versions/2/",
            f"{PAGE}versions/1/",
        )
        assert any("Marker" in read(address) for address in addresses)
        operations.withdraw_response(
            by=factories.viewer(office.publisher), at=AT, response=corrected, reason="A slip."
        )
        assert [address for address in addresses if "Marker" in read(address)] == []

    def test_shows_lateness_by_itself(self, release):
        release()
        assert "Overdue by 6 days." in read("/public/")

    def test_shows_on_which_day_an_answer_came(self, release, publish):
        publish(release())
        assert "Answered on 18 May 2026, day 48 of 56: in time." in read("/public/")

    def test_shows_by_how_much_an_answer_was_late(self, release, publish):
        publish(release(), datetime(2026, 5, 29, 9, tzinfo=UTC))
        assert "day 59 of 56: late by 3 days." in read("/public/")

    def test_says_that_no_clock_runs(self, release):
        release(last_lawful_day=None, period_days=None, why_no_clock="No statutory clock: none.")
        assert "No statutory clock runs for this report." in read("/public/")

    @pytest.mark.parametrize(
        ("state", "title"),
        [
            ("in_time", "Answered early"),
            ("late", "Answered late"),
            ("overdue", "Forgotten"),
            ("running", "Still open"),
            ("no_clock", "Free of time"),
        ],
    )
    def test_filters_by_how_the_answer_stands(self, release, publish, state, title):
        publish(release(title="Answered early"))
        publish(release(title="Answered late"), datetime(2026, 5, 29, 9, tzinfo=UTC))
        release(title="Forgotten")
        release(title="Still open", last_lawful_day=date(2026, 6, 1))
        release(
            title="Free of time", last_lawful_day=None, period_days=None, why_no_clock="No clock."
        )
        shown = read("/public/", state=state)
        assert "1 inspection<" in shown
        assert f">{title}</a>" in shown

    def test_filters_by_body_and_year(self, release):
        release(title="Of this year")
        release(title="Of another", published_on=date(2025, 4, 1))
        assert "1 inspection<" in read("/public/", year="2025")
        assert "2 inspections<" in read("/public/", body="office-for-policing-in-wexmoor")

    def test_ignores_a_filter_that_it_does_not_know(self, release):
        release()
        assert "1 inspection<" in read("/public/", year="x", state="y", body="z")

    def test_has_no_query_for_each_row(self, release):
        release()
        with CaptureQueriesContext(connection) as one:
            read("/public/")
        for number in range(10):
            release(title=f"Report {number}")
        with CaptureQueriesContext(connection) as many:
            read("/public/")
        assert len(many) == len(one)

    def test_is_the_same_for_everybody_but_for_the_navigation(self, office, release, publish):
        publish(release())
        signed_in = Client()
        signed_in.force_login(office.publisher)
        for address in ("/public/", PAGE, f"{PAGE}versions/1/"):
            theirs = signed_in.get(address).content.decode()
            assert _main(theirs) == _main(read(address))


class TestRegisterCsv:
    def test_has_a_header_and_a_row_for_each_entry(self, release, publish):
        publish(release())
        found = Client().get(reverse("publication:register_csv"))
        (row,) = csv.DictReader(io.StringIO(found.content.decode()))
        assert row["timeliness"] == "in_time"
        assert (row["days_taken"], row["period_days"]) == ("48", "56")
        assert row["address"].endswith(PAGE)

    def test_holds_no_formula(self, release):
        release(title="=HYPERLINK(1)")
        assert "'=HYPERLINK(1)" in read(reverse("publication:register_csv"))


class TestBody:
    def test_leads_to_the_inspections_of_the_body(self, release):
        release()
        found = Client().get("/public/office-for-policing-in-wexmoor/")
        shown = found.content.decode()
        assert '<h1 class="govuk-heading-l">Office for Policing in Wexmoor</h1>' in shown
        assert "?body=office-for-policing-in-wexmoor" in shown
        assert "Its inspection in the public register (1)" in shown

    def test_is_not_found_where_nothing_is_public(self, office):
        assert Client().get("/public/office-for-policing-in-wexmoor/").status_code == 404


class TestInspection:
    def test_shows_the_response_and_its_hash(self, release, publish):
        published = publish(release())
        shown = read(PAGE)
        assert "We welcome &lt;this&gt; report." in shown
        assert published.content_hash in shown

    def test_offers_the_bytes_of_which_the_hash_is_the_hash(self, release, publish):
        published = publish(release())
        found = Client().get(f"{PAGE}versions/1.json")
        assert hashlib.sha256(found.content).hexdigest() == published.content_hash

    def test_offers_the_pdf_as_a_file(self, release, publish):
        publish(release())
        found = Client().get(f"{PAGE}versions/1.pdf")
        assert found.content.startswith(b"%PDF-")
        assert found["Content-Disposition"].startswith("attachment")

    def test_offers_its_facts_as_data(self, release, publish):
        publish(release())
        told = json.loads(read(f"{PAGE}facts.json"))
        assert (told["answered_on"], told["days_taken"]) == ("2026-05-18", 48)

    def test_says_so_once_a_response_was_withdrawn(self, office, release, publish):
        published = publish(release())
        operations.withdraw_response(
            by=factories.viewer(office.publisher), at=AT, response=published, reason="A slip."
        )
        for address in (PAGE, f"{PAGE}versions/1/"):
            shown = read(address)
            assert "Withdrawn on 18 May 2026. A slip." in shown
            assert "We welcome" not in shown
        for kind in ("pdf", "json"):
            found = Client().get(f"{PAGE}versions/1.{kind}")
            assert (found.status_code, b"We welcome" in found.content) == (410, False)


class TestRelease:
    @pytest.fixture
    def entry(self, office, facts):
        return operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())

    def test_waits_on_the_publishers_list(self, client, office, entry):
        client.force_login(office.publisher)
        assert entry.title in client.get(reverse("publication:waiting")).content.decode()

    def test_makes_the_entry_public(self, client, office, entry):
        client.force_login(office.publisher)
        client.post(reverse("publication:release", args=[entry.pk]))
        assert entry.title in read("/public/")

    def test_is_not_found_by_a_publisher_of_another_body(self, client, entry):
        client.force_login(factories.office("Thornley").publisher)
        assert client.post(reverse("publication:release", args=[entry.pk])).status_code == 404

    def test_is_refused_to_others(self, client, office, entry):
        client.force_login(office.officer)
        assert client.post(reverse("publication:release", args=[entry.pk])).status_code == 403


class TestReleaseCorrection:
    @pytest.fixture
    def correction(self, office, release, facts):
        return operations.prepare_correction(
            by=factories.viewer(office.officer),
            at=AT,
            entry=release(),
            facts=facts(published_on=date(2026, 4, 2), last_lawful_day=date(2026, 5, 27)).public,
            reason="The page bore the day of a site move.",
        )

    def test_shows_the_public_what_was_said_before_and_why(self, client, office, correction):
        client.force_login(office.publisher)
        address = reverse("publication:release_correction", args=[correction.pk])
        assert address in client.get(reverse("publication:waiting")).content.decode()
        client.post(address)
        shown = read(PAGE)
        assert "Report published: 2 April 2026; before: 1 April 2026." in shown
        assert "Reason: The page bore the day of a site move." in shown

    def test_shows_the_public_nothing_while_it_waits(self, correction):
        assert "site move" not in read(PAGE)

    def test_is_not_found_by_a_publisher_of_another_body(self, client, correction):
        client.force_login(factories.office("Thornley").publisher)
        address = reverse("publication:release_correction", args=[correction.pk])
        assert client.get(address).status_code == 404


class TestWithdraw:
    def test_asks_why(self, client, office, release, publish):
        address = reverse("publication:withdraw", args=[publish(release()).pk])
        client.force_login(office.publisher)
        assert "Enter why it is withdrawn" in client.post(address, {"reason": ""}).content.decode()

    def test_shows_the_public_page_that_says_so(self, client, office, release, publish):
        address = reverse("publication:withdraw", args=[publish(release()).pk])
        client.force_login(office.publisher)
        found = client.post(address, {"reason": "A slip."}, follow=True)
        assert "Withdrawn on 1 June 2026. A slip." in found.content.decode()


def _main(page: str) -> str:
    return page[page.index('id="main-content"') : page.index("</main>")]
