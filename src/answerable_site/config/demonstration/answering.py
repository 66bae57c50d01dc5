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


def decide(received: Received, office: InventedOffice) -> None:
    """Decide that the duty binds, as the product proposes."""
    proposal = queries.proposed_binding(received.inspection, office.body)
    decided_on = received.report.published + timedelta(days=DAYS_TO_DECIDE)
    operations.decide_binding(
        **Act(office.officer, decided_on, 9).on(received.inspection, office),
        ground=proposal.ground,
        reason=proposal.because,
    )


def decide_that_none_is_owed(
    inspection: Inspection, office: InventedOffice, *, on: date, reason: str
) -> None:
    """Decide that a report is not about the force."""
    operations.decide_binding(
        **Act(office.officer, on, 9).on(inspection, office),
        ground=BindingGround.NOT_THE_SUBJECT,
        reason=reason,
    )


def answer(received: Received, told: InventedAnswer, office: InventedOffice) -> None:
    """Answer a report and publish the answer on the day that its story tells."""
    inspection = received.inspection
    _invite(received, office)
    _hear(told, inspection, office)
    officer = Act(office.officer, told.published - timedelta(days=4), 15)
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
    publish(inspection, office, on=told.published, incomplete_because=told.incomplete_because)
    if told.comments_came:
        supplement(told, told.comments_came, inspection, office)


def begin_answer(received: Received, office: InventedOffice, today: date) -> None:
    """Begin to answer a report that is due soon: invite, prepare its entry, explain one."""
    _invite(received, office)
    invited_on = received.report.published + timedelta(days=DAYS_TO_INVITE)
    operations.prepare_public_entry(
        **Act(office.officer, invited_on, 11).on(received.inspection, office)
    )
    _explain(
        InventedExplanation(
            0,
            Course.TAKEN,
            "The force changed its instructions to officers and told every team.",
            serves=InventedPriority.VICTIMS,
        ),
        received,
        office,
        Act(office.officer, today - timedelta(days=2), 14),
    )


def _invite(received: Received, office: InventedOffice) -> None:
    invited_on = received.report.published + timedelta(days=DAYS_TO_INVITE)
    operations.invite_chief_officer(
        **Act(office.officer, invited_on, 10).on(received.inspection, office),
        invited_on=invited_on,
        comments_wanted_by=invited_on + timedelta(days=DAYS_FOR_COMMENTS),
        channel=Channel.EMAIL,
        proof="The e-mail is in the office’s mailbox, folder Inspections.",
    )


def _hear(told: InventedAnswer, inspection: Inspection, office: InventedOffice) -> None:
    """Hear the chief officer, or record that the date passed without a word."""
    if told.comments_came:
        officer = Act(office.officer, told.published - timedelta(days=5), 9)
        operations.record_no_comments(**officer.on(inspection, office), version=0)
        return
    operations.submit_chief_officer_comments(
        **Act(office.chief, told.published - timedelta(days=10), 16).on(inspection, office),
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
