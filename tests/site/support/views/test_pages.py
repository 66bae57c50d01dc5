"""From codes to the public page, as people press it."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests import factories_support

from answerable.surveys.help import SAFE_PLACE
from answerable_site.support import operations
from answerable_site.support.models import Asked, Finding, Passage, Quote, Survey
from answerable_site.support.operations import NewFinding


@pytest.fixture(autouse=True)
def today(settings):
    settings.CONFIRM_WITHIN = None
    with time_machine.travel("2026-06-01T12:00:00+01:00", tick=False):
        yield


def pressing(user):
    client = Client()
    client.force_login(user)
    return client


def text(client, route, *args):
    page = client.get(reverse(f"support:{route}", args=args))
    assert page.status_code == 200
    return page.content.decode()


def post(client, route, *args, **given):
    page = client.post(reverse(f"support:{route}", args=args), given, follow=True)
    assert page.status_code == 200
    words = page.content.decode()
    assert "There is a problem" not in words, re.findall(r"error-message[^<]*<[^<]*<[^<]*", words)
    return words


class TestASurvey:
    def test_is_opened_asked_and_prolonged(self, office):
        officer, worker = pressing(office.office.officer), pressing(office.worker)
        post(
            officer,
            "open_survey",
            body=office.office.body.pk,
            title="Looking back together",
            instrument="looking_back 1",
            opens_on_day="1",
            opens_on_month="6",
            opens_on_year="2026",
            closes_on_day="31",
            closes_on_month="8",
            closes_on_year="2026",
            recommendations=[office.recommendations[0].pk],
        )
        survey = Survey.objects.get(title="Looking back together")
        codes = post(
            worker,
            "make_codes",
            survey.pk,
            organisation=office.organisation.pk,
            channel="link",
            number=3,
        )
        links = set(re.findall(r"/survey/[0-9A-Z-]{14}/", codes))
        assert len(links) == 3
        assert "Looking back" in Client().get(links.pop()).content.decode()
        post(
            worker,
            "record_asked",
            survey.pk,
            organisation=office.organisation.pk,
            channel="link",
            number=4,
            count_age_under_25=2,
        )
        assert Asked.objects.get(survey=survey).groups == {"age": {"under_25": 2}}
        asked = Asked.objects.get(survey=survey)
        assert "None" not in text(worker, "strike_asked", asked.pk)
        post(worker, "strike_asked", asked.pk)
        post(
            officer,
            "move_closing_day",
            survey.pk,
            closes_on_day="30",
            closes_on_month="9",
            closes_on_year="2026",
            reason="Few were asked",
        )
        assert "30 September 2026" in text(officer, "survey", survey.pk)
        post(officer, "give_up_survey", survey.pk, reason="Nobody answered")
        assert "Given up: Nobody answered" in text(officer, "survey", survey.pk)

    def test_takes_an_answer_from_paper(self, office):
        worker = pressing(office.worker)
        [code] = office.codes()
        post(worker, "enter_answer", office.survey.pk, code=code, as_wished="no", better="Sooner.")
        assert Passage.objects.get().words == "Sooner."

    def test_prints_a_form_for_each_code_that_was_made(self, office):
        worker = pressing(office.worker)
        page = post(
            worker,
            "make_codes",
            office.survey.pk,
            organisation=office.organisation.pk,
            channel="paper",
            number=2,
        )
        codes = re.findall(r'name="code" value="([0-9A-Z-]{14})"', page)
        assert len(codes) == 2
        address = reverse("support:print_forms", args=[office.survey.pk])
        assert worker.post(address, {"code": codes}).content.startswith(b"%PDF")
        assert worker.post(address, {"code": "<b>"}).status_code == 404

    def test_tells_who_answered_against_who_was_asked_once_it_is_closed(self, db):
        closed = factories_support.answered()
        told = "People asked: 60. People who answered: 30 (50%)"
        assert told in text(pressing(closed.office.officer), "surveys")
        assert told not in text(pressing(closed.worker), "surveys")

    def test_gives_its_forms_as_files(self, office):
        for route, begins in (("form_pdf", b"%PDF"), ("script_docx", b"PK")):
            page = pressing(office.worker).get(reverse(f"support:{route}", args=[office.survey.pk]))
            assert page.content.startswith(begins)


class TestCoding:
    def test_leads_from_passage_to_passage_and_hides_the_other_until_the_end(self, db):
        office = factories_support.answered()
        first, second = (pressing(user) for user in office.coders)
        post(
            pressing(office.office.officer),
            "name_coders",
            office.survey.pk,
            first=office.coders[0].pk,
            second=office.coders[1].pk,
        )
        passages = list(Passage.objects.order_by("question", "pk"))
        for one in passages:
            post(first, "code", one.pk, themes=["waiting"])
        assert "The other coder has not yet" in text(first, "coding", office.survey.pk)
        assert "12 of 12 passages are left" in text(second, "coding", office.survey.pk)
        for one in passages:
            post(second, "code", one.pk, themes=["waiting"] if one != passages[0] else [])
        assert "To settle" in text(first, "coding", office.survey.pk)
        assert "11 of 12" in text(first, "agreement", office.survey.pk)
        post(first, "settle", passages[0].pk, themes=["waiting"])
        assert "To settle" not in text(second, "coding", office.survey.pk)
        post(first, "offer_quote", passages[0].pk, words="A call")
        post(second, "judge_quote", Quote.objects.get().pk, is_safe="yes")
        assert "Can be quoted" in text(first, "coding", office.survey.pk)


class TestThePublicPage:
    def test_tells_what_victims_told_and_what_changed(self, db):
        office = factories_support.coded()
        officer = pressing(office.office.officer)
        post(
            officer,
            "add_finding",
            office.survey.pk,
            words="Most were told otherwise than they had wished.",
            recommendation=office.recommendations[0].pk,
            nothing_yet="It is being looked into.",
        )
        assert "not shown" in text(officer, "results", office.survey.pk)
        post(officer, "hand_over", office.survey.pk)
        publisher = pressing(office.office.publisher)
        waiting = publisher.get(reverse("publication:waiting")).content.decode()
        [release] = set(re.findall(r"/public/feedback/\d+/release/", waiting))
        assert "Most were told otherwise" in publisher.get(release).content.decode()
        publisher.post(release)
        slug = office.office.body.slug
        anybody = Client()
        listed = anybody.get(f"/public/{slug}/what-changed/").content.decode()
        [address] = set(re.findall(rf"/public/{slug}/what-changed/[\w-]+/", listed))
        page = anybody.get(address)
        words = page.content.decode()
        assert "What victims told us and what changed" in words
        assert "Nothing has changed yet. It is being looked into." in words
        assert "Under 25: heard less than others." in words
        assert f'href="{SAFE_PLACE}"' in words
        assert not page.cookies
        assert all(one.words not in words for one in Passage.objects.all())
        assert address in anybody.get("/public/feed.atom").content.decode()
        story = officer.get(
            reverse("home:story", args=[office.recommendations[0].pk])
        ).content.decode()
        assert "Most were told otherwise" in story
        assert address in story

        post(officer, "drop_finding", Finding.objects.get().pk)
        assert "Nothing is written yet" in text(officer, "results", office.survey.pk)

    def test_keeps_its_address_when_it_is_withdrawn(self, db):
        office = factories_support.coded()
        new = NewFinding(words="Too late.", nothing_yet="It is looked into.")
        operations.add_finding(**office.keeping, survey=office.survey, new=new)
        feedback = operations.hand_over(
            **office.keeping, today=factories_support.TODAY, survey=office.survey
        )
        publisher = pressing(office.office.publisher)
        publisher.post(reverse("publication:release_feedback", args=[feedback.pk]))
        publisher.post(
            reverse("publication:withdraw_feedback", args=[feedback.pk]), {"reason": "A slip"}
        )
        page = Client().get(feedback.path).content.decode()
        assert "Withdrawn on 1 June 2026. A slip" in page
        assert "Too late." not in page


class TestServices:
    def test_are_put_into_the_directory_and_kept_up_by_the_service(self, office):
        officer, worker = pressing(office.office.officer), pressing(office.worker)
        facts = {
            "name": "A Charity",
            "kind": "counselling",
            "what": "Counselling",
            "for_whom": "Everybody",
            "areas": "The county",
            "how_to_refer": "By telephone",
        }
        post(officer, "add_service", body=office.office.body.pk, **facts)
        assert "A Charity" in text(worker, "services")
        pk = office.service.pk
        post(worker, "describe_service", pk, **{**facts, "name": "Wexmoor Advisers"})
        post(
            worker,
            "record_capacity",
            pk,
            month_day="4",
            month_month="5",
            month_year="2026",
            places=40,
            in_support=36,
            waiting=9,
            usual_wait=21,
        )
        assert "4 of 40 places free, 9 waiting" in text(officer, "services")
        post(
            officer,
            "add_need",
            body=office.office.body.pk,
            title="Advisers",
            words="Too few",
            source="Assessment",
            assessed_on_day="1",
            assessed_on_month="2",
            assessed_on_year="2026",
        )
        days = {
            "from_on_day": "1",
            "from_on_month": "4",
            "from_on_year": "2026",
            "to_on_day": "31",
            "to_on_month": "3",
            "to_on_year": "2027",
        }
        post(
            officer,
            "add_contract",
            pk,
            title="Advisers",
            pounds=1000,
            outcomes_wanted="Informed",
            **days,
        )
        post(
            worker,
            "report_outcome",
            pk,
            outcome="Informed",
            supported=40,
            reached=30,
            how_known="Asked",
            **days,
        )
        page = text(worker, "service", pk)
        assert "Wexmoor Advisers" in page
        assert "£1,000" in page
        assert "30 of 40" in page
        post(officer, "end_service", pk, reason="Closed down")
        assert "Taken out" in text(officer, "services")


class TestTogether:
    def test_a_meeting_and_a_page_of_roles_are_kept(self, office):
        officer = pressing(office.office.officer)
        day = {"on_day": "2", "on_month": "6", "on_year": "2026"}
        shown = post(officer, "add_meeting", body=office.office.body.pk, title="Together", **day)
        [pk] = {int(one) for one in re.findall(r"/support/meetings/(\d+)/agree/", shown)}
        post(officer, "add_presence", pk, organisation="Wexmoor Support", office_title="Head")
        assert "All is well." in post(officer, "agree", pk, words="All is well.")
        page = post(
            officer,
            "add_role_page",
            body=office.office.body.pk,
            organisation=office.organisation.pk,
            does="Stands beside people",
            does_not="Investigates",
            when_to_ask="Early",
            owner=office.worker.pk,
            review_on_day="1",
            review_on_month="5",
            review_on_year="2026",
        )
        assert "To be looked at again" in page
        assert "Stands beside people" in text(pressing(office.worker), "roles")
