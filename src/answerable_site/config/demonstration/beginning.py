"""How every invented case begins: the report, a victim, what was alleged, the first response."""

from __future__ import annotations

from answerable.records.codes.characteristics import Characteristic, offered
from answerable.records.kinds.characteristics import (
    Asker,
    CharacteristicRecorded,
    State,
    WhyNotAsked,
)
from answerable.records.kinds.first_response import (
    AccountTaken,
    AccountType,
    FirstResponse,
    NeedsAssessed,
    SpecialistDeployed,
)
from answerable.records.kinds.people import (
    Relationship,
    Status,
    SuspectIdentified,
    SuspectStatus,
    VictimIdentified,
)
from answerable.records.kinds.plan import InvestigationPlanned
from answerable.records.kinds.report import (
    Channel,
    CrimeRecorded,
    OffenceAlleged,
    Reported,
    Reporter,
)
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.kinds.telling import ContactPreference, Method, Teller, ToldOfStep
from answerable_site.config.demonstration.recording import InventedCase
from answerable_site.config.demonstration.stories import Story


def report(one: InventedCase, *, method: Method) -> Story:
    """What is recorded on the day of the report.

    Args:
        method: how the victim wants to be told.
    """
    on = one.day(0)
    yield from one.record(
        one.act(one.county.investigator, 0, 17),
        Reported(on=on, channel=Channel.CALL, reporter=Reporter.VICTIM),
        CrimeRecorded(on=on),
        VictimIdentified(on=on, victim=1, age=27),
        OffenceAlleged(on=on, offence="19C", victim=1),
        FirstResponse(on=on, victim=1, safety_plan=True, acknowledged_in_writing=True),
        ContactPreference(
            on=on,
            victim=1,
            method=method,
            times="After 4pm. Not on Tuesdays.",
            safe_contact="Say first that it is about the library book.",
        ),
    )


def first_days(one: InventedCase) -> Story:
    """What is done for the victim on the day after, and what they say of age and sex."""
    on = one.day(1)
    yield from one.record(
        one.act(one.county.investigator, 1, 10),
        SpecialistDeployed(on=on, victim=1, met_on=on),
        NeedsAssessed(on=on, victim=1),
        answered(one, 1, Characteristic.AGE, "27"),
        answered(one, 1, Characteristic.SEX, "female"),
    )


def investigation(one: InventedCase, *, day: int) -> Story:
    """The victim’s account is taken, and a plan made."""
    on = one.day(day)
    yield from one.record(
        one.act(one.county.investigator, day, 15),
        AccountTaken(
            on=on,
            victim=1,
            account_type=AccountType.VIDEO,
            support_present=True,
            special_measures=True,
        ),
        InvestigationPlanned(
            on=on,
            strategy="Follow what the suspect did before, during and after, not the victim.",
            lines_of_enquiry="Cameras of the bus line\nMessages of that night",
        ),
    )


def suspect(one: InventedCase, *, day: int, method: Method) -> Story:
    """A suspect is interviewed, and the victim told on the same day."""
    on, act = one.day(day), one.act(one.county.investigator, day, 14)
    *_, step = yield from one.record(
        act,
        SuspectIdentified(on=on, suspect=1, relationship=Relationship.ACQUAINTANCE),
        SuspectStatus(on=on, suspect=1, status=Status.INTERVIEWED),
    )
    yield from one.record(
        act,
        ToldOfStep(on=on, victim=1, status=step, method=method, teller=Teller.INVESTIGATOR),
    )


def review(one: InventedCase, *, day: int) -> Story:
    """The supervisor looks at the investigation."""
    county = one.county
    yield from one.record(
        one.act(county.supervisor, day, 9),
        SupervisorReviewed(
            on=one.day(day),
            supervisor=county.supervisor.pk,
            words="The lines of enquiry are followed.",
        ),
        opens=True,
    )


def answered(
    one: InventedCase, day: int, characteristic: Characteristic, value: str
) -> CharacteristicRecorded:
    """What the victim said of a characteristic."""
    on = one.day(day)
    code_list = offered(characteristic, on)
    return CharacteristicRecorded(
        on=on,
        victim=1,
        characteristic=characteristic,
        state=State.RECORDED,
        value=value,
        code_list=code_list.code if code_list else "",
        asked_by=Asker.SPECIALIST_OFFICER,
    )


def not_asked(
    one: InventedCase, day: int, characteristic: Characteristic
) -> CharacteristicRecorded:
    """That the victim was not asked, and why."""
    return CharacteristicRecorded(
        on=one.day(day),
        victim=1,
        characteristic=characteristic,
        state=State.NOT_ASKED,
        why_not_asked=WhyNotAsked.CRISIS,
        reason="They asked to stop. The officer will ask again at the next meeting.",
    )
