"""Links in the browser: looked for, accepted, confirmed by another person, ended."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories_links
from tests.factories_links import SLIP, WHY, linking
from tests.factories_loads import AT

from answerable_site.audit.models import AuditEntry
from answerable_site.casework.models import CaseEvent
from answerable_site.intake import operations, presenters
from answerable_site.intake.models import Link
from answerable_site.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def slip(today, db) -> factories_links.Linking:
    return linking()


def signed_in(slip: factories_links.Linking, role: Role) -> Client:
    client = Client()
    client.force_login(slip.county.people[role])
    return client


@pytest.fixture
def manager(slip) -> Client:
    return signed_in(slip, Role.CPS_MANAGER)


@pytest.fixture
def supervisor(slip) -> Client:
    return signed_in(slip, Role.SUPERVISOR)


class TestALoad:
    def test_offers_to_look_for_cases(self, slip, manager):
        page = manager.get(reverse("intake:load", args=[slip.batch.pk])).text
        assert "Look for cases that they may mean" in page

    def test_offers_it_only_where_rows_wait_for_their_case(self, slip, supervisor):
        page = supervisor.get(reverse("intake:load", args=[slip.case_batch().pk])).text
        assert "Look for cases" not in page

    def test_says_what_came_of_looking(self, slip, manager):
        page = manager.post(reverse("intake:find_links", args=[slip.batch.pk]), follow=True).text
        assert "1 reference looked for: 1 new link proposed." in page
        assert "Two characters that stand side by side are swapped." in page

    def test_says_that_its_case_is_held_by_now(self):
        found = operations.Proposals(looked_for=3, held=2, proposed=0)
        assert "2 of them are held by now" in presenters.words_of_proposals(found)


class TestALink:
    def test_is_listed_for_the_force_once_it_is_accepted(self, slip, manager, supervisor):
        slip.proposed()
        assert "Link " in manager.get(reverse("intake:links")).context["links"][0].title
        assert supervisor.get(reverse("intake:links")).context["links"] == []
        operations.accept_link(by=slip.manager, at=AT, link=Link.objects.get(), why=WHY)
        assert len(supervisor.get(reverse("intake:links")).context["links"]) == 1

    def test_is_listed_without_any_reference(self, slip, manager):
        slip.proposed()
        page = manager.get(reverse("intake:links")).text
        assert "X/0" not in page

    def test_shows_whoever_wrote_it_no_case(self, slip, manager):
        page = manager.get(reverse("intake:link", args=[slip.proposed().pk])).text
        assert "X/010" in page
        assert "X/001" not in page
        assert reverse("casework:case", args=[slip.case.pk]) not in page

    def test_shows_the_force_both_references(self, slip, supervisor):
        page = supervisor.get(reverse("intake:link", args=[slip.accepted().pk])).text
        assert "X/010" in page
        assert "X/001" in page
        assert WHY in page

    def test_is_read_with_an_entry(self, slip, manager):
        manager.get(reverse("intake:link", args=[slip.proposed().pk]))
        assert AuditEntry.objects.filter(act="intake.open_link", kind="consultation").count() == 1

    def test_is_accepted_and_confirmed_by_two_people(self, slip, manager, supervisor):
        link = slip.proposed()
        done = manager.post(
            reverse("intake:accept_link", args=[link.pk]), {"why": WHY}, follow=True
        )
        assert "Another person has to confirm it." in done.text
        confirmed = supervisor.post(
            reverse("intake:confirm_link", args=[link.pk]), {"why": WHY}, follow=True
        )
        assert "The link stands." in confirmed.text

    def test_is_confirmed_by_nobody_of_the_other_side(self, slip, manager):
        link = slip.accepted()
        address = reverse("intake:confirm_link", args=[link.pk])
        assert manager.post(address, {"why": WHY}).status_code == 403

    def test_asks_again_where_the_reason_says_too_little(self, slip, manager):
        link = slip.proposed()
        page = manager.post(reverse("intake:accept_link", args=[link.pk]), {"why": "Yes"})
        assert "Say in a sentence why" in page.text
        assert Link.objects.get().state == "proposed"

    def test_asks_again_where_the_reason_tells_a_reference(self, slip, manager):
        address = reverse("intake:accept_link", args=[slip.proposed().pk])
        page = manager.post(address, {"why": "The cover of X/010 is torn."})
        assert "Leave every reference out of the reason" in page.text

    def test_says_who_reads_the_reason(self, slip, manager):
        page = manager.get(reverse("intake:accept_link", args=[slip.proposed().pk]))
        assert "whoever decides on this link reads it, on both sides" in page.text

    def test_is_refused(self, slip, supervisor):
        link = slip.accepted()
        page = supervisor.post(
            reverse("intake:refuse_link", args=[link.pk]), {"why": WHY}, follow=True
        )
        assert "The link was refused." in page.text
        assert "Refused" in supervisor.get(reverse("intake:links") + "?show=decided").text

    def test_that_was_decided_on_is_not_decided_again(self, slip, manager):
        link = slip.confirmed()
        for route in ("accept_link", "confirm_link", "refuse_link"):
            assert manager.get(reverse(f"intake:{route}", args=[link.pk])).status_code == 404

    def test_whose_rows_wait_no_more_says_so(self, slip, supervisor):
        link = slip.accepted()
        row = slip.batch.rows.get().row
        operations.give_up_rows(by=slip.manager, at=AT, batch=slip.batch, rows=[row], why=WHY)
        page = supervisor.post(reverse("intake:confirm_link", args=[link.pk]), {"why": WHY})
        assert "No row waits for this link any more." in page.text


class TestALinkThatStands:
    def test_lets_its_rows_be_offered_again(self, slip, manager):
        link = slip.confirmed()
        page = manager.post(reverse("intake:offer_linked", args=[link.pk]), follow=True)
        assert "Rows loaded: 1." in page.text
        assert CaseEvent.objects.filter(case=slip.case, kind="decision").exists()

    def test_offers_nothing_to_whoever_does_not_load_them(self, slip, supervisor):
        link = slip.confirmed()
        assert "Offer the rows" not in supervisor.get(reverse("intake:link", args=[link.pk])).text
        address = reverse("intake:offer_linked", args=[link.pk])
        assert supervisor.post(address).status_code == 403

    def test_says_why_its_rows_cannot_be_loaded(self, today, db):
        slip = linking([{**SLIP, "decided": "28/02/2024"}])
        link = slip.confirmed()
        client = signed_in(slip, Role.CPS_MANAGER)
        page = client.post(reverse("intake:offer_linked", args=[link.pk]), follow=True)
        assert "would still be set aside" in page.text
        assert not AuditEntry.objects.filter(act="intake.offer_linked").exists()

    def test_is_ended_and_says_what_became_of_what_came_through_it(self, slip, supervisor):
        link = slip.confirmed()
        slip.offered(link)
        page = supervisor.post(
            reverse("intake:end_link", args=[link.pk]), {"why": WHY}, follow=True
        )
        assert "The link has ended. Loads taken back: 1." in page.text
        assert f"They work on the case no more: {slip.county.area.name}." in page.text
        assert "Not kept: no row waits any more" in page.text
