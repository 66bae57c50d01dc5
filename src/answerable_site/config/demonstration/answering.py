"""Answers invented reports as an office would: invite, hear, explain, prepare, sign, publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.synthetic.reports import (
    Course,
    InventedAnswer,
    InventedExplanation,
    InventedPriority,
    InventedReport,
)
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.publishing import publish
from answerable_site.config.demonstration.sending import send_copies
from answerable_site.config.demonstration.stories import Story
from answerable_site.config.demonstration.supplementing import supplement
from answerable_site.register.models import Inspection, PlanPriority, Recommendation
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Response
from answerable_site.responses.rules.facts import ExplanationKind
from answerable_site.responses.rules.words import BindingGround, Channel, Position

DAYS_TO_DECIDE = 2
DAYS_TO_INVITE = 3
DAYS_FOR_COMMENTS = 21
KINDS = {
    Course.TAKEN: ExplanationKind.ACTION_TAKEN,
    Course.PROPOSED: ExplanationKind.ACTION_PROPOSED,
    Course.NONE: ExplanationKind.NONE_AND_WHY,
    Course.OTHERS: ExplanationKind.FOR_OTHERS,
    Course.ELSEWHERE: ExplanationKind.ANSWERED_ELSEWHERE,
}
POSITIONS = {
    Course.TAKEN: Position.ACCEPTED,
    Course.PROPOSED: Position.ACCEPTED,
    Course.NONE: Position.ACCEPTED_IN_PART,
}
"""What is addressed to others, or answered elsewhere, is neither accepted nor refused here."""


@dataclass(frozen=True, slots=True)
class Received:
    """A report as it stands in the register, and what its answer may rest on."""

    report: InventedReport
    inspection: Inspection
    found: Sequence[Recommendation]
    known: Mapping[str, Inspection]
    """Earlier reports, by `InventedReport.key`."""
    priorities: Mapping[InventedPriority, PlanPriority]


def decide(received: Received, office: InventedOffice) -> Story:
    """Decide that the duty binds, as the product proposes."""
    officer = Act(office.officer, received.report.published + timedelta(days=DAYS_TO_DECIDE), 9)
    yield officer.at
    proposal = queries.proposed_binding(received.inspection, office.body)
    operations.decide_binding(
        **officer.on(received.inspection, office),
        ground=proposal.ground,
        reason=proposal.because,
    )


def decide_that_none_is_owed(
    inspection: Inspection, office: InventedOffice, *, on: date, reason: str
) -> Story:
    """Decide that a report is not about the force."""
    officer = Act(office.officer, on, 9)
    yield officer.at
    operations.decide_binding(
        **officer.on(inspection, office),
        ground=BindingGround.NOT_THE_SUBJECT,
        reason=reason,
    )


def answer(received: Received, told: InventedAnswer, office: InventedOffice) -> Story:
    """Answer a report, publish the answer on the day that its story tells, and send copies."""
    inspection = received.inspection
    yield from _invite(received, office)
    yield from _hear(told, inspection, office)
    officer = Act(office.officer, told.published - timedelta(days=4), 15)
    yield officer.at
    for explanation in told.explanations:
        _explain(explanation, received, office, officer)
    operations.write_own_comments(
        **officer.on(inspection, office),
        text=(
            "I welcome this report. I have read each finding with the Chief Constable. My office "
            "will ask about progress at every public accountability meeting until it is done."
        ),
        version=0,
    )
    if told.reply and told.comments_came is None:
        operations.write_reply(**officer.on(inspection, office), text=told.reply, version=0)
    public = yield from publish(
        inspection, office, on=told.published, incomplete_because=told.incomplete_because
    )
    yield from send_copies(public, inspection, office)
    if told.comments_came:
        yield from supplement(told, told.comments_came, inspection, office)


def begin_answer(received: Received, office: InventedOffice, today: date) -> Story:
    """Begin to answer a report that is due soon: invite, prepare its entry, explain one."""
    yield from _invite(received, office)
    invited_on = received.report.published + timedelta(days=DAYS_TO_INVITE)
    preparing = Act(office.officer, invited_on, 11)
    yield preparing.at
    operations.prepare_public_entry(**preparing.on(received.inspection, office))
    explaining = Act(office.officer, today - timedelta(days=2), 14)
    yield explaining.at
    _explain(
        InventedExplanation(
            0,
            Course.TAKEN,
            "The force changed its instructions to officers and told every team.",
            serves=InventedPriority.VICTIMS,
        ),
        received,
        office,
        explaining,
    )


def _invite(received: Received, office: InventedOffice) -> Story:
    invited_on = received.report.published + timedelta(days=DAYS_TO_INVITE)
    officer = Act(office.officer, invited_on, 10)
    yield officer.at
    operations.invite_chief_officer(
        **officer.on(received.inspection, office),
        invited_on=invited_on,
        comments_wanted_by=invited_on + timedelta(days=DAYS_FOR_COMMENTS),
        channel=Channel.EMAIL,
        proof="The e-mail is in the office’s mailbox, folder Inspections.",
    )


def _hear(told: InventedAnswer, inspection: Inspection, office: InventedOffice) -> Story:
    """Hear the chief officer, or record that the date passed without a word."""
    if told.comments_came:
        officer = Act(office.officer, told.published - timedelta(days=5), 9)
        yield officer.at
        operations.record_no_comments(**officer.on(inspection, office), version=0)
        return
    chief = Act(office.chief, told.published - timedelta(days=10), 16)
    yield chief.at
    operations.submit_chief_officer_comments(
        **chief.on(inspection, office),
        author_name=office.chief.full_name,
        author_title="Chief Constable",
        text=told.chief_officer_comments,
        version=0,
    )


def _explain(
    explanation: InventedExplanation, received: Received, office: InventedOffice, officer: Act
) -> None:
    proposed = explanation.course is Course.PROPOSED
    operations.explain_finding(
        **officer.on(received.inspection, office),
        finding_id=received.found[explanation.item].pk,
        kind=KINDS[explanation.course],
        text=explanation.text,
        version=0,
        due_on=officer.at.date() + timedelta(days=180) if proposed else None,
        owner="Head of investigations, Wexmoor Police" if proposed else "",
        answered_in=_response_to(explanation.earlier_report, received, office),
        position=POSITIONS.get(explanation.course),
        priorities=[received.priorities[explanation.serves].pk] if explanation.serves else [],
    )


def _response_to(key: str, received: Received, office: InventedOffice) -> int | None:
    if not key:
        return None
    return Response.objects.get(inspection=received.known[key], body=office.body).pk
