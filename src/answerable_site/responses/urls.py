from django.urls import include, path

from answerable_site.responses.views import (
    approving,
    deciding,
    drafting,
    evaluating,
    planning,
    reading,
    signing,
)

app_name = "responses"

of_one_response = [
    path("", reading.response, name="response"),
    path("document/", reading.document, name="document"),
    path("history/", reading.history, name="history"),
    path("explanations/", reading.explanations, name="explanations"),
    path("duty/", deciding.decide_binding, name="decide_binding"),
    path("milestones/", planning.milestones, name="milestones"),
    path("milestones/pause/", planning.pause_milestones, name="pause_milestones"),
    path("milestones/restart/", planning.end_pause, name="end_pause"),
    path("evaluation/", evaluating.evaluation, name="evaluation"),
    path("evaluation.pdf", evaluating.evaluation_file, name="evaluation_file"),
    path("left-out/", deciding.exclusions, name="exclusions"),
    path("left-out/add/", deciding.exclude, name="exclude"),
    path("left-out/<int:exclusion_id>/lift/", deciding.lift_exclusion, name="lift_exclusion"),
    path("revision/", deciding.revise, name="revise"),
    path("revision/give-up/", deciding.give_up_revision, name="give_up_revision"),
    path("approve/", approving.approve, name="approve"),
    path("invitation/", drafting.invite, name="invite"),
    path("chief-officer/comments/", drafting.enter_comments, name="enter_comments"),
    path("chief-officer/no-comments/", drafting.record_no_comments, name="record_no_comments"),
    path("chief-officer/submit/", drafting.submit_comments, name="submit_comments"),
    path("own-comments/", drafting.own_comments, name="own_comments"),
    path("reply/", drafting.reply, name="reply"),
    path("explanations/<int:finding_id>/", drafting.explain, name="explain"),
    path("prepare/", signing.prepare, name="prepare"),
    path("sign/", signing.sign, name="sign"),
    path("publish/", signing.publish, name="publish"),
    path("public-register/", signing.prepare_entry, name="prepare_entry"),
    path("public-register/correction/", signing.correct_entry, name="correct_entry"),
]
urlpatterns = [
    path("", reading.responses, name="responses"),
    path("checks/<slug:body>/", approving.approval_steps, name="approval_steps"),
    path(
        "checks/<slug:body>/<int:step_id>/end/",
        approving.end_approval_step,
        name="end_approval_step",
    ),
    path("<int:inspection_id>/<slug:body>/", include(of_one_response)),
]
