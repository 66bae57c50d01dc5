"""What one office of the matrix follows up: a recommendation that binds everybody around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from tests import factories, factories_followup
from tests.site.access import seats
from tests.site.access.records import AT, Records

from answerable_site.followup import operations, queries
from answerable_site.followup.models import Closure, Commitment
from answerable_site.followup.operations import NewAction, NewEvidence, Promise
from answerable_site.followup.rules import EvidenceKind, Rating, RiskRating, Target, Whose
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role
from answerable_site.register.models import Recommendation

BOUND = (
    OrganisationKind.POLICE_FORCE,
    OrganisationKind.CPS_AREA,
    OrganisationKind.SUPPORT_SERVICE,
    OrganisationKind.NATIONAL_BODY,
)
DUE = date(2026, 9, 30)


def add_follow_up(records: Records) -> None:
    """Commitments of every organisation around the office, and a row of every kind of the force’s.

    An action owner of the force, who is no viewer of the matrix, owns and adds what others judge.
    """
    commitment = _begin(records)
    owner = factories.person(f"{records.mark} Doer", (records.office.force, Role.ACTION_OWNER))
    officer = {"by": factories.viewer(records.office.officer, on=AT.date()), "at": AT}
    operations.assign_owner(**officer, on=AT.date(), thing=commitment, owner=owner)
    commitment.refresh_from_db()
    doer = {"by": factories.viewer(owner, on=AT.date()), "at": AT}
    _add_actions(records, commitment, doer)
    _add_proof(records, commitment, officer, doer)
    _add_watching(records, commitment, officer, doer)
    _add_choices(records, commitment, officer)
    _keep_a_view(records)
    for route in (
        *("commitment", "add_update", "propose_wording", "assign_owner", "set_target", "pause"),
        *("state_own_view", "give_assurance", "record_inspectorate", "add_evidence"),
        *("write_criterion", "close", "reopen", "plan_review", "add_risk", "add_action"),
    ):
        records.arguments[f"followup:{route}"] = {"commitment_id": commitment.pk}


def go_up(records: Records) -> None:
    """Let everything go up that does, once the office has all its records."""
    # Nobody owns the actions.
    raised = operations.raise_escalations(by=PRODUCT, at=AT, on=AT.date())
    own = next(one for one in raised if one.organisation_id == records.office.force.pk)
    records.arguments["followup:acknowledge"] = {"escalation_id": own.pk}


def _keep_a_view(records: Records) -> None:
    kept = operations.save_filter(
        by=factories.viewer(seats.member(records.office, Role.RESPONSE_OFFICER), on=AT.date()),
        at=AT,
        name=records.mark,
        asked={"q": "bags"},
    )
    records.arguments["followup:drop_filter"] = {"filter_id": kept.pk}


def _begin(records: Records) -> Commitment:
    found = Recommendation.objects.get(
        pk=records.arguments["register:recommendation"]["recommendation_id"]
    )
    force, *_ = operations.begin_commitments(
        by=factories.viewer(records.office.officer, on=AT.date()),
        at=AT,
        on=AT.date(),
        body=records.office.body,
        promises=[
            Promise(
                found,
                seats.organisation(records.office, kind),
                f"Label every bag of {records.mark}",
                target=Target(DUE, Whose.INSPECTORATE),
            )
            for kind in BOUND
        ],
    )
    records.arguments["followup:begin_for"] = {
        "body": records.office.body.slug,
        "recommendation_id": found.pk,
    }
    return force


def _add_actions(records: Records, commitment: Commitment, doer: dict[str, Any]) -> None:
    action, needed = (
        operations.add_action(
            **doer, commitment=commitment, action=NewAction(title=f"{title} of {records.mark}")
        )
        for title in ("Labels", "Bags")
    )
    operations.add_dependency(**doer, action=action, needed=needed, reason="No bag, no label")
    update = operations.add_update(
        **doer, on=AT.date(), thing=action, rating=Rating.GREEN, words=f"{records.mark} goes on"
    )
    records.arguments["followup:agree_update"] = {"update_id": update.pk}
    records.arguments["followup:end_dependency"] = {"dependency_id": action.waits_for.get().pk}
    for route in (
        *("action", "update_action", "add_task", "link_action", "add_dependency"),
        *("assign_action_owner", "set_action_target", "pause_action"),
    ):
        records.arguments[f"followup:{route}"] = {"action_id": action.pk}


def _add_proof(
    records: Records, commitment: Commitment, officer: dict[str, Any], doer: dict[str, Any]
) -> None:
    evidence = operations.add_evidence(
        **doer,
        today=AT.date(),
        commitment=commitment,
        evidence=NewEvidence(
            EvidenceKind.FILE,
            f"Audit of {records.mark}",
            on=AT.date(),
            file=ContentFile(b"forty bags"),
            file_name=f"{records.mark}.txt",
        ),
    )
    criterion = operations.write_criterion(
        **officer, commitment=commitment, words=f"Nine of ten bags of {records.mark} are labelled"
    )
    beside = Commitment.objects.get(
        recommendation=commitment.recommendation,
        body=commitment.body,
        organisation__kind=OrganisationKind.NATIONAL_BODY,
    )
    closure = Closure.objects.create(
        commitment=beside,
        on=AT.date(),
        words=f"{records.mark} is done",
        check_due_on=date(2026, 10, 20),
        at=AT,
        by=records.office.officer,
    )
    for route in ("evidence_file", "judge_evidence"):
        records.arguments[f"followup:{route}"] = {"evidence_id": evidence.pk}
    for route in ("drop_criterion", "judge_criterion"):
        records.arguments[f"followup:{route}"] = {"criterion_id": criterion.pk}
    records.arguments["followup:check_closure"] = {"closure_id": closure.pk}


def _add_watching(
    records: Records, commitment: Commitment, officer: dict[str, Any], doer: dict[str, Any]
) -> None:
    review = operations.plan_review(**officer, commitment=commitment, due_on=date(2026, 8, 1))
    risk = operations.add_risk(
        **doer,
        commitment=commitment,
        words=f"{records.mark} runs out of labels",
        rating=RiskRating.LOW,
        mitigation="Order more",
    )
    wording = operations.propose_wording(
        **doer, commitment=commitment, words=f"Bags are labelled in {records.mark}"
    )
    chief = seats.member(records.office, Role.CHIEF_OFFICERS_OFFICE)
    operations.name_step(
        by=factories.viewer(chief, on=AT.date()),
        at=AT,
        organisation=records.office.force,
        position=0,
        title=f"Head of {records.mark}",
        person=chief,
    )
    operations.name_step(
        **officer,
        organisation=records.office.body,
        position=0,
        title=f"Office of {records.mark}",
        person=records.office.officer,
    )
    records.arguments |= {
        "followup:hold_review": {"review_id": review.pk},
        "followup:end_risk": {"risk_id": risk.pk},
        "followup:approve_wording": {"wording_id": wording.pk},
    }


def _add_choices(records: Records, commitment: Commitment, officer: dict[str, Any]) -> None:
    body = records.office.body
    operations.begin_levels(**officer, body=body)
    level = queries.assurance_levels_of(body.pk)[0]
    closure_level = operations.name_closure_level(
        **officer, body=body, name=f"Level of {records.mark}", who="A lead inspector"
    )
    review = factories_followup.practice_review(
        body,
        officer["by"],
        held_on=date(2026, 4, 10),
        next_due_on=date(2026, 10, 10),
        at=officer["at"],
        title=f"How {records.mark} escalates",
        commitments=[commitment],
    )
    for route in (
        *("choices", "set_policy", "begin_levels", "name_level", "name_closure_level"),
        *("name_step", "end_last_step", "record_practice_review"),
    ):
        records.arguments[f"followup:{route}"] = {"slug": body.slug}
    records.arguments |= {
        "followup:end_level": {"level_id": level.pk},
        "followup:end_closure_level": {"level_id": closure_level.pk},
        "followup:practice_review": {"review_id": review.pk},
    }
