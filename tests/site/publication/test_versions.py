"""What the public sees of versions that stand, were replaced, are incomplete or were withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from tests import factories_responses as cases
from tests.site.responses.test_operations_revising import (
    LAST_DAY,
    MUCH_LATER,
    begin,
    publish_again,
    write,
)

from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection
from answerable_site.publication.rules import FileFormat

AT = datetime(2026, 7, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def case(db):
    return cases.case()


@pytest.fixture
def revised(case):
    """Two versions; the later corrects the first."""
    cases.published(case)
    begin(case)
    write(case)
    return publish_again(case)


def page(more: str = "") -> str:
    entry = PublicInspection.objects.get()
    found = Client().get(f"{entry.path}{more}")
    return found.content.decode()


class TestFurtherVersion:
    def test_stands_on_the_page_with_its_reason_and_what_changed(self, revised):
        text = page()
        assert "This version corrects the one before. A date was wrong." in text
        assert "Changed: Comments of the Police and Crime Commissioner" in text
        assert "We welcome this report, and its date." in text

    def test_is_named_by_the_one_that_it_replaced_at_its_own_address(self, revised):
        text = page("versions/1/")
        assert "Version 2 took its place on 1 July 2026." in text
        assert "We welcome this report." in text

    def test_leaves_the_day_of_the_answer_what_it_was(self, revised):
        assert "Answered on 11 May 2026, day 41 of 56: in time." in page()

    def test_withdrawn_leaves_no_version_standing(self, revised, case):
        press.withdraw_response(
            by=case.viewer("publisher"), at=MUCH_LATER, response=revised, reason="It is wrong."
        )
        text = page()
        assert "The response to this inspection was withdrawn." in text
        assert "Download this response" not in text


class TestFiles:
    def test_are_offered_in_every_format_with_their_size(self, revised):
        text = page()
        for format_ in FileFormat:
            assert f"versions/2.{format_}" in text
            assert f"{format_.label}, " in text

    @pytest.mark.parametrize("format_", FileFormat)
    def test_come_as_they_were_made_and_are_what_their_hash_says(self, revised, format_):
        entry = PublicInspection.objects.get()
        found = Client().get(f"{entry.path}versions/2.{format_}")
        assert found["Content-Type"] == format_.media_type
        assert found["Content-Disposition"].startswith("attachment")
        assert found.content == bytes(revised.files.get(format=format_).content)

    @pytest.mark.parametrize("format_", FileFormat)
    def test_are_gone_once_their_version_was_withdrawn(self, revised, case, format_):
        press.withdraw_response(
            by=case.viewer("publisher"), at=MUCH_LATER, response=revised, reason="It is wrong."
        )
        entry = PublicInspection.objects.get()
        assert Client().get(f"{entry.path}versions/2.{format_}").status_code == 410


class TestIncompleteVersion:
    @pytest.fixture
    def partly(self, case):
        cases.said(cases.invited(cases.decided(case)))
        cases.prepare(case, LAST_DAY, incomplete_because="The force is still checking.")
        cases.sign(case, LAST_DAY)
        return cases.publish(case, LAST_DAY)

    def test_says_what_is_still_to_come_and_why(self, partly):
        text = page()
        assert "This response is incomplete. The force is still checking." in text
        assert "There is no explanation for recommendation 1." in text

    def test_shows_as_overdue_and_answered_in_part(self, partly):
        text = page()
        assert "Answered in part on 26 May 2026. Not wholly answered. Overdue by 37 days." in text

    def test_is_data_as_well(self, partly):
        entry = PublicInspection.objects.get()
        told = Client().get(f"{entry.path}facts.json").json()
        assert (told["answered_on"], told["answered_in_part_on"]) == (None, "2026-05-26")
        assert told["versions"][0]["is_complete"] is False
        assert told["timeliness"] == "overdue"

    def test_is_found_among_the_overdue_in_the_register(self, partly):
        text = Client().get("/public/", {"state": "overdue"}).content.decode()
        assert "Lost property in custody suites" in text
