"""What programs read of what is public: nothing else, in pages, and only what has changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from answerable_site.publication.queries import STATES
from answerable_site.publication.rules import Happened

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client: Client):
    """What an address tells, with status 200."""

    def asked(address: str, **query):
        response = client.get(f"/api/v1/{address}", query)
        assert response.status_code == 200, response.content
        return response.json()

    return asked


class TestInspections:
    def test_are_those_that_were_released(self, press, ask):
        press.prepare("Closed draft")
        press.enter("Lost property")
        assert [one["title"] for one in ask("inspections")["items"]] == ["Lost property"]

    def test_come_in_pages_that_follow_one_another(self, press, ask, client):
        for month in range(1, 6):
            press.enter(f"Report {month}", on=date(2026, month, 1))
        found, address = [], "/api/v1/inspections?limit=2"
        while address:
            response = client.get(address)
            page = response.json()
            assert (response.get("Link") or "").startswith("<") == bool(page["next"])
            found += [one["title"] for one in page["items"]]
            address = page["next"]
        assert found == [f"Report {month}" for month in range(5, 0, -1)]

    def test_of_one_day_are_each_in_one_page(self, press, client):
        for number in range(5):
            press.enter(f"Report {number}")
        found, address = [], "/api/v1/inspections?limit=1"
        while address:
            page = client.get(address).json()
            found += [one["title"] for one in page["items"]]
            address = page["next"]
        assert sorted(found) == [f"Report {number}" for number in range(5)]

    def test_are_filtered_by_body_state_and_year(self, press, ask):
        press.enter("Lost property")
        body = press.office.body.slug
        assert len(ask("inspections", body=body, state="overdue", year=2026)["items"]) == 1
        assert ask("inspections", year=2025)["items"] == []
        assert ask("inspections", body="other")["items"] == []

    @pytest.mark.parametrize("state", STATES)
    def test_know_every_state_of_the_public_register(self, ask, state):
        assert ask("inspections", state=state)["items"] == []

    def test_tell_what_their_own_address_tells(self, press, ask):
        entry = press.enter()
        press.publish(entry)
        listed = ask("inspections")["items"][0]
        assert ask(f"inspections/{entry.body_slug}/{entry.slug}") == listed
        assert [one["version"] for one in listed["versions"]] == [1]

    def test_that_wait_are_not_found(self, press, client):
        entry = press.prepare()
        response = client.get(f"/api/v1/inspections/{entry.body_slug}/{entry.slug}")
        assert response.status_code == 404


class TestResponses:
    def test_are_told_with_their_words(self, press, ask):
        version = press.publish(press.enter())
        where = f"{version.inspection.body_slug}/{version.inspection.slug}/1"
        told = ask(f"responses/{where}")
        assert told["document"] == version.document
        assert told["content_hash"] == version.content_hash

    def test_tell_no_word_once_withdrawn(self, press, ask):
        version = press.withdraw(press.publish(press.enter()))
        where = f"{version.inspection.body_slug}/{version.inspection.slug}/1"
        told = ask(f"responses/{where}")
        assert told["document"] is None
        assert told["withdrawn_because"] == "A name stood in it."

    def test_are_listed_the_latest_first(self, press, ask):
        for title in ("First", "Second"):
            press.publish(press.enter(title))
        assert [one["title"] for one in ask("responses")["items"]] == ["Second", "First"]


class TestFollowUp:
    def test_is_told_as_it_was_released(self, press, ask):
        entry = press.enter()
        press.tell(entry)
        [listed] = ask("follow-up")["items"]
        told = ask(f"follow-up/{entry.body_slug}/{entry.slug}")
        assert told["told"][0]["text"] == "Label the bags."
        assert listed == {name: told[name] for name in listed}

    def test_is_not_found_before(self, press, client):
        entry = press.enter()
        address = f"/api/v1/follow-up/{entry.body_slug}/{entry.slug}"
        assert client.get(address).status_code == 404


class TestFigures:
    def test_are_told_with_files_and_editions(self, press, ask, client):
        press.figures()
        [listed] = ask("figures")["items"]
        told = ask(f"figures/{listed['body_slug']}/{listed['slug']}")
        assert [one["number"] for one in told["editions"]] == [1]
        files = {one["format"]: one["address"] for one in told["files"]}
        path = files["json"].removeprefix("http://localhost:8000")
        assert client.get(path).json() == told["data"]


class TestChanges:
    def test_are_told_in_the_order_in_which_they_happened(self, press, ask):
        entry = press.enter()
        press.withdraw(press.publish(entry))
        press.tell(entry)
        press.figures()
        told = ask("changes")["items"]
        assert [one["what"] for one in told] == [
            Happened.INSPECTION_ENTERED,
            Happened.RESPONSE_PUBLISHED,
            Happened.RESPONSE_WITHDRAWN,
            Happened.FOLLOW_UP_PUBLISHED,
            Happened.FIGURES_PUBLISHED,
        ]
        assert [one["number"] for one in told] == sorted(one["number"] for one in told)

    def test_are_told_once(self, press, client):
        press.enter("First")
        first = client.get("/api/v1/changes").json()
        press.enter("Second")
        second = client.get(first["next"]).json()
        assert len(first["items"]) == len(second["items"]) == 1
        third = client.get(second["next"]).json()
        assert (third["items"], third["next"]) == ([], second["next"])

    def test_come_in_parts(self, press, client):
        for number in range(3):
            press.enter(f"Report {number}")
        part = client.get("/api/v1/changes?limit=2").json()
        assert (len(part["items"]), part["more"]) == (2, True)
        rest = client.get(part["next"]).json()
        assert (len(rest["items"]), rest["more"]) == (1, False)

    def test_lead_to_what_changed(self, press, client):
        entry = press.enter()
        press.publish(entry)
        press.tell(entry)
        press.figures()
        for change in client.get("/api/v1/changes").json()["items"]:
            for name in ("address", "data_address"):
                path = change[name].removeprefix("http://localhost:8000")
                assert client.get(path).status_code == 200, change

    def test_say_nothing_of_what_waits(self, press, ask):
        press.prepare()
        assert ask("changes")["items"] == []


class TestOpenData:
    def test_stands_where_it_says(self, press, ask, client):
        press.enter()
        for file in ask("open-data"):
            path = file["address"].removeprefix("http://localhost:8000")
            assert client.get(path).status_code == 200

    def test_holds_every_inspection_as_its_address_tells_it(self, press, ask, client):
        entries = [press.enter(f"Report {number}") for number in range(3)]
        lines = client.get("/api/v1/open-data/inspections.jsonl").content.decode().splitlines()
        assert len(lines) == len(entries)
        from json import loads

        told = ask("inspections")["items"]
        assert sorted(map(loads, lines), key=str) == sorted(
            ({name: one[name] for name in loads(lines[0])} for one in told), key=str
        )


class TestConditionalRequests:
    def test_tell_whoever_holds_it_that_nothing_changed(self, press, client):
        entry = press.enter()
        address = f"/api/v1/inspections/{entry.body_slug}/{entry.slug}"
        tag = client.get(address)["ETag"]
        held = client.get(address, headers={"If-None-Match": tag})
        assert (held.status_code, held.content, held["ETag"]) == (304, b"", tag)
        press.publish(entry)
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200

    def test_go_by_the_moment_of_the_last_change_too(self, press, client):
        version = press.publish(press.enter())
        address = f"/api/v1/responses/{version.inspection.body_slug}/{version.inspection.slug}/1"
        since = client.get(address)["Last-Modified"]
        assert client.get(address, headers={"If-Modified-Since": since}).status_code == 304

    def test_are_asked_of_caches_each_time(self, press, client):
        assert client.get("/api/v1/inspections")["Cache-Control"] == "public, no-cache"

    def test_are_answered_alike_where_only_the_head_is_asked(self, press, client):
        press.enter()
        whole, head = client.get("/api/v1/inspections"), client.head("/api/v1/inspections")
        assert head.content == b""
        assert head["ETag"] == whole["ETag"]
        assert head["Content-Length"] == str(len(whole.content))
