"""A meeting that was held and published, and the next one, for which exceptions are proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from answerable.synthetic.reports import InventedReport
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.followup import operations as followup
from answerable_site.followup.models import Commitment
from answerable_site.followup.rules import Target, Whose
from answerable_site.people.models import Organisation
from answerable_site.publication import operations as press
from answerable_site.register.models import Inspection
from answerable_site.scrutiny import operations
from answerable_site.scrutiny.models import AgendaItem, Meeting, Series
from answerable_site.scrutiny.operations import Decided, MeetingPlan
from answerable_site.scrutiny.rules import DecisionKind, MeetingKind, Openness, Presence

HELD_DAYS_AGO = 21
EVERY_WEEKS = 12
PROMISED_DAYS_AGO, DUE_DAYS_AGO = 110, 45
PROMISES = (
    "Train every supervisor in what the report asks for",
    "Write down who decides, and check it every month",
    "Review what was done, and show the office the review",
)


def hold_meetings(
    report: InventedReport,
    office: InventedOffice,
    known: Mapping[str, Inspection],
    today: date,
) -> Story:
    """The force promises, is late, and is held to account for it in public."""
    promising = Act(office.officer, today - timedelta(days=PROMISED_DAYS_AGO), 10)
    yield promising.at
    first, *_ = _promises(known[report.key], office, promising, today)
    planning = Act(office.officer, today - timedelta(days=60), 9)
    yield planning.at
    series = _series(office, planning, today)
    meeting = series.meetings.get()
    moving = Act(office.officer, today - timedelta(days=DUE_DAYS_AGO + 7), 15)
    yield moving.at
    followup.set_target(
        **moving.alone,
        thing=first,
        target=Target(
            today + timedelta(days=30), Whose.INTERNAL, "The supplier of the training withdrew"
        ),
    )
    freezing = Act(office.officer, meeting.on - timedelta(days=7), 11)
    yield freezing.at
    _freeze(meeting, freezing)
    yield from _meeting(meeting, office, meeting.items.get(commitment=first))
    yield from _publication(meeting, office)
    looking_ahead = Act(office.officer, today - timedelta(days=1), 10)
    yield looking_ahead.at
    _plan_the_next(series, office, looking_ahead)


def _promises(
    inspection: Inspection, office: InventedOffice, act: Act, today: date
) -> list[Commitment]:
    """Three promises that are late by now."""
    due_on = today - timedelta(days=DUE_DAYS_AGO)
    return followup.begin_commitments(
        **act.alone,
        on=act.at.date(),
        body=office.body,
        promises=[
            followup.Promise(
                asked,
                _force(office),
                summary,
                target=Target(due_on, Whose.INSPECTORATE),
            )
            for asked, summary in zip(inspection.recommendations.all(), PROMISES, strict=False)
        ],
    )


def _series(office: InventedOffice, act: Act, today: date) -> Series:
    return operations.add_series(
        **act.alone,
        body=office.body,
        plan=MeetingPlan(
            title="Public accountability conference",
            kind=MeetingKind.ACCOUNTABILITY,
            openness=Openness.PUBLIC,
            on=today - timedelta(days=HELD_DAYS_AGO),
            begins="14:00",
            place="The Corn Exchange",
        ),
        every_weeks=EVERY_WEEKS,
    )


def _freeze(meeting: Meeting, act: Act) -> None:
    on = act.at.date()
    proposed = operations.propose_items(**act.alone, today=on, meeting=meeting)
    operations.accept_items(**act.alone, meeting=meeting, items=proposed)
    operations.add_item(
        **act.alone,
        meeting=meeting,
        title="A grievance inside the force",
        why="The holder asked for a confidential word.",
        is_public=False,
    )
    operations.freeze_pack(**act.alone, today=on, meeting=meeting)


def _meeting(meeting: Meeting, office: InventedOffice, about: AgendaItem) -> Story:
    """Asked and decided on the day, answered in writing after it."""
    on, force = meeting.on, _force(office)
    act, later = Act(office.officer, on, 14), Act(office.officer, on, 16)
    yield act.at
    for user, title, organisation in (
        (office.holder, office.body.holder_title, office.body.name),
        (office.chief, "Chief officer’s office", force.name),
    ):
        operations.attend(
            **act.alone,
            meeting=meeting,
            name=user.full_name,
            office_title=title,
            organisation=organisation,
            presence=Presence.PRESENT,
        )
    question = operations.ask(
        **act.alone,
        meeting=meeting,
        words="The date has passed. What has the force done since it promised this?",
        asked_by=f"The {office.body.holder_title}",
        put_to=force,
        item=about,
        answer_due_on=on + timedelta(days=10),
    )
    yield later.at
    operations.hold_meeting(**later.alone, today=on, meeting=meeting)
    operations.decide(
        **later.alone,
        meeting=meeting,
        decided=Decided(
            DecisionKind.ACTION,
            "The force sends a report on this within six weeks.",
            item=about,
            title="Report to the office in writing",
            due_on=on + timedelta(days=42),
        ),
    )
    answering = Act(office.chief, on + timedelta(days=6), 12)
    yield answering.at
    operations.answer(
        **answering.alone,
        on=answering.at.date(),
        question=question,
        words="Another supplier was found, and the first courses were held.",
        answered_by="The Deputy Chief Constable",
        in_writing=True,
    )


def _publication(meeting: Meeting, office: InventedOffice) -> Story:
    """Minutes by two people, and a public part by two people."""
    writing, agreeing, handing, releasing = (
        Act(user, meeting.on + timedelta(days=days), 10)
        for user, days in (
            (office.officer, 7),
            (office.holder, 8),
            (office.officer, 9),
            (office.publisher, 10),
        )
    )
    yield writing.at
    minutes = operations.write_minutes(
        **writing.alone,
        meeting=meeting,
        words="The conference went through what is late. The force explained the delay and will "
        "report in writing.",
        private_words="The grievance was discussed without the public.",
    )
    yield agreeing.at
    operations.agree_minutes(**agreeing.alone, minutes=minutes)
    yield handing.at
    edition = operations.hand_over(**handing.alone, today=handing.at.date(), meeting=meeting)
    yield releasing.at
    press.release_edition(**releasing.alone, edition=edition)


def _plan_the_next(series: Series, office: InventedOffice, act: Act) -> None:
    """Its agenda waits for a visitor's decision."""
    held = series.meetings.get()
    coming = operations.plan_meeting(
        **act.alone,
        body=office.body,
        plan=MeetingPlan(
            title=series.title,
            kind=MeetingKind(series.kind),
            openness=Openness(series.openness),
            on=held.on + timedelta(weeks=series.every_weeks),
            begins=held.begins,
            place=series.place,
        ),
        series=series,
    )
    operations.propose_items(**act.alone, today=act.at.date(), meeting=coming)


def _force(office: InventedOffice) -> Organisation:
    return office.chief.assignments.get().organisation
