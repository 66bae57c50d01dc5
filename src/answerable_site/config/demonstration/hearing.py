"""What invented victims told, and the services that support them: told in the order of its days.

One survey is closed, coded, told and public; one runs. Every word is invented.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.crypto import get_random_string

from answerable.surveys.groups import Channel, Characteristic
from answerable.surveys.instruments import instrument
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.followup.models import Commitment
from answerable_site.people import operations as people
from answerable_site.people.models import User
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.publication import operations as press
from answerable_site.register.models import Inspection
from answerable_site.support import operations, queries
from answerable_site.support.models import Service, Survey
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

DIRECTORY, OPENED, FIRST_ANSWERS, MORE_ANSWERS, MET = 320, 200, 170, 130, 90
CLOSED, CODED, TOLD, RELEASED, OPENED_AGAIN = 75, 60, 45, 43, 30
"""Days ago."""
ASKED = 64
ANSWERED = 32
WORDS = (
    ("A telephone call before the letter.", "being_told"),
    ("It took very long until anybody rang.", "waiting"),
    ("I did not know whom I could ask.", "who_does_what"),
    ("My adviser explained the letter to me. That helped.", "support"),
    ("Nobody said that I could ask for a review.", "review"),
    ("I would have wished to hear the reasons in person.", "reasons"),
)
"""What some wrote, and the theme that the first coder gives."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """The two who code what was written."""

    first: User
    second: User


def add_people_of_hearing(office: InventedOffice, from_on: date) -> Listeners:
    """The two coders of the office."""

    def person(full_name: str) -> User:
        return people.set_up_person(
            by=PRODUCT,
            at=moment(from_on, 9, 9),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@wexmoor.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(office.body, Role.FEEDBACK_CODER)],
            from_on=from_on,
        )

    return Listeners(person("Ffion Marchbank"), person("Leopold Strand"))


def story_of_hearing(
    office: InventedOffice,
    county: InventedCounty,
    listeners: Listeners,
    known: Mapping[str, Inspection],
    report: str,
    today: date,
) -> Story:
    """The whole story, day by day.

    Args:
        known: the inspections by their key; the one that is followed up stands in it by then.
        report: its key.
    """
    told = Hearing(office, county, listeners, today)
    service = yield from _keep_directory(told)
    survey = yield from _ask(told, known[report])
    yield from _meet(told)
    yield from _close_and_code(told, survey)
    yield from _tell(told, survey, known[report])
    yield from _go_on(told, service, known[report])


@dataclass(frozen=True, slots=True)
class Hearing:
    """Those who act, and the day on which the demonstration is made."""

    office: InventedOffice
    county: InventedCounty
    listeners: Listeners
    today: date

    def act(self, user: User, days_ago: int, hour: int = 15) -> Act:
        """Somebody acts some days before today, at a full hour."""
        return Act(user, self.day(days_ago), hour)

    def day(self, days_ago: int) -> date:
        """The day some days before today."""
        return self.today - timedelta(days=days_ago)


def _keep_directory(told: Hearing) -> Generator[datetime, None, Service]:
    act = told.act(told.office.officer, DIRECTORY)
    yield act.at
    service = operations.add_service(
        **act.alone,
        body=told.office.body,
        organisation=told.county.service,
        described=Described(
            name=told.county.service.name,
            kind=ServiceKind.ISVA,
            what="Independent advisers stand beside people from the report to the court.",
            for_whom="Everybody from the age of 13",
            areas="All of Wexmoor",
            how_to_refer="By the form of the service, with consent",
            contact="01632 960 456",
        ),
    )
    operations.add_service(
        **act.alone,
        body=told.office.body,
        organisation=None,
        described=Described(
            name="Harbour Listening Line",
            kind=ServiceKind.HELPLINE,
            what="Volunteers listen in the evenings.",
            for_whom="Everybody",
            areas="All of Wexmoor",
            how_to_refer="People ring themselves",
            contact="01632 960 789",
        ),
    )
    need = operations.add_need(
        **act.alone,
        body=told.office.body,
        title="Advisers for people who wait for a decision",
        words="Half of those referred waited longer than a month.",
        source="Invented needs assessment, chapter 3",
        assessed_on=told.day(DIRECTORY + 40),
    )
    contract = operations.add_contract(
        **act.alone,
        service=service,
        new=NewContract(
            title="Advisers in Wexmoor",
            from_on=told.day(DIRECTORY),
            to_on=told.day(-410),
            pounds=480_000,
            outcomes_wanted="People are better informed, and feel able to go on.",
            need=need,
        ),
    )
    operations.report_outcome(
        **act.alone,
        service=service,
        new=Reached(
            from_on=told.day(DIRECTORY + 90),
            to_on=told.day(DIRECTORY + 1),
            outcome="Better informed",
            supported=58,
            reached=44,
            how_known="Questions at the end of support",
            contract=contract,
        ),
    )
    return service


def _ask(told: Hearing, report: Inspection) -> Generator[datetime, None, Survey]:
    act = told.act(told.office.officer, OPENED)
    yield act.at
    survey = operations.open_survey(
        **act.alone,
        body=told.office.body,
        new=NewSurvey(
            title="How decisions are told",
            instrument=instrument("decision_told", 1),
            opens_on=told.day(OPENED),
            closes_on=told.day(CLOSED),
            recommendations=[report.recommendations.get(number="3")],
        ),
    )
    for number, days_ago in enumerate((FIRST_ANSWERS, MORE_ANSWERS)):
        act = told.act(told.county.worker, days_ago)
        yield act.at
        _answers(told, survey, act, first=number * ANSWERED // 2)
    return survey


def _answers(told: Hearing, survey: Survey, act: Act, *, first: int) -> None:
    """Half of those who answer, after as many as were asked for them."""
    about = {
        **act.alone,
        "survey": survey,
        "organisation": told.county.service,
        "channel": Channel.LINK,
    }
    operations.record_asked(
        **about,
        number=ASKED // 2,
        groups={Characteristic.AGE: {"under_25": 18, "25_to_44": 10, "45_or_over": 4}},
    )
    codes = operations.make_codes(**about, number=ANSWERED // 2)
    for number, code in enumerate(codes, start=first):
        words, _ = WORDS[number // 2 % len(WORDS)]
        operations.take_answer(
            by=PRODUCT,
            at=act.at,
            code=code,
            answers={
                "as_wished": ("no", "not_asked", "yes")[number % 3],
                "in_time": "late" if number % 2 else "yes",
                "reasons": ("partly", "no")[number % 2],
                "review": "no" if number % 4 else "yes",
                "better": words if number % 2 else "",
            },
            groups={Characteristic.AGE: "under_25" if number % 4 == 0 else "25_to_44"},
        )


def _meet(told: Hearing) -> Story:
    act = told.act(told.office.officer, MET)
    yield act.at
    meeting = operations.add_meeting(
        **act.alone,
        body=told.office.body,
        title="Police, prosecutors and Lantern together",
        on=told.day(MET),
        place="Lantern House",
    )
    for organisation, office_title in (
        (told.county.service.name, "Head of advisers"),
        (told.county.force.name, "Detective superintendent"),
        (told.county.area.name, "District prosecutor"),
    ):
        operations.add_presence(
            **act.alone, meeting=meeting, organisation=organisation, office_title=office_title
        )
    operations.agree(
        **act.alone,
        meeting=meeting,
        agreed=Agreed(
            words="Advisers hear of a decision before the victim does, if the victim wishes it.",
            commitment=_contact(told),
            title="Tell advisers before a decision is told",
            due_on=told.day(-60),
        ),
    )
    operations.add_role_page(
        **act.alone,
        body=told.office.body,
        organisation=told.county.service,
        explained=Explained(
            does="Stands beside somebody from the report on, whatever becomes of the case.",
            does_not="It does not investigate, and gives no evidence on what it was told.",
            when_to_ask="As early as possible, and again before each decision is told.",
            owner=told.county.worker,
            review_on=told.day(-275),
        ),
    )
    operations.add_role_page(
        **act.alone,
        body=told.office.body,
        organisation=told.county.area,
        explained=Explained(
            does="Decides whether somebody is charged, and conducts the case in court.",
            does_not="It does not lead the investigation, and cannot order what the police do.",
            when_to_ask="For early advice, in every case of rape.",
            owner=told.county.manager,
            review_on=told.day(-275),
        ),
    )


def _close_and_code(told: Hearing, survey: Survey) -> Story:
    act = told.act(told.office.officer, CLOSED)
    yield act.at
    operations.close_survey(**act.alone, survey=survey)
    listeners = told.listeners
    operations.name_coders(
        **act.alone, survey=survey, first=listeners.first, second=listeners.second
    )
    themes = dict(WORDS)
    for coder in (listeners.first, listeners.second):
        act = told.act(coder, CODED, 15 if coder == listeners.first else 16)
        yield act.at
        for passage in queries.passages_to_code(act.viewer, survey):
            theme = themes[passage.words]
            seen = (
                {theme, "reasons"} if coder == listeners.second and theme == "support" else {theme}
            )
            operations.code_passage(**act.alone, passage=passage, themes=seen)
    act = told.act(listeners.first, CODED, 17)
    yield act.at
    coded = queries.coded_passages(survey)
    for passage in coded:
        if queries.themes_of(passage) is None:
            operations.settle_passage(**act.alone, passage=passage, themes=["support", "reasons"])
    quoted = next(one for one in coded if one.words.startswith("I did not know"))
    quote = operations.offer_quote(
        **act.alone, passage=quoted, words="I did not know whom I could ask."
    )
    act = told.act(listeners.second, CODED, 18)
    yield act.at
    operations.judge_quote(**act.alone, quote=quote, is_safe=True)


def _tell(told: Hearing, survey: Survey, report: Inspection) -> Story:
    act = told.act(told.office.officer, TOLD)
    yield act.at
    operations.add_finding(
        **act.alone,
        survey=survey,
        new=NewFinding(
            words="Many did not know whom they could ask after they were told of a decision.",
            recommendation=report.recommendations.get(number="3"),
            commitments=[_contact(told)],
            quotes=list(queries.approved_quotes(survey)),
        ),
    )
    operations.add_finding(
        **act.alone,
        survey=survey,
        new=NewFinding(
            words="Most had not been told that they can ask for the decision to be reviewed.",
            nothing_yet="Letters are being worded anew. This page will say when they are used.",
        ),
    )
    feedback = operations.hand_over(**act.alone, today=told.day(TOLD), survey=survey)
    act = told.act(told.office.publisher, RELEASED)
    yield act.at
    press.release_feedback(**act.alone, feedback=feedback)


def _go_on(told: Hearing, service: Service, report: Inspection) -> Story:
    act = told.act(told.office.officer, OPENED_AGAIN)
    yield act.at
    operations.open_survey(
        **act.alone,
        body=told.office.body,
        new=NewSurvey(
            title="How support was offered",
            instrument=instrument("support_offered", 1),
            opens_on=told.day(OPENED_AGAIN),
            closes_on=told.day(-60),
            recommendations=[report.recommendations.get(number="3")],
        ),
    )
    act = told.act(told.county.worker, OPENED_AGAIN, 16)
    yield act.at
    month = act.at.date().replace(day=1)
    for waiting in (9, 12, 16):
        month = (month - timedelta(days=1)).replace(day=1)
        operations.record_capacity(
            **act.alone,
            service=service,
            new=MonthOfCapacity(month, places=40, in_support=38, waiting=waiting, usual_wait=27),
        )


def _contact(told: Hearing) -> Commitment:
    """What the force does about contact with victims."""
    return Commitment.objects.get(
        organisation=told.county.force, summary="Give each victim one named contact"
    )
