from __future__ import annotations

import pytest
from django.urls import reverse
from tests.site.register.sending import filled

from answerable_site.register import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


@pytest.fixture
def candidates(officer, inspection):
    return list(queries.candidates_of(officer, inspection))


def address(route, candidate):
    return reverse(f"register:{route}", args=[candidate.pk])


def numbers(inspection):
    return [line.number for line in queries.lines_of(inspection)]


class TestCandidate:
    def test_leads_to_the_next_once_accepted(self, browser, candidates):
        page = browser.get(address("candidate", candidates[0]))
        answer = browser.post(address("candidate", candidates[0]), filled(page))
        assert answer.url == address("candidate", candidates[1])

    def test_takes_edits(self, browser, inspection, candidates):
        page = browser.get(address("candidate", candidates[2]))
        sent = filled(
            page,
            number="3a",
            addressees="Forces; those without a contact",
            deadline_form="month",
            deadline_month="May 2027",
            **{"limbs-0-addressees": "the CPS", "limbs-1-text": ""},
        )
        browser.post(address("candidate", candidates[2]), sent)
        made = inspection.recommendations.get()
        assert (made.number, made.deadline) == ("3a", "2027-05")
        assert made.addressees.get(limb=None).condition == "those without a contact"
        assert made.limbs.get().addressees.get().name == "the CPS"

    def test_asks_for_what_the_chosen_deadline_needs(self, browser, inspection, candidates):
        page = browser.get(address("candidate", candidates[0]))
        sent = filled(page, deadline_form="period", deadline_period="soon")
        answer = browser.post(address("candidate", candidates[0]), sent)
        assert "Enter a period in days, weeks or months" in answer.content.decode()
        assert numbers(inspection) == []

    def test_shows_the_decision_to_those_who_come_second(self, browser, candidates):
        page = browser.get(address("candidate", candidates[0]))
        for _ in range(2):
            answer = browser.post(address("candidate", candidates[0]), filled(page))
        assert answer.url == address("candidate", candidates[0])
        assert "decided already" in browser.get(answer.url).content.decode()

    def test_offers_no_decision_to_readers(self, client, office, candidates):
        client.force_login(office.holder)
        page = client.get(address("candidate", candidates[0]))
        assert "<form" not in page.content.decode().partition("<main")[2]
        assert client.post(address("candidate", candidates[0]), {}).status_code == 403


class TestOtherDecisions:
    def test_split(self, browser, inspection, candidates):
        page = browser.get(address("split", candidates[2]))
        sent = {bound.html_name: bound.value() for bound in page.context["formset"].management_form}
        sent |= {
            "parts-0-number": "3a",
            "parts-0-text": "The first half.",
            "parts-0-limbs": ["0"],
            "parts-1-number": "3b",
            "parts-1-text": "The second half.",
        }
        browser.post(address("split", candidates[2]), sent)
        assert numbers(inspection) == ["3a", "3b"]
        assert [one.limbs.count() for one in inspection.recommendations.all()] == [1, 0]

    def test_split_needs_two_parts(self, browser, inspection, candidates):
        page = browser.get(address("split", candidates[2]))
        sent = {bound.html_name: bound.value() for bound in page.context["formset"].management_form}
        answer = browser.post(address("split", candidates[2]), sent | {"parts-0-text": "All."})
        assert "at least two parts" in answer.content.decode()
        assert numbers(inspection) == []

    def test_merge(self, browser, inspection, candidates):
        chosen = f"{address('merge', candidates[0])}?with={candidates[1].pk}"
        assert (
            "which belong" in browser.get(address("merge", candidates[0])).content.decode().lower()
        )
        browser.post(chosen, filled(browser.get(chosen)))
        assert numbers(inspection) == ["1"]
        assert "\n" in inspection.recommendations.get().text

    def test_reject_and_reopen(self, browser, officer, inspection, candidates):
        browser.post(address("reject", candidates[0]), {"reason": "A heading."})
        browser.post(address("reopen", candidates[0]), {"reason": "No, it is one."})
        first = queries.candidates_of(officer, inspection).first()
        assert [one.verdict for one in first.decisions.all()] == ["rejected", "reopened"]

    def test_reject_needs_a_reason(self, browser, candidates):
        answer = browser.post(address("reject", candidates[0]), {"reason": " "})
        assert "Enter a reason" in answer.content.decode()

    def test_accept_all_that_remain(self, browser, inspection):
        confirmation = reverse("register:accept_rest", args=[inspection.pk])
        assert "Accept these" in browser.get(confirmation).content.decode()
        browser.post(confirmation)
        assert numbers(inspection) == ["1", "2", "3", "6"]
        again = browser.post(confirmation)
        assert "No candidate without doubts" in browser.get(again.url).content.decode()
