"""Public meetings: two people, one address, the same for every reader, withdrawn with a reason."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories

from answerable.writing.blocks import Paragraph, WrittenDocument, plain
from answerable_site.config.database_roles import press_tables
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role
from answerable_site.publication import operations
from answerable_site.publication.models import PublicEdition
from answerable_site.publication.rules import MeetingFacts

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 22, 9, tzinfo=UTC)
PAGE = "/public/office-for-policing-in-wexmoor/meetings/2026-10-20-autumn-conference/"
LIST = "/public/office-for-policing-in-wexmoor/meetings/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def prepare(office):
    """Prepare an edition with these words."""

    def do(words: str = "The force will report.", meeting=None) -> PublicEdition:
        return operations.prepare_edition(
            by=factories.viewer(office.officer),
            at=AT,
            facts=MeetingFacts(
                body_id=office.body.pk,
                body_name=office.body.name,
                body_slug=office.body.slug,
                title="Autumn conference",
                kind="Public accountability conference",
                on=date(2026, 10, 20),
            ),
            document=WrittenDocument(
                title="Autumn conference",
                language="en-GB",
                author_body=office.body.name,
                date=AT.date(),
                blocks=(Paragraph(plain(words)),),
            ),
            meeting=meeting,
        )

    return do


@pytest.fixture
def release(office, prepare):
    """Prepare and release an edition with these words."""

    def do(words: str = "The force will report.", meeting=None) -> PublicEdition:
        return operations.release_edition(
            by=factories.viewer(office.publisher), at=AT, edition=prepare(words, meeting)
        )

    return do


def withdraw(office, edition, reason="A person was named"):
    operations.withdraw_edition(
        by=factories.viewer(office.publisher), at=AT, edition=edition, reason=reason
    )


class TestAnEdition:
    def test_is_public_to_nobody_before_its_release(self, prepare):
        prepare()
        for address in (PAGE, LIST, f"{PAGE}1.pdf", f"{PAGE}1.json"):
            assert Client().get(address).status_code == 404

    def test_is_released_by_a_publisher_who_did_not_prepare_it(self, office, prepare):
        both = factories.person(
            "Wexmoor Both",
            (office.body, Role.RESPONSE_OFFICER),
            (office.body, Role.PUBLISHER),
        )
        edition = prepare()
        PublicEdition.objects.update(prepared_by=both)
        with pytest.raises(Refused):
            operations.release_edition(by=factories.viewer(both), at=AT, edition=edition)

    def test_needs_two_people_even_past_the_product(self, office, prepare):
        edition = prepare()
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicEdition.objects.update(released_at=AT, released_by=edition.prepared_by)

    def test_is_not_released_once_a_later_one_is_prepared(self, office, prepare):
        first = prepare()
        prepare(meeting=first.meeting)
        with pytest.raises(operations.EditionOutdated):
            operations.release_edition(by=factories.viewer(office.publisher), at=AT, edition=first)

    def test_takes_the_place_of_the_one_before(self, release):
        first = release("The force will report.")
        release("The force has reported.", first.meeting)
        page = Client().get(PAGE).content.decode()
        assert "The force has reported." in page
        assert "The force will report." not in page
        assert "Earlier editions" in page

    def test_is_withdrawn_with_a_reason(self, office, release):
        edition = release()
        with pytest.raises(operations.ReasonMissing):
            withdraw(office, edition, " ")
        withdraw(office, edition)
        page = Client().get(PAGE).content.decode()
        assert "A person was named" in page
        assert "The force will report." not in page
        assert [Client().get(f"{PAGE}1.{what}").status_code for what in ("pdf", "json")] == [
            410,
            410,
        ]


class TestThePage:
    def test_is_the_same_for_every_reader(self, office, release):
        release()
        seen = set()
        for somebody in (None, office.publisher, office.chief):
            client = Client()
            if somebody:
                client.force_login(somebody)
            seen.add(client.get(PAGE).content.decode().partition("<main")[2].partition("</main")[0])
        assert len(seen) == 1

    def test_gives_the_document_whose_hash_it_shows(self, release):
        release()
        answer = Client().get(f"{PAGE}1.json")
        assert hashlib.sha256(answer.content).hexdigest() in Client().get(PAGE).content.decode()

    def test_offers_every_format(self, release):
        release()
        answers = [Client().get(f"{PAGE}1.{what}") for what in ("pdf", "docx", "odt")]
        assert [one.status_code for one in answers] == [200] * 3

    def test_stands_on_the_list_of_its_body(self, release):
        release()
        assert PAGE in Client().get(LIST).content.decode()


class TestWhatIsRead:
    @pytest.mark.parametrize(
        "address", [PAGE, LIST, f"{PAGE}1.pdf", f"{PAGE}1.json", "/public/feed.atom"]
    )
    def test_is_what_the_press_may_read(self, release, address):
        release()
        with CaptureQueriesContext(connection) as made:
            assert Client().get(address).status_code == 200
        words = " ".join(query["sql"] for query in made)
        read = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', words))
        assert read
        assert {table for table in read if table not in press_tables()} == set()


class TestTheFeed:
    @pytest.mark.parametrize(
        "address",
        ["/public/feed.atom", "/public/office-for-policing-in-wexmoor/feed.atom"],
    )
    def test_tells_of_a_meeting_and_of_its_withdrawal(self, office, release, address):
        edition = release()
        assert "Meeting published: Autumn conference" in Client().get(address).content.decode()
        withdraw(office, edition)
        assert "Meeting withdrawn: Autumn conference" in Client().get(address).content.decode()


class TestAnInspectionCalledMeetings:
    def test_gets_another_address(self, office, facts):
        entry = operations.prepare_entry(
            by=factories.viewer(office.officer), at=AT, facts=facts(title="Meetings")
        )
        assert entry.slug == "meetings-2"
