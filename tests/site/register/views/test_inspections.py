from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from tests import factories
from tests.site.register import making
from tests.site.register.sending import filled

from answerable_site.register.models import Inspection

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client, office):
    client.force_login(office.officer)
    return client


class TestConfirm:
    def test_shows_the_clock_for_what_was_typed_without_saving(self, browser, read):
        address = reverse("register:confirm", args=[read.pk])
        sent = filled(browser.get(address), published_on_day=17, show_clock="1")
        answer = browser.post(address, sent)
        assert "10 September 2021" in answer.content.decode()
        assert not Inspection.objects.exists()

    def test_proposes_series_and_phase(self, browser, read):
        form = browser.get(reverse("register:confirm", args=[read.pk])).context["form"]
        assert form.initial["phase"] == "Phase one"
        assert form.initial["series"] == "Thematic Inspection of the Response to Stalking"

    def test_offers_a_likely_duplicate_as_a_link(self, browser, officer, office, read):
        held = making.entered(officer, office)
        address = reverse("register:confirm", args=[read.pk])
        page = browser.get(address)
        assert "may hold this report already" in page.content.decode()
        browser.post(address, filled(page, same_as=[str(held.pk)]))
        assert held.links_to.get().kind == "same_report"
        assert Inspection.objects.count() == 2

    def test_asks_for_a_date_that_the_document_does_not_show(self, browser, officer, office):
        text = making.RESPONSE.replace("Date Published:\n16/07/2021\n", "")
        document = making.read_document(officer, office, text)
        address = reverse("register:confirm", args=[document.pk])
        page = browser.get(address)
        assert "shows no publication date" in page.content.decode()
        answer = browser.post(address, filled(page))
        assert "Enter the publication date" in answer.content.decode()

    def test_leads_back_once_it_is_done(self, browser, inspection):
        address = reverse("register:confirm", args=[inspection.document_id])
        assert browser.get(address).status_code == 302


class TestInspection:
    def test_is_not_found_by_another_office(self, client, inspection):
        client.force_login(factories.office("Lindrick").officer)
        for route in ("inspection", "review", "correct_inspection", "explain_gap"):
            address = reverse(f"register:{route}", args=[inspection.pk])
            assert client.get(address).status_code == 404

    def test_leads_to_the_response_and_back(self, browser, inspection, office):
        address = reverse("register:inspection", args=[inspection.pk])
        response = reverse("responses:response", args=[inspection.pk, office.body.slug])
        assert f'href="{response}"' in browser.get(address).content.decode()
        assert f'href="{address}"' in browser.get(response).content.decode()

    def test_says_why_there_is_no_clock(self, browser, officer, office):
        old = making.entered(officer, office, published_on=date(2016, 3, 1))
        text = browser.get(reverse("register:inspection", args=[old.pk])).content.decode()
        assert "No statutory clock" in text

    def test_shows_a_gap_once_it_is_explained(self, browser, officer, office):
        report = making.entered(officer, office)
        for number in ("1", "4"):
            making.recommendation(officer, report, number=number)
        address = reverse("register:explain_gap", args=[report.pk])
        form = browser.get(address, {"missing": "2 to 3"})
        browser.post(address, filled(form, explanation="They are for the CPS."))
        text = browser.get(reverse("register:inspection", args=[report.pk])).content.decode()
        assert "2 to 3: They are for the CPS." in text
        assert "not explained yet" not in text

    def test_keeps_a_correction_in_its_history(self, browser, inspection):
        address = reverse("register:correct_inspection", args=[inspection.pk])
        browser.post(address, filled(browser.get(address), title="Right title", reason="A slip."))
        text = browser.get(reverse("register:inspection", args=[inspection.pk])).content.decode()
        assert "Right title" in text
        assert "A slip." in text

    def test_shows_a_link_on_both_reports(self, browser, officer, office, inspection):
        other = making.entered(officer, office, title="Another report")
        address = reverse("register:link_inspection", args=[inspection.pk])
        browser.post(
            address,
            {"other": str(other.pk), "kind": "national_and_force", "reason": "Same findings."},
        )
        for one in (inspection, other):
            text = browser.get(reverse("register:inspection", args=[one.pk])).content.decode()
            assert "National and force report on the same findings" in text

    def test_groups_recommendations_under_their_cause_of_concern(self, browser, officer, office):
        report = making.entered(officer, office)
        cause = making.recommendation(officer, report, kind=making.CAUSE, number="")
        child = making.recommendation(officer, report)
        child.parent = cause
        child.save()
        page = browser.get(reverse("register:inspection", args=[report.pk]))
        (group,) = page.context["inspection"].groups
        assert [one.heading for one in group.items] == ["Recommendation 1"]

    def test_is_listed(self, browser, inspection):
        text = browser.get(reverse("register:inspections")).content.decode()
        assert inspection.title in text
        assert "0 items" in text
