from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories
from tests.site.register import making
from tests.site.register.sending import filled

from answerable_site.register.models import Theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


@pytest.fixture
def made(officer, office):
    return making.recommendation(officer, making.entered(officer, office))


def of(route, made):
    return reverse(f"register:{route}", args=[made.pk])


class TestList:
    def get(self, browser, **filters):
        return browser.get(reverse("register:recommendations"), filters)

    def test_says_what_to_do_when_it_is_empty(self, browser):
        assert "The register is empty." in self.get(browser).content.decode()

    def test_shows_a_chip_for_every_filter(self, browser, made):
        page = self.get(browser, q="stalking", kind="recommendation", due="no_date")
        assert [chip.text for chip in page.context["chips"]] == [
            "stalking",
            "Recommendation",
            "No deadline",
        ]
        assert "1 recommendation<" in page.content.decode()

    def test_can_be_narrowed_to_one_report(self, browser, made):
        page = self.get(browser, inspection=made.inspection_id)
        assert made.inspection.title[:20] in page.context["chips"][0].text

    @pytest.mark.parametrize(
        "filters",
        [
            {"page": "x"},
            {"page": "999"},
            {"kind": "nonsense"},
            {"theme": "²"},
            {"theme": "999999999999999999999999"},
            {"inspection": "999999999999999999999999"},
            {"body": "-1"},
            {"sort": "x"},
            {"q": '") OR *'},
            {"q": "a\x00b"},
        ],
    )
    def test_does_not_mind_odd_addresses(self, browser, made, filters):
        assert self.get(browser, **filters).status_code == 200

    def test_shows_nothing_to_another_office(self, client, made):
        client.force_login(factories.office("Lindrick").officer)
        assert self.get(client).context["recommendations"] == []

    def test_takes_as_many_queries_for_a_page_as_for_one(
        self, browser, officer, made, django_assert_max_num_queries
    ):
        for number in range(2, 40):
            making.recommendation(officer, made.inspection, number=str(number))
        # On PostgreSQL one of them tells the database who looks.
        with django_assert_max_num_queries(8):
            page = self.get(browser)
        assert len(page.context["recommendations"]) == 25


class TestRecommendation:
    def test_shows_text_parts_addressees_and_clock(self, browser, made):
        text = browser.get(of("recommendation", made)).content.decode()
        for shown in (made.text, "A named contact.", "Nothing known", "9 September 2021"):
            assert shown in text

    def test_is_not_found_by_another_office(self, client, made):
        client.force_login(factories.office("Lindrick").officer)
        assert client.get(of("recommendation", made)).status_code == 404

    def test_takes_a_working_date_with_its_reason(self, browser, made):
        browser.post(
            of("set_deadline", made),
            {"on_day": 1, "on_month": 12, "on_year": 2026, "reason": "One training cycle."},
        )
        text = browser.get(of("recommendation", made)).content.decode()
        assert "1 December 2026" in text
        assert "One training cycle." in text

    def test_takes_what_is_known_of_an_addressee(self, browser, made):
        browser.post(
            of("add_statement", made.addressees.get()),
            {
                "status": "accepted",
                "known_on_day": 1,
                "known_on_month": 3,
                "known_on_year": 2026,
                "note": "A letter says so.",
            },
        )
        assert "A letter says so." in browser.get(of("recommendation", made)).content.decode()

    def test_is_linked_to_an_earlier_one_found_by_its_words(self, browser, officer, made):
        earlier = making.recommendation(
            officer, made.inspection, number="9", text="Interpreters should be booked early."
        )
        address = f"{of('link_recommendation', made)}?q=interpreters"
        assert earlier.text in browser.get(address).content.decode()
        browser.post(
            address,
            {"kind": "repeats", "earlier": str(earlier.pk), "reason": "The same wish."},
        )
        assert "Repeated by" in browser.get(of("recommendation", earlier)).content.decode()

    def test_is_offered_those_that_are_worded_alike_until_they_are_linked(
        self, browser, officer, made
    ):
        alike = making.recommendation(officer, made.inspection, number="9", text=made.text)
        address = of("link_recommendation", made)
        assert "worded 100% alike" in browser.get(address).content.decode()
        browser.post(
            address, {"kind": "repeats", "earlier": str(alike.pk), "reason": "The same words."}
        )
        assert "alike" not in browser.get(address).content.decode()

    def test_is_grouped_under_the_offices_own_themes(self, browser, made):
        browser.post(of("choose_themes", made), {"new": "Stalking"})
        theme = Theme.objects.get()
        listed = browser.get(reverse("register:recommendations"), {"theme": theme.pk})
        assert "1 recommendation<" in listed.content.decode()

    def test_is_corrected_with_a_history(self, browser, made):
        page = browser.get(of("correct_recommendation", made))
        browser.post(
            of("correct_recommendation", made), filled(page, number="1a", reason="A slip.")
        )
        text = browser.get(of("recommendation", made)).content.decode()
        assert "Number: 1 → 1a" in text

    def test_is_entered_by_hand(self, browser, made):
        address = reverse("register:add_recommendation", args=[made.inspection_id])
        sent = filled(
            browser.get(address),
            kind="recommendation",
            text="Forces should do this as well.",
            reason="Missed.",
            page="3",
        )
        answer = browser.post(address, sent)
        assert answer.status_code == 302, answer.context["form"].errors
        assert "Entered by hand" in browser.get(answer.url).content.decode()

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief"])
    def test_is_shown_to_readers_without_anything_to_change(self, client, office, made, role):
        client.force_login(getattr(office, role))
        page = client.get(of("recommendation", made))
        assert page.status_code == 200
        for route in ("set_deadline", "correct_recommendation", "link_recommendation"):
            assert of(route, made) not in page.content.decode()
            assert client.get(of(route, made)).status_code == 403
