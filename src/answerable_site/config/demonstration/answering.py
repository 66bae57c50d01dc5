"""Answers invented reports as an office would: invite, hear, explain, prepare, sign, publish."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from answerable.statute import LONDON, civil_date
from answerable.synthetic.reports import (
    Course,
    InventedAnswer,
    InventedExplanation,
    InventedReport,
)
from answerable.writing.canonical import content_hash
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.people.models import User
from answerable_site.people.queries import viewer_for
from answerable_site.register.models import Inspection, Recommendation
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import ExplanationKind, SignatoryFacts

DAYS_TO_INVITE = 3
DAYS_FOR_COMMENTS = 21
KINDS = {
    Course.TAKEN: ExplanationKind.ACTION_TAKEN,
    Course.PROPOSED: ExplanationKind.ACTION_PROPOSED,
    Course.NONE: ExplanationKind.NONE_AND_WHY,
}


def answer(
    report: InventedReport,
    told: InventedAnswer,
    inspection: Inspection,
    found: list[Recommendation],
    office: InventedOffice,
) -> None:
    """Answer a report whole and publish it on the day that its story tells."""
    _decide(report, inspection, office)
    _invite(report, inspection, office)
    _hear(told, inspection, office)
    drafted_on = told.published - timedelta(days=4)
    for explanation in told.explanations:
        _explain(explanation, inspection, found, office, drafted_on)
    officer = _Act(office.officer, drafted_on, 15)
    operations.write_own_comments(
        **officer.on(inspection, office),
        text=(
            "I welcome this report. I have read each finding with the Chief Constable. My office "
            "will ask about progress at every public accountability meeting until it is done."
        ),
        version=0,
    )
    operations.write_reply(**officer.on(inspection, office), text=told.reply, version=0)
    _publish(told.published, inspection, office)


def begin_answer(
    report: InventedReport,
    inspection: Inspection,
    found: list[Recommendation],
    office: InventedOffice,
    today: date,
) -> None:
    """Begin to answer a report that is due soon: invite, prepare its entry, explain one."""
    _decide(report, inspection, office)
    _invite(report, inspection, office)
    operations.prepare_public_entry(
        **_Act(office.officer, report.published + timedelta(days=DAYS_TO_INVITE), 11).on(
            inspection, office
        )
    )
    operations.explain_finding(
        **_Act(office.officer, today - timedelta(days=2), 14).on(inspection, office),
        finding_id=found[0].pk,
        kind=ExplanationKind.ACTION_TAKEN,
        text="The force changed its instructions to officers in October and told every team.",
        version=0,
    )


class _Act:
    """Who acts, and when, in the words that operations take."""

    def __init__(self, user: User, day: date, hour: int) -> None:
        self.viewer = viewer_for(user, on=day)
        self.at = datetime.combine(day, time(hour), tzinfo=LONDON)

    def on(self, inspection: Inspection, office: InventedOffice) -> dict[str, Any]:
        """Keywords that every operation on a response takes."""
        return {
            "by": self.viewer,
            "at": self.at,
            "inspection": inspection,
            "body": office.body,
        }


def _decide(report: InventedReport, inspection: Inspection, office: InventedOffice) -> None:
    proposal = queries.proposed_binding(inspection, office.body)
    operations.decide_binding(
        **_Act(office.officer, report.published + timedelta(days=2), 9).on(inspection, office),
        ground=proposal.ground,
        reason=proposal.because,
    )


def _invite(report: InventedReport, inspection: Inspection, office: InventedOffice) -> None:
    invited_on = report.published + timedelta(days=DAYS_TO_INVITE)
    operations.invite_chief_officer(
        **_Act(office.officer, invited_on, 10).on(inspection, office),
        invited_on=invited_on,
        comments_wanted_by=invited_on + timedelta(days=DAYS_FOR_COMMENTS),
    )


def _hear(told: InventedAnswer, inspection: Inspection, office: InventedOffice) -> None:
    operations.submit_chief_officer_comments(
        **_Act(office.chief, told.published - timedelta(days=10), 16).on(inspection, office),
        author_name=office.chief.full_name,
        author_title="Chief Constable",
        text=told.chief_officer_comments,
        version=0,
    )


def _explain(
    explanation: InventedExplanation,
    inspection: Inspection,
    found: list[Recommendation],
    office: InventedOffice,
    day: date,
) -> None:
    proposed = explanation.course is Course.PROPOSED
    operations.explain_finding(
        **_Act(office.officer, day, 14).on(inspection, office),
        finding_id=found[explanation.item].pk,
        kind=KINDS[explanation.course],
        text=explanation.text,
        version=0,
        due_on=day + timedelta(days=180) if proposed else None,
        owner="Head of investigations, Wexmoor Police" if proposed else "",
    )


def _publish(day: date, inspection: Inspection, office: InventedOffice) -> None:
    operations.prepare_response(
        **_Act(office.officer, day - timedelta(days=2), 16).on(inspection, office)
    )
    holder = _Act(office.holder, day - timedelta(days=1), 11)
    operations.sign_response(
        **holder.on(inspection, office),
        signed_as=office.body.holder_title,
        content_hash=_hash_shown(holder, inspection, office),
    )
    operations.publish_response(**_Act(office.publisher, day, 10).on(inspection, office))


def _hash_shown(holder: _Act, inspection: Inspection, office: InventedOffice) -> str:
    """The hash of the document as the holder sees it before signing."""
    held = queries.dossier_visible_to(
        holder.viewer, inspection_id=inspection.pk, body_slug=office.body.slug
    )
    if held is None:
        raise LookupError("The holder cannot see the response.")
    signatory = SignatoryFacts(
        name=office.holder.full_name,
        title=office.body.holder_title,
        signed_on=civil_date(holder.at),
    )
    return content_hash(compose(held.facts, signatory=signatory))
