from django.urls import include, path

from answerable_site.responses.views import drafting, past, reading, signing, takeover

app_name = "responses"

of_one_response = [
    path("", reading.response, name="response"),
    path("document/", reading.document, name="document"),
    path("history/", reading.history, name="history"),
    path("explanations/", reading.explanations, name="explanations"),
    path("invitation/", drafting.invite, name="invite"),
    path("chief-officer/comments/", drafting.enter_comments, name="enter_comments"),
    path("chief-officer/no-comments/", drafting.record_no_comments, name="record_no_comments"),
    path("chief-officer/submit/", drafting.submit_comments, name="submit_comments"),
    path("own-comments/", drafting.own_comments, name="own_comments"),
    path("reply/", drafting.reply, name="reply"),
    path("explanations/<int:finding_id>/", drafting.explain, name="explain"),
    path("past/", past.past_response, name="past_response"),
    path("past/record/", past.record_past, name="record_past"),
    path("past/file/", past.past_file, name="past_file"),
    path("prepare/", signing.prepare, name="prepare"),
    path("sign/", signing.sign, name="sign"),
    path("publish/", signing.publish, name="publish"),
    path("public-register/", signing.prepare_entry, name="prepare_entry"),
    path("public-register/correction/", signing.correct_entry, name="correct_entry"),
]
urlpatterns = [
    path("", reading.responses, name="responses"),
    path("past/", past.past, name="past"),
    path("past/responses.csv", past.past_csv, name="past_csv"),
    path("past/list/", takeover.takeover, name="takeover"),
    path("past/list/template.csv", takeover.takeover_template, name="takeover_template"),
    path("past/list/check/", takeover.takeover_check, name="takeover_check"),
    path("past/list/load/", takeover.takeover_load, name="takeover_load"),
    path("<int:inspection_id>/<slug:body>/", include(of_one_response)),
]
