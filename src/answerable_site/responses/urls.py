from django.urls import include, path

from answerable_site.responses.views import (
    approving,
    bodies,
    deciding,
    dispatching,
    drafting,
    evaluating,
    files,
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
    path("invitation/e-mail/", dispatching.send_invitation, name="send_invitation"),
    path("chief-officer/comments/", drafting.enter_comments, name="enter_comments"),
    path("chief-officer/no-comments/", drafting.record_no_comments, name="record_no_comments"),
    path("chief-officer/submit/", drafting.submit_comments, name="submit_comments"),
    path("own-comments/", drafting.own_comments, name="own_comments"),
    path("reply/", drafting.reply, name="reply"),
    path("explanations/<int:finding_id>/", drafting.explain, name="explain"),
    path("prepare/", signing.prepare, name="prepare"),
    path("sign/", signing.sign, name="sign"),
    path("publish/", signing.publish, name="publish"),
    path("sent/<slug:purpose>/", dispatching.dispatches, name="dispatches"),
    path("sent/<slug:purpose>/e-mail/", dispatching.send_copy, name="send_copy"),
    path("sent/<slug:purpose>/record/", dispatching.record_dispatch, name="record_dispatch"),
    path("files/<uuid:file_id>/", files.file, name="file"),
    path("public-register/", signing.prepare_entry, name="prepare_entry"),
    path("public-register/correction/", signing.correct_entry, name="correct_entry"),
]
of_one_body = [
    path("recipients/", bodies.recipients, name="recipients"),
    path("recipients/<slug:purpose>/", bodies.recipient, name="recipient"),
    path("specified-information/", bodies.specified_information, name="specified_information"),
    path(
        "specified-information/<slug:kind>/",
        bodies.record_specified_information,
        name="record_specified_information",
    ),
]
urlpatterns = [
    path("", reading.responses, name="responses"),
    path("checks/<slug:body>/", approving.approval_steps, name="approval_steps"),
    path(
        "checks/<slug:body>/<int:step_id>/end/",
        approving.end_approval_step,
        name="end_approval_step",
    ),
    path("bodies/<slug:body>/", include(of_one_body)),
    path("<int:inspection_id>/<slug:body>/", include(of_one_response)),
]
