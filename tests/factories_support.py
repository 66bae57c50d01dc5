"""An office with a support service in its directory, and a survey that somebody answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from tests import factories, factories_responses
from tests.made_once import made_once

from answerable.surveys.groups import Channel, Characteristic
from answerable.surveys.instruments import instrument
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role, Viewer
from answerable_site.register.models import Recommendation
from answerable_site.support import operations
from answerable_site.support.models import Service, Survey
from answerable_site.support.operations import Described, NewSurvey
from answerable_site.support.rules import ServiceKind

AT = datetime(2026, 6, 1, 10, tzinfo=UTC)
TODAY = date(2026, 6, 1)
OPENS, CLOSES = date(2026, 5, 1), date(2026, 8, 31)


@dataclass
class Listening:
    """An office that asks victims, and those who work on it."""

    office: factories.Office
    recommendations: list[Recommendation]
    service: Service
    organisation: Organisation
    """The support service where its people work."""
    worker: User
    coders: tuple[User, User]
    survey: Survey = field(init=False)

    def viewer(self, user: User) -> Viewer:
        return factories.viewer(user, on=TODAY)

    @property
    def keeping(self) -> dict[str, Any]:
        """Keywords of what the response officer does."""
        return {"by": self.viewer(self.office.officer), "at": AT}

    @property
    def asking(self) -> dict[str, Any]:
        """Keywords of what the support worker does."""
        return {"by": self.viewer(self.worker), "at": AT}

    def coding(self, place: int) -> dict[str, Any]:
        """Keywords of what the first or second coder does."""
        return {"by": self.viewer(self.coders[place - 1]), "at": AT}

    def new_survey(self, name: str = "decision_told", **changed: Any) -> NewSurvey:
        return NewSurvey(
            **{
                "title": "How decisions are told",
                "instrument": instrument(name, 1),
                "opens_on": OPENS,
                "closes_on": CLOSES,
                "recommendations": self.recommendations[:1],
            }
            | changed
        )

    def codes(self, number: int = 1, channel: Channel = Channel.LINK) -> list[str]:
        return operations.make_codes(
            **self.asking,
            survey=self.survey,
            organisation=self.organisation,
            channel=channel,
            number=number,
        )

    def answer(
        self,
        answers: dict[str, str],
        groups: dict[Characteristic, str] | None = None,
        channel: Channel = Channel.LINK,
    ) -> None:
        """Somebody answers with a code of their own."""
        [code] = self.codes(channel=channel)
        operations.take_answer(by=PRODUCT, at=AT, code=code, answers=answers, groups=groups or {})

    def asked(self, number: int, channel: Channel = Channel.LINK, **groups: Any) -> None:
        operations.record_asked(
            **self.asking,
            survey=self.survey,
            organisation=self.organisation,
            channel=channel,
            number=number,
            groups={Characteristic(name): counts for name, counts in groups.items()},
        )

    def closed(self) -> Survey:
        self.survey = operations.close_survey(**self.keeping, survey=self.survey)
        return self.survey


@made_once
def listening(name: str = "Wexmoor") -> Listening:
    """One office; call it twice with different names for two that must not see each other."""
    case = factories_responses.case(name)
    organisation = factories.organisation(
        f"{name} Support", OrganisationKind.SUPPORT_SERVICE, "Director"
    )
    body = case.office.body
    service = operations.add_service(
        by=factories.viewer(case.office.officer, on=TODAY),
        at=AT,
        body=body,
        organisation=organisation,
        described=described(f"{name} Support"),
    )
    found = Listening(
        office=case.office,
        recommendations=list(case.recommendations),
        service=service,
        organisation=organisation,
        worker=factories.person(f"{name} Worker", (organisation, Role.SUPPORT_WORKER)),
        coders=(
            factories.person(f"{name} First Coder", (body, Role.FEEDBACK_CODER)),
            factories.person(f"{name} Second Coder", (body, Role.FEEDBACK_CODER)),
        ),
    )
    found.survey = operations.open_survey(**found.keeping, body=body, new=found.new_survey())
    return found


def described(name: str) -> Described:
    """What a directory says of a service."""
    return Described(
        name=name,
        kind=ServiceKind.ISVA,
        what="Independent advisers stand beside people from the report to the court.",
        for_whom="Everybody from the age of 13",
        areas="The whole county",
        how_to_refer="By the form of the service, with consent",
        contact="01632 960 123",
    )


@made_once
def answered(name: str = "Wexmoor") -> Listening:
    """A survey that 30 of 60 people answered, 12 of them with words, and that is closed."""
    found = listening(name)
    found.asked(60, age={"under_25": 40, "25_to_44": 20})
    for number in range(30):
        answers = {"as_wished": "no" if number < 20 else "yes", "review": "no"}
        if number < 12:
            answers["better"] = f"A call {'sooner' if number % 2 else 'before the letter'}."
        group = "under_25" if number < 10 else "25_to_44"
        found.answer(answers, {Characteristic.AGE: group})
    found.closed()
    return found


@made_once
def coded(name: str = "Wexmoor") -> Listening:
    """The same, coded by two who differed about one passage and settled it."""
    from answerable_site.support.models import Passage

    found = answered(name)
    operations.name_coders(
        **found.keeping, survey=found.survey, first=found.coders[0], second=found.coders[1]
    )
    passages = list(Passage.objects.filter(survey=found.survey).order_by("pk"))
    for place in (1, 2):
        for passage in passages:
            themes = ["being_told"] if place == 1 or passage != passages[0] else ["waiting"]
            operations.code_passage(**found.coding(place), passage=passage, themes=themes)
    operations.settle_passage(
        **found.coding(1), passage=passages[0], themes=["being_told", "waiting"]
    )
    return found
