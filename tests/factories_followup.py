"""Commitments of an invented office, its force and its partners, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tests import factories, factories_responses
from tests.made_once import made_once

from answerable_site.followup import operations, queries
from answerable_site.followup.models import (
    Action,
    AssuranceLevel,
    Commitment,
    Evidence,
    PracticeReview,
)
from answerable_site.followup.operations import NewAction, NewEvidence, Promise, ReviewedPractice
from answerable_site.followup.rules import (
    AssuranceKind,
    EvidenceKind,
    OwnView,
    Pathway,
    Policy,
    Target,
    Whose,
)
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind, Role, Viewer
from answerable_site.register.models import Inspection, Recommendation

AT = datetime(2026, 6, 1, 10, tzinfo=UTC)
TODAY = date(2026, 6, 1)
DUE = date(2026, 9, 30)
"""The original date of every commitment."""


@dataclass(frozen=True)
class FollowedUp:
    """An office that follows up one report, with people of all who act."""

    office: factories.Office
    inspection: Inspection
    recommendations: list[Recommendation]
    liaison: User
    owner: User
    """An action owner of the force."""
    cps: Organisation
    cps_owner: User
    levels: dict[str, AssuranceLevel]
    """The levels of assurance by their kind."""
    commitment: Commitment
    """The force’s, about the first recommendation."""

    def viewer(self, role: str, on: date = TODAY) -> Viewer:
        """The viewer that one of the people is: `officer`, `holder`, `liaison`, `owner`, …"""
        user = getattr(self, role, None) or getattr(self.office, role)
        return factories.viewer(user, on=on)


@made_once
def followed_up(name: str = "Wexmoor", policy: Policy | None = None) -> FollowedUp:
    """A force bound by the first recommendation of a report, due on `DUE`."""
    case = factories_responses.case(name)
    force = case.office.force
    cps = factories.organisation(f"CPS {name} Area", OrganisationKind.CPS_AREA, "")
    officer = factories.viewer(case.office.officer, on=TODAY)
    operations.begin_levels(by=officer, at=AT, body=case.office.body)
    if policy:
        operations.set_policy(by=officer, at=AT, body=case.office.body, policy=policy)
    levels = {one.kind: one for one in queries.assurance_levels_of(case.office.body.pk)}
    liaison = factories.person(f"{name} Liaison", (force, Role.FORCE_LIAISON))
    owner = factories.person(f"{name} Owner", (force, Role.ACTION_OWNER))
    cps_owner = factories.person(f"{name} Prosecution Owner", (cps, Role.ACTION_OWNER))
    return FollowedUp(
        office=case.office,
        inspection=case.inspection,
        recommendations=case.recommendations,
        liaison=liaison,
        owner=owner,
        cps=cps,
        cps_owner=cps_owner,
        levels=levels,
        commitment=promised(case.office, case.recommendations[0], force),
    )


def promised(
    office: factories.Office,
    recommendation: Recommendation,
    organisation: Organisation,
    due_on: date | None = DUE,
    summary: str = "Write down every withdrawal with its reason",
) -> Commitment:
    """A commitment of an organisation, as the office begins to follow it up."""
    (begun,) = operations.begin_commitments(
        by=factories.viewer(office.officer, on=TODAY),
        at=AT,
        on=TODAY,
        body=office.body,
        promises=[
            Promise(
                recommendation,
                organisation,
                summary,
                target=Target(due_on, Whose.INSPECTORATE) if due_on else None,
            )
        ],
    )
    return begun


def owned(followed: FollowedUp) -> Commitment:
    """The force’s commitment, owned by the action owner."""
    operations.assign_owner(
        by=followed.viewer("liaison"),
        at=AT,
        on=TODAY,
        thing=followed.commitment,
        owner=followed.owner,
    )
    followed.commitment.refresh_from_db()
    return followed.commitment


def action(
    followed: FollowedUp, title: str = "Brief every supervisor", due_on: date = DUE
) -> Action:
    """An action of the force, owned by the action owner."""
    return operations.add_action(
        by=followed.viewer("liaison"),
        at=AT,
        commitment=followed.commitment,
        action=NewAction(title=title, owner=followed.owner, target=Target(due_on, Whose.INTERNAL)),
    )


def handed(
    followed: FollowedUp, measure: str = "victims_told", commitment: Commitment | None = None
) -> Evidence:
    """A figure of a measure that the liaison officer hands over, of the force’s commitment."""
    return operations.add_evidence(
        by=followed.viewer("liaison"),
        at=AT,
        today=TODAY,
        commitment=commitment or followed.commitment,
        evidence=NewEvidence(
            kind=EvidenceKind.MEASURE,
            title="A released figure",
            on=TODAY,
            address="https://example.org/figures/1/",
            measure=measure,
        ),
    )


def evidence(followed: FollowedUp, on: date = TODAY) -> Evidence:
    """A link that the liaison officer adds."""
    return operations.add_evidence(
        by=followed.viewer("liaison", on=on),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        evidence=NewEvidence(
            EvidenceKind.LINK,
            "Audit of forty records",
            on=on,
            address="https://example.org/audit",
        ),
    )


def ready_to_close(followed: FollowedUp, on: date = TODAY) -> Commitment:
    """Claimed, shown, assured: nothing stands between the commitment and its closure on a day.

    The policy of the office must ask for no days of demonstration.
    """
    shown = evidence(followed, on)
    criterion = operations.write_criterion(
        by=followed.viewer("officer"),
        at=moment(on),
        commitment=followed.commitment,
        words="Nine of ten records hold the reason",
    )
    operations.state_own_view(
        by=followed.viewer("liaison", on=on),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        view=OwnView.COMPLETE,
        on=on,
        words="All supervisors were briefed",
    )
    operations.judge_criterion(
        by=followed.viewer("officer", on=on),
        at=moment(on),
        criterion=criterion,
        is_met=True,
        words="Thirty-eight of forty",
        evidence=[shown],
    )
    operations.give_assurance(
        by=followed.viewer("officer", on=on),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        level=followed.levels[AssuranceKind.COMPLETE],
        words="Seen in the audit",
    )
    followed.commitment.refresh_from_db()
    return followed.commitment


def closed(followed: FollowedUp, on: date = TODAY) -> Commitment:
    """The same, closed on the day."""
    ready_to_close(followed, on)
    operations.close_commitment(
        by=followed.viewer("officer", on=on),
        at=moment(on),
        today=on,
        commitment=followed.commitment,
        words="The audit shows it",
    )
    followed.commitment.refresh_from_db()
    return followed.commitment


def practice_review(
    body: Organisation,
    officer: Viewer,
    *,
    held_on: date,
    next_due_on: date,
    at: datetime = AT,
    pathway: Pathway = Pathway.ESCALATION,
    title: str = "How disagreements go up",
    commitments: Iterable[Commitment] = (),
) -> PracticeReview:
    """A review of how something is done, as the response officer of a body records it."""
    return operations.record_practice_review(
        by=officer,
        at=at,
        today=at.date(),
        body=body,
        practice=ReviewedPractice(
            pathway=pathway,
            title=title,
            period_from_on=held_on - timedelta(days=100),
            period_to_on=held_on - timedelta(days=10),
            held_on=held_on,
            scope="Forty files",
            commissioned_services="",
            other_services="",
            advocates="",
            victims_input="Two panels",
            found="It works",
            changed="Nothing",
            next_due_on=next_due_on,
        ),
        commitments=commitments,
    )


def moment(on: date) -> datetime:
    """A moment in the morning of a day."""
    return AT + timedelta(days=(on - TODAY).days)
