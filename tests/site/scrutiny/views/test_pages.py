"""What the pages of a meeting show to whom."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories_cuts, factories_figures, factories_followup, factories_scrutiny
from tests.factories_scrutiny import ON, moment

from answerable_site.figures import operations as figure_operations
from answerable_site.scrutiny import operations
from answerable_site.scrutiny.models import Meeting, PackFile

pytestmark = pytest.mark.django_db
QUESTION = "Why is this late?"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(moment(ON), tick=False):
        yield


@pytest.fixture
def about():
    return factories_scrutiny.scrutinised()


@pytest.fixture
def page(about):
    """A page of the meeting as somebody sees it: `page("liaison", "pack/")`."""

    def read(role: str, below: str = "", status: int = 200) -> str:
        client = Client()
        client.force_login(
            getattr(about.followed, role, None) or getattr(about.followed.office, role)
        )
        answer = client.get(f"/meetings/{about.meeting.pk}/{below}")
        assert answer.status_code == status
        return answer.content.decode()

    return read


def ask(about):
    return operations.ask(
        by=about.viewer("officer"),
        at=moment(ON),
        meeting=about.meeting,
        words=QUESTION,
        asked_by="The Commissioner",
        put_to=about.followed.office.force,
        answer_due_on=date(2026, 11, 3),
    )


class TestTheMeeting:
    def test_is_not_there_for_the_force_before_the_freeze(self, page):
        page("liaison", status=404)

    def test_asks_the_force_for_an_answer_with_its_day(self, about, page):
        factories_scrutiny.frozen(about)
        question = ask(about)
        seen = page("liaison")
        assert f"/meetings/questions/{question.pk}/answer/" in seen
        assert "An answer in writing is due by 3 November 2026." in seen

    def test_asks_nobody_who_only_reads(self, about, page):
        factories_scrutiny.frozen(about)
        question = ask(about)
        assert f"/meetings/questions/{question.pk}/answer/" not in page("holder")

    def test_keeps_minutes_inside_the_body_until_they_are_agreed(self, about, page):
        factories_scrutiny.held(about)
        minutes = operations.write_minutes(
            by=about.viewer("officer"),
            at=moment(ON),
            meeting=about.meeting,
            words="A draft of minutes.",
            private_words="",
        )
        assert "A draft of minutes." in page("holder")
        assert "A draft of minutes." not in page("liaison")
        operations.agree_minutes(by=about.viewer("clerk"), at=moment(ON), minutes=minutes)
        assert "A draft of minutes." in page("liaison")

    def test_asks_the_database_as_often_for_many_questions_as_for_one(self, about, page):
        factories_scrutiny.frozen(about)
        counts = []
        for more in (1, 5):
            for _ in range(more):
                ask(about)
            page("officer")
            with CaptureQueriesContext(connection) as made:
                page("officer")
            counts.append(len(made))
        assert counts[0] == counts[1]


class TestThePack:
    def test_shows_the_original_date_beside_the_one_worked_to(self, about, page):
        factories_scrutiny.frozen(about)
        seen = page("liaison", "pack/")
        for said in ("Original date", "Date worked to now", "30 September 2026", "Late by 13 days"):
            assert said in seen

    def test_shows_whether_it_worked_and_what_was_withdrawn_since(
        self, about, page, settings, tmp_path
    ):
        settings.CUTS = tmp_path / "cuts"
        factories_followup.handed(about.followed)
        figures = factories_figures.released(
            factories_figures.protected(factories_figures.answered(about.followed.office.force))
        )
        factories_scrutiny.frozen(about)
        address = f"/figures/{figures.pk}/"
        for role in ("officer", "liaison"):
            seen = page(role, "pack/")
            for said in ("Whether it worked", "61%: 95 of 155", address):
                assert said in seen
            assert "withdrawn or corrected since" not in seen
        figure_operations.withdraw_figures(
            by=factories_cuts.viewer(figures.force),
            at=moment(ON),
            released=figures,
            why=factories_figures.WHY,
        )
        seen = page("liaison", "pack/")
        assert "withdrawn or corrected since" in seen
        assert "61%: 95 of 155" in seen

    @pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
    def test_gives_files_byte_for_byte(self, about, form):
        factories_scrutiny.frozen(about)
        client = Client()
        client.force_login(about.followed.liaison)
        answer = client.get(f"/meetings/{about.meeting.pk}/pack/file/{form}/")
        kept = PackFile.objects.get(format=form)
        assert hashlib.sha256(answer.content).hexdigest() == kept.sha256
        assert answer["Content-Disposition"].startswith("attachment")

    def test_gives_the_bytes_that_its_hash_is_of(self, about):
        pack = factories_scrutiny.frozen(about)
        client = Client()
        client.force_login(about.followed.liaison)
        answer = client.get(f"/meetings/{about.meeting.pk}/pack/file/json/")
        assert hashlib.sha256(answer.content).hexdigest() == pack.content_hash

    def test_has_no_other_format(self, about):
        factories_scrutiny.frozen(about)
        client = Client()
        client.force_login(about.followed.liaison)
        assert client.get(f"/meetings/{about.meeting.pk}/pack/file/exe/").status_code == 404


class TestTheNextOfASeries:
    def test_is_planned_with_what_the_series_says(self, about):
        series = operations.add_series(
            by=about.viewer("officer"),
            at=moment(ON),
            body=about.followed.office.body,
            plan=factories_scrutiny.plan(title="Quarterly"),
            every_weeks=12,
        )
        client = Client()
        client.force_login(about.followed.office.officer)
        page = client.get(f"/meetings/add/?series={series.pk}").content.decode()
        assert 'value="Quarterly"' in page
        for part, value in (("day", 12), ("month", 1), ("year", 2027)):
            assert f'name="on_{part}" type="text" value="{value}"' in page
        assert Meeting.objects.filter(series=series).count() == 1
