"""The pages of the lists, as people use them."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
import time_machine
from tests import factories_followup
from tests.factories_followup import AT, DUE

from answerable_site.followup import operations
from answerable_site.followup.models import SavedFilter
from answerable_site.followup.rules import Target, Whose

pytestmark = pytest.mark.django_db
HERE = "/follow-up/"
SINCE = "since_day=1&since_month=6&since_year=2026"
CHANGE = {
    "kind": "target",
    "target_on_day": 1,
    "target_on_month": 2,
    "target_on_year": 2027,
    "whose": "internal",
    "note": "The trainer fell ill",
}


@pytest.fixture
def followed(client):
    """A commitment whose date moved, seen by the officer a month after the original one."""
    found = factories_followup.followed_up()
    operations.set_target(
        by=found.viewer("officer"),
        at=AT,
        thing=found.commitment,
        target=Target(date(2026, 12, 1), Whose.INTERNAL, "=The trainer fell ill"),
    )
    found.commitment.refresh_from_db()
    with time_machine.travel("2026-10-31T10:00:00Z", tick=False):
        client.force_login(found.office.officer)
        yield found


def words(client, address: str) -> str:
    answer = client.get(f"{HERE}{address}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


@pytest.mark.parametrize(
    "address", ["", "exceptions/", "board/", "changes/?since_day=1&since_month=6&since_year=2026"]
)
class TestPages:
    def test_show_the_original_date_beside_the_one_now(self, client, followed, address):
        text = words(client, address)
        for said in ("Late by 31 days", "30 September 2026", "1 December 2026", "moved once"):
            assert said.lower() in text.lower()


class TestCommitments:
    def test_say_what_filters_leave(self, client, followed):
        assert "1 commitment" in words(client, "?timeliness=late&q=withdrawal")
        assert "No commitment fits" in words(client, "?timeliness=running")

    def test_ignore_a_filter_that_is_none(self, client, followed):
        assert "1 commitment" in words(client, "?timeliness=nonesuch&owner=x&inspection=x")

    def test_are_searched_within_the_filters_in_force(self, client, followed):
        page = client.get(f"{HERE}?timeliness=late").content.decode()
        assert '<input type="hidden" name="timeliness" value="late">' in page

    def test_are_kept_under_a_name_and_forgotten(self, client, followed):
        client.post(f"{HERE}views/save/?timeliness=late&page=3", {"name": "Late ones"})
        kept = SavedFilter.objects.get()
        assert kept.asked == {"timeliness": "late"}
        assert "Late ones" in words(client, "")
        client.post(f"{HERE}views/{kept.pk}/drop/")
        assert not SavedFilter.objects.exists()

    def test_are_one_s_own_views_alone(self, client, followed):
        client.post(f"{HERE}views/save/?q=x", {"name": "Mine"})
        client.force_login(followed.office.holder)
        assert client.post(f"{HERE}views/{SavedFilter.objects.get().pk}/drop/").status_code == 404


class TestMyWork:
    def test_is_empty_in_words(self, client, followed):
        assert "Nothing in follow-up waits for you" in words(client, "my-work/")

    def test_holds_what_somebody_owns(self, client, followed):
        factories_followup.owned(followed)
        client.force_login(followed.owner)
        assert "Commitments that you own" in words(client, "my-work/")


class TestFiles:
    def test_hold_every_date_and_state_and_no_formula(self, client, followed):
        followed.commitment.summary = "=1+1"
        followed.commitment.save()
        answer = client.get(f"{HERE}commitments.csv?timeliness=late")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(text))
        assert row["What was promised"] == "'=1+1"
        assert (row["Original date"], row["Date now"]) == (str(DUE), "2026-12-01")
        assert (row["Times moved"], row["Timeliness"]) == ("1", "Late by 31 days")
        states = (
            "The organisation’s own view",
            "The office’s assurance",
            "The inspectorate’s status",
        )
        assert {row[name] for name in states} == {"Nothing said yet"}

    @pytest.mark.parametrize("form", ["ods", "xlsx"])
    def test_are_workbooks_that_a_browser_saves(self, client, followed, form):
        answer = client.get(f"{HERE}commitments.{form}")
        assert answer.content.startswith(b"PK")
        assert answer["Content-Disposition"] == f'attachment; filename="commitments.{form}"'


class TestChangeManyActions:
    def test_shows_and_changes_owners_and_dates(self, client, followed):
        action = factories_followup.action(followed)
        assert "Change all of this list" in words(client, "actions/")
        chosen = client.get(f"{HERE}actions/change/", {"row": action.pk}).content.decode()
        assert "Another target date" in chosen
        assert "Plan a review" not in chosen
        page = client.post(f"{HERE}actions/change/", {"row": action.pk, **CHANGE}).content.decode()
        (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
        # What was shown of actions changes no commitment.
        client.post(f"{HERE}change/", {"shown": shown})
        answer = client.post(f"{HERE}actions/change/", {"shown": shown}, follow=True)
        assert "1 action was changed." in answer.content.decode()
        action.refresh_from_db()
        assert (action.original_on, action.target_on) == (DUE, date(2027, 2, 1))


class TestChangeMany:
    def send(self, client, followed, **changed):
        return client.post(f"{HERE}change/", {"row": followed.commitment.pk, **CHANGE, **changed})

    def test_shows_before_it_changes(self, client, followed):
        page = self.send(client, followed).content.decode()
        assert "1 December 2026" in page
        assert "1 February 2027" in page
        followed.commitment.refresh_from_db()
        assert followed.commitment.target_on == date(2026, 12, 1)

    def test_changes_what_was_shown(self, client, followed):
        page = self.send(client, followed).content.decode()
        (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
        answer = client.post(f"{HERE}change/", {"shown": shown}, follow=True)
        assert "1 commitment was changed." in answer.content.decode()
        followed.commitment.refresh_from_db()
        assert followed.commitment.target_on == date(2027, 2, 1)
        assert followed.commitment.original_on == DUE

    def test_shows_it_again_where_something_changed_meanwhile(self, client, followed):
        page = self.send(client, followed).content.decode()
        (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
        followed.commitment.target_on = date(2026, 12, 24)
        followed.commitment.save()
        answer = client.post(f"{HERE}change/", {"shown": shown})
        assert "Something changed since" in answer.content.decode()
        followed.commitment.refresh_from_db()
        assert followed.commitment.target_on == date(2026, 12, 24)

    def test_takes_no_preview_of_somebody_else_and_none_that_was_made_up(self, client, followed):
        page = self.send(client, followed).content.decode()
        (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
        client.force_login(followed.office.holder)
        for one in (shown, "made-up"):
            client.post(f"{HERE}change/", {"shown": one})
        followed.commitment.refresh_from_db()
        assert followed.commitment.target_on == date(2026, 12, 1)

    def test_wants_a_note_and_something_chosen(self, client, followed):
        assert "Say why" in self.send(client, followed, note="").content.decode()
        assert "Choose the commitments" in words(client, "change/")
        assert "Change 1 commitment" in words(client, "change/?all=1&timeliness=late")
