"""Commitments, and every act about one."""

from django.urls import path

from answerable_site.followup.views import commitments, dating, proving, states, watching

ONE = "commitments/<number:commitment_id>/"

urlpatterns = [
    path(ONE, commitments.commitment, name="commitment"),
    path(f"{ONE}update/", commitments.add_update, name="add_update"),
    path("updates/<number:update_id>/agree/", commitments.agree_update, name="agree_update"),
    path(f"{ONE}public-words/", commitments.propose_wording, name="propose_wording"),
    path(
        "public-words/<number:wording_id>/approve/",
        commitments.approve_wording,
        name="approve_wording",
    ),
    path(f"{ONE}owner/", dating.assign_owner, name="assign_owner"),
    path(f"{ONE}date/", dating.set_target, name="set_target"),
    path(f"{ONE}pause/", dating.pause, name="pause"),
    path(f"{ONE}own-view/", states.state_own_view, name="state_own_view"),
    path(f"{ONE}assurance/", states.give_assurance, name="give_assurance"),
    path(f"{ONE}inspectorate/", states.record_inspectorate, name="record_inspectorate"),
    path(f"{ONE}evidence/add/", proving.add_evidence, name="add_evidence"),
    path("evidence/<number:evidence_id>/file/", proving.evidence_file, name="evidence_file"),
    path("evidence/<number:evidence_id>/judge/", proving.judge_evidence, name="judge_evidence"),
    path(f"{ONE}criteria/add/", proving.write_criterion, name="write_criterion"),
    path("criteria/<number:criterion_id>/drop/", proving.drop_criterion, name="drop_criterion"),
    path("criteria/<number:criterion_id>/test/", proving.judge_criterion, name="judge_criterion"),
    path(f"{ONE}close/", proving.close, name="close"),
    path(f"{ONE}reopen/", proving.reopen, name="reopen"),
    path("closures/<number:closure_id>/check/", proving.check_closure, name="check_closure"),
    path(f"{ONE}reviews/plan/", watching.plan_review, name="plan_review"),
    path("reviews/<number:review_id>/hold/", watching.hold_review, name="hold_review"),
    path(f"{ONE}risks/add/", watching.add_risk, name="add_risk"),
    path("risks/<number:risk_id>/end/", watching.end_risk, name="end_risk"),
    path("escalations/<number:escalation_id>/", watching.acknowledge, name="acknowledge"),
]
