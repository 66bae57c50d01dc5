from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from tests import factories

from answerable_site.publication import operations, rules
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.publication.presenters.feed import MOST_IN_FEED

AT = datetime(2026, 5, 18, 9, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://localhost:8000"
BODY = "office-for-policing-in-wexmoor"
PAGE = f"/public/{BODY}/lost-property-in-custody-suites/"
HOSTILE = "A <script>alert(1)</script> & “B” ]]> \x0b\x1f\ufffe"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 6, 1, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def release(office, facts):
    """Put an entry before the public."""

    def do(at: datetime = AT, **chosen: object) -> PublicInspection:
        entry = operations.prepare_entry(
            by=factories.viewer(office.officer), at=at, facts=facts(**chosen)
        )
        return operations.release_entry(by=factories.viewer(office.publisher), at=at, entry=entry)

    return do


@pytest.fixture
def publish(office, document, signed):
    """Publish a response to an entry."""

    def do(entry: PublicInspection, at: datetime = AT) -> PublicResponse:
        return operations.publish_response(
            by=factories.viewer(office.publisher),
            at=at,
            entry=entry,
            document=document,
            signed=signed,
            version=rules.VersionFacts(kind=rules.VersionKind.FIRST),
        )

    return do


def feed(address: str = "/public/feed.atom") -> ElementTree.Element:
    found = Client().get(address)
    assert found.status_code == 200
    assert found["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(found.content)


def told(**asked: str) -> list[tuple[str, str]]:
    """Title and summary of each entry, as a feed reader shows them."""
    return [
        (entry.findtext(f"{ATOM}title"), unescape(entry.findtext(f"{ATOM}summary")))
        for entry in feed(**asked).iter(f"{ATOM}entry")
    ]


def of(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}")


class TestFeed:
    def test_tells_of_an_entry_and_of_its_answer_newest_first(self, release, publish):
        publish(release(), AT + timedelta(hours=1))
        assert told() == [
            (
                "Response published: Lost property in custody suites",
                "Version 1. Answered on 18 May 2026, day 48 of 56: in time.",
            ),
            (
                "Inspection entered: Lost property in custody suites",
                "Report published on 1 April 2026. Last lawful day: 26 May 2026.",
            ),
        ]

    def test_says_by_how_much_an_answer_was_late(self, release, publish):
        publish(release(), datetime(2026, 5, 29, 9, tzinfo=UTC))
        assert told()[0][1].endswith("day 59 of 56: late by 3 days.")

    def test_says_why_no_clock_runs(self, release):
        release(last_lawful_day=None, period_days=None, why_no_clock="No statutory clock: none.")
        assert told()[0][1] == "Report published on 1 April 2026. No statutory clock: none."

    def test_hides_what_nobody_released(self, office, facts):
        operations.prepare_entry(by=factories.viewer(office.officer), at=AT, facts=facts())
        assert told() == []

    def test_tells_of_a_withdrawal_under_the_same_identifier(self, office, release, publish):
        published = publish(release())
        before = next(feed().iter(f"{ATOM}entry"))
        operations.withdraw_response(
            by=factories.viewer(office.publisher),
            at=AT + timedelta(days=2),
            response=published,
            reason="A slip.",
        )
        after = next(feed().iter(f"{ATOM}entry"))
        assert of(after, "title") == "Response withdrawn: Lost property in custody suites"
        assert of(after, "summary") == "Version 1 was withdrawn on 20 May 2026. A slip."
        assert of(after, "id") == of(before, "id")
        assert of(after, "updated") > of(before, "updated") == of(after, "published")

    @pytest.mark.parametrize(
        ("kind", "says"),
        [("corrected", "Response corrected: "), ("supplemented", "Response supplemented: ")],
    )
    def test_tells_of_a_further_version_and_why(self, release, publish, kind, says):
        published = publish(release())
        PublicResponse.objects.filter(pk=published.pk).update(
            kind=kind, because="A date was wrong."
        )
        title, summary = told()[0]
        assert title.startswith(says)
        assert "A date was wrong." in summary

    def test_says_that_a_version_is_not_complete(self, release, publish):
        published = publish(release())
        PublicResponse.objects.filter(pk=published.pk).update(
            is_complete=False, incomplete_because="It came late."
        )
        assert told()[0][1].endswith("It is not complete yet.")

    def test_moves_an_entry_up_when_its_facts_were_corrected(self, office, release, facts):
        entry = release()
        at = AT + timedelta(days=3)
        correction = operations.prepare_correction(
            by=factories.viewer(office.officer),
            at=at,
            entry=entry,
            facts=facts(published_on=date(2026, 4, 2), last_lawful_day=date(2026, 5, 27)).public,
            reason="The page bore the day of a site move.",
        )
        assert of(next(feed().iter(f"{ATOM}entry")), "updated").startswith("2026-05-18")
        operations.release_correction(
            by=factories.viewer(office.publisher), at=at, correction=correction
        )
        assert of(next(feed().iter(f"{ATOM}entry")), "updated").startswith("2026-05-21")
        assert told()[0][1].endswith("Last lawful day: 27 May 2026.")

    def test_has_permanent_addresses_as_identifiers_and_links(self, release, publish):
        publish(release())
        for entry in feed().iter(f"{ATOM}entry"):
            address = of(entry, "id")
            assert entry.find(f"{ATOM}link").get("href") == address
            assert Client().get(address.removeprefix(SITE)).status_code == 200

    def test_has_what_the_standard_asks_of_a_feed(self, release):
        release()
        root = feed()
        assert of(root, "id") == f"{SITE}/public/"
        assert of(root, "title") == "Public register"
        assert of(root, "updated") == "2026-05-18T09:00:00+00:00"
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        assert links == {"alternate": f"{SITE}/public/", "self": f"{SITE}/public/feed.atom"}
        entry = next(root.iter(f"{ATOM}entry"))
        assert entry.find(f"{ATOM}author/{ATOM}name").text == "Office for Policing in Wexmoor"

    def test_is_whole_while_it_is_empty(self, db):
        assert of(feed(), "updated") == "1970-01-01T00:00:00+00:00"

    def test_holds_the_hundred_latest(self, release):
        for number in range(MOST_IN_FEED + 1):
            release(AT + timedelta(minutes=number), title=f"Report {number}")
        titles = [title for title, _ in told()]
        assert len(titles) == MOST_IN_FEED
        assert "Inspection entered: Report 0" not in titles

    def test_has_no_query_for_each_entry(self, release, publish):
        publish(release())
        with CaptureQueriesContext(connection) as one:
            feed()
        for number in range(5):
            publish(release(title=f"Report {number}"))
        with CaptureQueriesContext(connection) as six:
            feed()
        assert len(six) == len(one)


class TestTitlesOfAnyKind:
    def test_leave_the_feed_well_formed_and_harmless(self, release):
        release(title=HOSTILE)
        entry = next(feed().iter(f"{ATOM}entry"))
        assert "A <script>alert(1)</script> & “B” ]]>" in of(entry, "title")
        assert entry.find(f"{ATOM}title").get("type") in {None, "text"}

    def test_do_not_become_markup_in_a_summary(self, office, release, publish):
        operations.withdraw_response(
            by=factories.viewer(office.publisher),
            at=AT,
            response=publish(release()),
            reason="<img src=x onerror=alert(1)>",
        )
        summary = next(feed().iter(f"{ATOM}entry")).find(f"{ATOM}summary")
        assert summary.get("type") == "html"
        assert "&lt;img" in summary.text

    @given(st.text())
    def test_can_always_be_parsed(self, title):
        text = rules.xml_text(title).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert ElementTree.fromstring(f"<a>{text}</a>") is not None

    def test_are_kept_where_xml_holds_them(self):
        assert rules.xml_text("ŵ “a”\t\n🙂") == "ŵ “a”\t\n🙂"


class TestBodyFeed:
    def test_holds_what_is_the_bodys(self, release):
        release()
        root = feed(f"/public/{BODY}/feed.atom")
        assert of(root, "title") == "Public register: Office for Policing in Wexmoor"
        assert of(root, "id") == f"{SITE}/public/?body={BODY}"
        assert len(list(root.iter(f"{ATOM}entry"))) == 1

    def test_leaves_out_others(self, office, release):
        PublicInspection.objects.filter(pk=release(title="Theirs").pk).update(body_slug="thornley")
        release()
        assert [title for title, _ in told(address=f"/public/{BODY}/feed.atom")] == [
            "Inspection entered: Lost property in custody suites"
        ]

    def test_is_not_found_where_nothing_is_public(self, office):
        assert Client().get(f"/public/{BODY}/feed.atom").status_code == 404


class TestFeedReaders:
    def test_are_told_that_nothing_changed(self, release):
        release()
        first = Client().get("/public/feed.atom")
        again = Client().get("/public/feed.atom", headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        release(title="Another")
        changed = Client().get("/public/feed.atom", headers={"If-None-Match": first["ETag"]})
        assert changed.status_code == 200

    @pytest.mark.parametrize(
        ("page", "leads_to"),
        [
            ("/public/", "/public/feed.atom"),
            (f"/public/?body={BODY}", f"/public/{BODY}/feed.atom"),
            (PAGE, f"/public/{BODY}/feed.atom"),
            (f"{PAGE}versions/1/", f"/public/{BODY}/feed.atom"),
        ],
    )
    def test_find_the_feed_from_the_pages(self, release, publish, page, leads_to):
        publish(release())
        shown = Client().get(page).content.decode()
        (link,) = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]*>', shown)
        assert f'href="{leads_to}"' in link
