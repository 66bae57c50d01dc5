from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import time_machine
from tests import factories_responses as cases
from tests.site.responses.test_operations_signing import change_the_register

from answerable_site.responses import operations
from answerable_site.responses.models import Preparation, Signature
from answerable_site.responses.rules.facts import ExplanationKind

TODAY = datetime(2026, 5, 11, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def page(found) -> str:
    return found.content.decode()


def shown(text: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', text)[1]


class TestPrepare:
    def test_links_every_gap_to_the_page_that_closes_it(self, case, signed_in, at):
        text = page(signed_in("officer").get(at("prepare")))
        assert "7 things are missing" in text
        for address in (
            at("decide_binding"),
            at("invite"),
            at("enter_comments"),
            at("own_comments"),
        ):
            assert f'href="{address}"' in text
        assert f'href="{at("explain", case.recommendations[2].pk)}"' in text

    def test_is_refused_by_hand_while_something_is_missing(self, case, signed_in, at):
        found = signed_in("officer").post(at("prepare"), {"incomplete_because": "We must."})
        assert "The response is not complete." in page(found)
        assert not Preparation.objects.exists()

    def test_offers_no_incomplete_response_while_nothing_is_said(self, case, signed_in, at):
        assert "Prepare it incomplete" not in page(signed_in("officer").get(at("prepare")))

    def test_prepares_an_incomplete_response_with_its_reason(self, case, signed_in, at):
        cases.said(cases.decided(case))
        officer = signed_in("officer")
        assert "Prepare it incomplete" in page(officer.get(at("prepare")))
        officer.post(at("prepare"), {"incomplete_because": "The chief officer is away."})
        assert not Preparation.objects.get().is_complete

    def test_says_that_an_approval_comes_before_the_signature(self, case, signed_in, at):
        cases.complete(case)
        operations.add_approval_step(
            by=case.viewer("administrator"),
            at=cases.AT,
            body=case.office.body,
            organisation=case.office.body,
            title="Monitoring officer",
        )
        text = page(signed_in("officer").post(at("prepare"), follow=True))
        assert "It can be signed once it is approved: Monitoring officer." in text


class TestSign:
    @pytest.fixture
    def prepared(self, case):
        cases.prepare(cases.complete(case))
        return case

    def test_shows_the_exact_document_and_its_hash(self, prepared, signed_in, at):
        text = page(signed_in("holder").get(at("sign")))
        assert shown(text, "content_hash") == cases.shown_hash(prepared, TODAY)
        assert "Forces should label every bag." in text
        assert "Draft: not signed" not in text

    def test_lets_a_delegate_sign_under_another_office(self, prepared, signed_in, at):
        holder = signed_in("holder")
        title = "Deputy Police and Crime Commissioner"
        text = page(holder.get(at("sign"), {"signed_as": title}))
        data = {name: shown(text, name) for name in ("signed_as", "content_hash")}
        holder.post(at("sign"), data)
        assert Signature.objects.get().signed_as == title

    def test_refuses_a_stale_hash_and_shows_the_document_again(self, prepared, signed_in, at):
        found = signed_in("holder").post(
            at("sign"), {"signed_as": "Police and Crime Commissioner", "content_hash": "0" * 64}
        )
        assert found.status_code == 409
        assert "The document changed since it was shown to you" in page(found)
        assert shown(page(found), "content_hash") == cases.shown_hash(prepared, TODAY)
        assert not Signature.objects.exists()

    def test_offers_nothing_when_the_register_overtook_the_preparation(
        self, prepared, signed_in, at
    ):
        change_the_register(prepared)
        found = signed_in("holder").get(at("sign"), follow=True)
        assert "Nothing waits for your signature here." in page(found)
        assert "The register was changed since the response was prepared." in page(found)


class TestPublish:
    def test_shows_what_was_signed_before_it_is_published(self, case, signed_in, at):
        cases.signed(case)
        text = page(signed_in("publisher").get(at("publish")))
        assert Signature.objects.get().content_hash in text
        assert "Signed by Wexmoor Holder, Police and Crime Commissioner" in text

    def test_leads_from_the_response_to_its_public_page(self, case, signed_in, at):
        cases.signed(case)
        text = page(signed_in("publisher").post(at("publish"), follow=True))
        assert "The response is published." in text
        assert re.search(r'href="/public/[^"]+/lost-property-in-custody-suites/"', text)

    @pytest.mark.parametrize("role", ["officer", "holder", "chief"])
    def test_is_refused_to_those_who_do_not_publish(self, case, signed_in, at, role):
        cases.signed(case)
        assert signed_in(role).post(at("publish")).status_code == 403


class TestResponsePage:
    def test_shows_each_step_and_who_took_it(self, case, signed_in, at):
        cases.signed(case)
        text = page(signed_in("publisher").get(at("response")))
        assert "Prepared by Wexmoor Officer" in text
        assert "Signed by Wexmoor Holder" in text
        assert f'href="{at("publish")}"' in text

    def test_counts_explanations_and_those_that_are_not_finished(self, case, signed_in, at):
        operations.explain_finding(
            by=case.viewer("officer"),
            at=cases.AT,
            finding_id=case.recommendations[0].pk,
            kind=ExplanationKind.ACTION_TAKEN,
            text="",
            version=0,
            **case.about,
        )
        text = page(signed_in("officer").get(at("response")))
        assert "1 of 3 recommendations has an explanation. 1 of them not finished." in text

    def test_shows_how_the_last_lawful_day_was_reached(self, case, signed_in, at):
        text = page(signed_in("officer").get(at("response")))
        assert "Day 1 is Wednesday 1 April 2026" in text
        assert "15 days left." in text

    def test_offers_the_holder_nothing_to_draft(self, case, signed_in, at):
        text = page(signed_in("holder").get(at("response")))
        assert f'href="{at("own_comments")}"' not in text
