from django.urls import include, path

from answerable_site.responses.views import bodies, dispatching, drafting, files, reading, signing

app_name = "responses"

of_one_response = [
    path("", reading.response, name="response"),
    path("document/", reading.document, name="document"),
    path("history/", reading.history, name="history"),
    path("explanations/", reading.explanations, name="explanations"),
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
    path("bodies/<slug:body>/", include(of_one_body)),
    path("<int:inspection_id>/<slug:body>/", include(of_one_response)),
]
