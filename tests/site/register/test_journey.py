"""From a file to the register, with a browser that runs no scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from tests.site.register.making import RESPONSE
from tests.site.register.sending import filled, upload

from answerable_site.register.models import Inspection, Recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


class TestFromAFileToTheRegister:
    def test_goes_from_upload_to_the_list(self, browser, django_capture_on_commit_callbacks):
        added = upload(browser, django_capture_on_commit_callbacks, RESPONSE.encode())
        document_page = browser.get(added.url)
        assert "The document has been read" in document_page.content.decode()

        confirm = added.url + "confirm/"
        form = browser.get(confirm)
        text = form.content.decode()
        assert "9 September 2021" in text
        confirmed = browser.post(confirm, filled(form))
        assert confirmed.status_code == 302, confirmed.context["form"].errors

        review = browser.get(confirmed.url)
        assert "0 of 4 decided" in review.content.decode()
        following = reverse("register:candidate", args=[review.context["next"].pk])
        for _ in range(4):
            page = browser.get(following)
            accepted = browser.post(following, filled(page))
            assert accepted.status_code == 302, accepted.context["form"].errors
            following = accepted.url
        assert "4 of 4 decided" in browser.get(following).content.decode()

        inspection = browser.get(confirmed.url.replace("review/", ""))
        text = inspection.content.decode()
        assert "4 recommendations, none explained individually." in text
        assert "at least 22 days late" in text
        assert "4 to 5: not explained yet." in text

        listed = browser.get(reverse("register:recommendations"), {"q": "training handlers"})
        assert "1 recommendation<" in listed.content.decode()


FOUNDING = Path(__file__).parents[4] / "shared" / "seeds" / "000_cd99ce74394680ee.txt"


@pytest.mark.skipif(not FOUNDING.exists(), reason="The founding document is not beside the code.")
class TestTheFoundingDocument:
    @pytest.fixture
    def inspection_page(self, browser, django_capture_on_commit_callbacks):
        added = upload(browser, django_capture_on_commit_callbacks, FOUNDING.read_bytes())
        confirm = added.url + "confirm/"
        confirmed = browser.post(confirm, filled(browser.get(confirm)))
        browser.post(confirmed.url.replace("review", "accept-rest"))
        following = browser.get(confirmed.url).context["next"]
        while following is not None:
            address = reverse("register:candidate", args=[following.pk])
            browser.post(address, filled(browser.get(address)))
            following = browser.get(confirmed.url).context["next"]
        return browser.get(confirmed.url.replace("review/", ""))

    def test_gives_eight_recommendations_with_their_printed_numbers(self, inspection_page):
        lines = list(Recommendation.objects.order_by("position"))
        assert [line.number for line in lines] == ["1", "2", "3", "4", "5", "6", "7", "12"]
        assert [line.limbs.count() for line in lines] == [0, 0, 0, 0, 4, 0, 0, 0]
        assert [line.number for line in lines if line.deadline == "immediately"] == ["1", "4"]

    def test_shows_the_clock_the_gap_and_that_the_response_was_late(self, inspection_page):
        text = inspection_page.content.decode()
        assert "16 July 2021" in text
        assert "9 September 2021" in text
        assert "8 to 11: not explained yet." in text
        assert "8 recommendations, none explained individually." in text
        assert "so it was published at least 22 days late." in text

    def test_is_a_national_inspection_with_both_responses(self, inspection_page):
        inspection = Inspection.objects.get()
        assert inspection.kind == "national"
        assert inspection.printed_response["policing_body"]
        assert inspection.printed_response["chief_officer"]
