"""What one office of the matrix has of surveys, services, joint meetings and roles, by route."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone
from tests import factories
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable.surveys.groups import Channel
from answerable.surveys.instruments import instrument
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role
from answerable_site.publication import operations as press
from answerable_site.register.models import Recommendation
from answerable_site.support import operations
from answerable_site.support.models import Passage
from answerable_site.support.operations import (
    Agreed,
    Described,
    Explained,
    MonthOfCapacity,
    NewContract,
    NewFinding,
    NewSurvey,
    Reached,
)
from answerable_site.support.rules import ServiceKind


def add_support(records: Records) -> None:
    """A service with its capacity and contract, a meeting, a page of roles, and two surveys."""
    _add_services(records)
    _add_together(records)
    _add_surveys(records)


def _add_services(records: Records) -> None:
    office, mark = records.office, records.mark
    keeping = {"by": factories.viewer(office.officer, on=AT.date()), "at": AT}
    service = operations.add_service(
        **keeping,
        body=office.body,
        organisation=seats.organisation(office, OrganisationKind.SUPPORT_SERVICE),
        described=Described(
            name=f"{mark} Support",
            kind=ServiceKind.ISVA,
            what=f"Advisers in {mark}",
            for_whom="Everybody",
            areas=mark,
            how_to_refer="By form",
        ),
    )
    need = operations.add_need(
        **keeping,
        body=office.body,
        title=f"Advisers in {mark}",
        words="Too few",
        source=f"Needs assessment of {mark}",
        assessed_on=date(2026, 1, 12),
    )
    contract = operations.add_contract(
        **keeping,
        service=service,
        new=NewContract(
            title=f"Contract of {mark}",
            from_on=date(2026, 4, 1),
            to_on=date(2027, 3, 31),
            pounds=250_000,
            outcomes_wanted="Better informed",
            need=need,
        ),
    )
    operations.record_capacity(
        **keeping,
        service=service,
        new=MonthOfCapacity(date(2026, 3, 1), 40, 36, 9, 21),
    )
    operations.report_outcome(
        **keeping,
        service=service,
        new=Reached(
            date(2026, 1, 1), date(2026, 3, 31), "Better informed", 40, 30, "Questions", contract
        ),
    )
    for route in (
        *("service", "describe_service", "end_service", "record_capacity", "add_contract"),
        "report_outcome",
    ):
        records.arguments[f"support:{route}"] = {"service_id": service.pk}


def _add_together(records: Records) -> None:
    office, mark = records.office, records.mark
    keeping = {"by": factories.viewer(office.officer, on=AT.date()), "at": AT}
    meeting = operations.add_meeting(
        **keeping, body=office.body, title=f"{mark} together", on=date(2026, 4, 14), place=mark
    )
    operations.add_presence(
        **keeping, meeting=meeting, organisation=f"{mark} Support", office_title="Head"
    )
    operations.agree(**keeping, meeting=meeting, agreed=Agreed(words=f"In {mark} all is well."))
    page = operations.add_role_page(
        **keeping,
        body=office.body,
        organisation=seats.organisation(office, OrganisationKind.CPS_AREA),
        explained=Explained(
            does=f"Prosecutes in {mark}",
            does_not="Investigates",
            when_to_ask="Early",
            owner=office.officer,
            review_on=date(2026, 10, 1),
        ),
    )
    for route in ("meeting", "add_presence", "agree"):
        records.arguments[f"support:{route}"] = {"meeting_id": meeting.pk}
    records.arguments["support:explain_role"] = {"page_id": page.pk}


def _add_surveys(records: Records) -> None:
    office, mark = records.office, records.mark
    coders = (
        seats.member(office, Role.FEEDBACK_CODER),
        factories.person(f"{mark} Second Coder", (office.body, Role.FEEDBACK_CODER)),
    )
    worker, first, second = (
        factories.viewer(user, on=AT.date())
        for user in (seats.member(office, Role.SUPPORT_WORKER), *coders)
    )
    keeping = {"by": factories.viewer(office.officer, on=AT.date()), "at": AT}
    asking = {
        "by": worker,
        "at": AT,
        "organisation": seats.organisation(office, OrganisationKind.SUPPORT_SERVICE),
        "channel": Channel.LINK,
    }
    new = NewSurvey(
        title=f"How {mark} tells",
        instrument=instrument("decision_told", 1),
        opens_on=date(2026, 4, 1),
        closes_on=date(2026, 12, 31),
        recommendations=Recommendation.objects.filter(inspection__bodies_concerned=office.body)[:1],
    )
    survey = operations.open_survey(**keeping, body=office.body, new=new)
    asked = operations.record_asked(**asking, survey=survey, number=8, groups={})
    for code in operations.make_codes(**asking, survey=survey, number=6):
        operations.take_answer(
            by=PRODUCT, at=AT, code=code, answers={"better": f"Sooner in {mark}."}, groups={}
        )
    survey = operations.close_survey(**keeping, survey=survey)
    operations.name_coders(**keeping, survey=survey, first=coders[0], second=coders[1])
    passages = list(Passage.objects.filter(survey=survey))
    for passage in passages:
        operations.code_passage(by=first, at=AT, passage=passage, themes=["being_told"])
        themes = ["waiting"] if passage == passages[0] else ["being_told"]
        operations.code_passage(by=second, at=AT, passage=passage, themes=themes)
    quote = operations.offer_quote(by=second, at=AT, passage=passages[1], words="Sooner")
    finding = operations.add_finding(
        **keeping,
        survey=survey,
        new=NewFinding(words=f"In {mark} it took too long.", nothing_yet="It is looked at."),
    )
    operations.settle_passage(by=first, at=AT, passage=passages[0], themes=["being_told"])
    _hand_over(records, survey)
    _add_running(records, new)
    by_survey = {"survey_id": survey.pk}
    records.arguments |= {
        **{
            f"support:{route}": by_survey
            for route in (
                *("survey", "move_closing_day", "close_survey", "give_up_survey", "make_codes"),
                "print_forms",
                *(
                    "record_asked",
                    "enter_answer",
                    "name_coders",
                    "erase_words",
                    "coding",
                    "agreement",
                    "results",
                ),
                *("add_finding", "hand_over"),
                *("form_pdf", "form_docx", "script_pdf", "script_docx"),
            )
        },
        "support:strike_asked": {"asked_id": asked.pk},
        "support:code": {"passage_id": passages[0].pk},
        "support:settle": {"passage_id": passages[0].pk},
        "support:offer_quote": {"passage_id": passages[0].pk},
        "support:judge_quote": {"quote_id": quote.pk},
        "support:drop_finding": {"finding_id": finding.pk},
    }


def _add_running(records: Records, new: NewSurvey) -> None:
    """A survey that somebody can answer today."""
    now, today = timezone.now(), timezone.localdate()
    officer, worker = (
        factories.viewer(user, on=today)
        for user in (records.office.officer, seats.member(records.office, Role.SUPPORT_WORKER))
    )
    running = operations.open_survey(
        by=officer,
        at=now,
        body=records.office.body,
        new=replace(new, opens_on=today, closes_on=today + timedelta(days=60)),
    )
    [code] = operations.make_codes(
        by=worker,
        at=now,
        survey=running,
        organisation=seats.organisation(records.office, OrganisationKind.SUPPORT_SERVICE),
        channel=Channel.LINK,
        number=1,
    )
    records.arguments["support:answer_by_link"] = {"code": code}


def _hand_over(records: Records, survey: object) -> None:
    """Once released, and once waiting."""
    now, today = timezone.now(), timezone.localdate()
    officer, publisher = (
        factories.viewer(user, on=today)
        for user in (records.office.officer, records.office.publisher)
    )
    about = {"by": officer, "at": now, "today": today, "survey": survey}
    public = operations.hand_over(**about)
    press.release_feedback(by=publisher, at=now, feedback=public)
    waiting = operations.hand_over(**about)
    page = {"body": public.body_slug, "feedback": public.slug}
    records.arguments |= {
        "publication:feedback_list": {"body": public.body_slug},
        "publication:feedback": page,
        "publication:release_feedback": {"feedback_id": waiting.pk},
        "publication:withdraw_feedback": {"feedback_id": public.pk},
    }
