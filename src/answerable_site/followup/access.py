"""Who may open the pages of follow-up, and who may do what about a commitment that they see."""

from __future__ import annotations

from answerable_site.followup.models import Action, Commitment, Escalation
from answerable_site.people.access import Refused, RouteRules, holds, sends
from answerable_site.people.rules import (
    TAKES_PART_IN_RESPONSES,
    OrganisationKind,
    Role,
    Scope,
    Viewer,
)

FOLLOWS_UP = TAKES_PART_IN_RESPONSES | {Role.ACTION_OWNER, Role.CPS_MANAGER}
"""Roles that see follow-up: all of a body and its force; of others, what they are bound by."""
MANAGES = {
    OrganisationKind.LOCAL_POLICING_BODY: (Role.RESPONSE_OFFICER,),
    OrganisationKind.POLICE_FORCE: (Role.FORCE_LIAISON, Role.CHIEF_OFFICERS_OFFICE),
    OrganisationKind.CPS_AREA: (Role.CPS_MANAGER, Role.ACTION_OWNER),
    OrganisationKind.INSPECTORATE: (),
    OrganisationKind.SUPPORT_SERVICE: (Role.ACTION_OWNER,),
    OrganisationKind.NATIONAL_BODY: (Role.ACTION_OWNER,),
}
"""Roles that say what their organisation does about its commitments."""
OFFICE = (Role.RESPONSE_OFFICER, Role.HOLDER)
"""Roles that judge for the policing body."""

follows_up = holds(*FOLLOWS_UP)
office = holds(*OFFICE)
officers = holds(Role.RESPONSE_OFFICER)

ROUTES: RouteRules = {
    # Receipts are read and trackers are sent at one address: the operation asks for its own scope.
    "api:trackers": sends(Scope.SEND_TRACKERS, Scope.READ_TRACKERS),
    "api:tracker": sends(Scope.READ_TRACKERS),
    "followup:commitment": follows_up,
    "followup:assign_owner": follows_up,
    "followup:set_target": follows_up,
    "followup:pause": follows_up,
    "followup:add_update": follows_up,
    "followup:agree_update": follows_up,
    "followup:propose_wording": follows_up,
    "followup:approve_wording": office,
    "followup:state_own_view": follows_up,
    "followup:give_assurance": office,
    "followup:record_inspectorate": office,
    "followup:add_action": follows_up,
    "followup:add_evidence": follows_up,
    "followup:evidence_file": follows_up,
    "followup:judge_evidence": office,
    "followup:write_criterion": office,
    "followup:drop_criterion": office,
    "followup:judge_criterion": office,
    "followup:close": office,
    "followup:check_closure": office,
    "followup:reopen": office,
    "followup:plan_review": follows_up,
    "followup:hold_review": follows_up,
    "followup:add_risk": follows_up,
    "followup:end_risk": follows_up,
    "followup:acknowledge": follows_up,
    "followup:action": follows_up,
    "followup:assign_action_owner": follows_up,
    "followup:set_action_target": follows_up,
    "followup:pause_action": follows_up,
    "followup:update_action": follows_up,
    "followup:add_task": follows_up,
    "followup:link_action": follows_up,
    "followup:add_dependency": follows_up,
    "followup:end_dependency": follows_up,
    "followup:begin": officers,
    "followup:begin_for": officers,
    "followup:choices_of_all": follows_up,
    "followup:choices": follows_up,
    "followup:set_policy": officers,
    "followup:begin_levels": officers,
    "followup:name_level": officers,
    "followup:end_level": officers,
    "followup:name_closure_level": officers,
    "followup:end_closure_level": officers,
    "followup:name_step": follows_up,
    "followup:end_last_step": follows_up,
    "followup:practice_reviews": follows_up,
    "followup:practice_review": follows_up,
    "followup:record_practice_review": officers,
    "followup:tracker": officers,
    "followup:tracker_template": officers,
    "followup:tracker_columns": officers,
    "followup:tracker_check": officers,
    "followup:tracker_words": officers,
    "followup:tracker_load": officers,
    "followup:take_out": officers,
    "followup:commitments": follows_up,
    "followup:actions": follows_up,
    "followup:filter": follows_up,
    "followup:filter_actions": follows_up,
    "followup:board": follows_up,
    "followup:exceptions": follows_up,
    "followup:my_work": follows_up,
    "followup:changes": follows_up,
    "followup:save_filter": follows_up,
    "followup:drop_filter": follows_up,
    "followup:change_many": follows_up,
    "followup:change_many_actions": follows_up,
    "followup:commitments_csv": follows_up,
    "followup:commitments_ods": follows_up,
    "followup:commitments_xlsx": follows_up,
}


def can_decide(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether the viewer is a response officer of the body that follows it up, and so may keep
    everything about it except other people’s judgements."""
    return decides_for(viewer, commitment.body_id)


def decides_for(viewer: Viewer, body_id: int) -> bool:
    """Whether the viewer is a response officer of the policing body."""
    return viewer.holds_in(body_id, Role.RESPONSE_OFFICER)


def check_can_decide(viewer: Viewer, body_id: int) -> None:
    """Raises Refused unless the viewer is a response officer of the policing body."""
    if not decides_for(viewer, body_id):
        raise Refused("Only a response officer of this policing body can do this.")


def can_manage(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether the viewer says what is done about a commitment: for the organisation that has to
    act, or for the body that follows it up."""
    return can_decide(viewer, commitment) or _manages(viewer, commitment)


def check_can_manage(viewer: Viewer, commitment: Commitment) -> None:
    """Raises Refused unless `can_manage`."""
    if not can_manage(viewer, commitment):
        raise Refused("Only those who manage this organisation’s commitments can do this.")


def can_work_on(viewer: Viewer, thing: Commitment | Action) -> bool:
    """Whether the viewer may say how a commitment or an action goes: its owner, and those who
    manage it."""
    if _owns(viewer, thing):
        return True
    if isinstance(thing, Commitment):
        return can_manage(viewer, thing)
    return can_manage_action(viewer, thing)


def check_can_work_on(viewer: Viewer, thing: Commitment | Action) -> None:
    """Raises Refused unless `can_work_on`."""
    if not can_work_on(viewer, thing):
        raise Refused("Only the owner, or those who manage this organisation’s work, can do this.")


def can_manage_action(viewer: Viewer, action: Action) -> bool:
    """Whether the viewer manages one of the commitments that an action serves, or owns one."""
    return any(
        can_manage(viewer, one) or _owns(viewer, one)
        for one in action.commitments.select_related("organisation")
    )


def check_can_manage_action(viewer: Viewer, action: Action) -> None:
    """Raises Refused unless `can_manage_action`."""
    if not can_manage_action(viewer, action):
        raise Refused("Only those who manage this organisation’s commitments can do this.")


def check_can_manage_either(viewer: Viewer, thing: Commitment | Action) -> None:
    """Raises Refused unless the viewer manages the commitment, or one that the action serves."""
    if isinstance(thing, Commitment):
        check_can_manage(viewer, thing)
    else:
        check_can_manage_action(viewer, thing)


def can_judge(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether the viewer judges for the body that follows a commitment up."""
    return viewer.holds_in(commitment.body_id, *OFFICE)


def check_can_judge(viewer: Viewer, commitment: Commitment) -> None:
    """Raises Refused unless `can_judge`."""
    if not can_judge(viewer, commitment):
        raise Refused("Only the office that follows this up can judge it.")


def check_can_agree(viewer: Viewer, commitment: Commitment, *, told_by: int) -> None:
    """Raises Refused unless the viewer manages the commitment, and somebody else told."""
    check_can_manage(viewer, commitment)
    if viewer.user_id == told_by:
        raise Refused("You wrote this yourself: somebody else must agree.")


def check_can_approve_wording(viewer: Viewer, commitment: Commitment, *, proposed_by: int) -> None:
    """Raises Refused unless the viewer judges for the body, and somebody else proposed."""
    check_can_judge(viewer, commitment)
    if viewer.user_id == proposed_by:
        raise Refused("You proposed these words yourself: somebody else must approve them.")


def may_allow_more(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether the viewer may move a date more often than the body’s policy allows."""
    return can_judge(viewer, commitment)


def can_name_levels(viewer: Viewer, organisation_id: int, kind: OrganisationKind) -> bool:
    """Whether the viewer manages the organisation’s commitments, and so says who is told."""
    return viewer.holds_in(organisation_id, *MANAGES[kind])


def check_can_name_levels(viewer: Viewer, organisation_id: int, kind: OrganisationKind) -> None:
    """Raises Refused unless the viewer manages the organisation’s commitments."""
    if not can_name_levels(viewer, organisation_id, kind):
        raise Refused("Only those who manage this organisation’s commitments can do this.")


def can_acknowledge(viewer: Viewer, escalation: Escalation) -> bool:
    """Whether the viewer was told of an escalation, or works on what it is about."""
    thing = escalation.commitment or escalation.action
    return escalation.told_id == viewer.user_id or (
        thing is not None and can_work_on(viewer, thing)
    )


def check_can_acknowledge(viewer: Viewer, escalation: Escalation) -> None:
    """Raises Refused unless `can_acknowledge`."""
    if not can_acknowledge(viewer, escalation):
        raise Refused("Only the person who was told can say what is done about it.")


def _owns(viewer: Viewer, thing: Commitment | Action) -> bool:
    """Whether it is the viewer’s own; what nobody owns is not that of whoever is not signed in."""
    return thing.owner_id is not None and thing.owner_id == viewer.user_id


def _manages(viewer: Viewer, commitment: Commitment) -> bool:
    kind = OrganisationKind(commitment.organisation.kind)
    return viewer.holds_in(commitment.organisation_id, *MANAGES[kind])
