from django.urls import include, path

from answerable_site.responses.views import (
    comparing,
    drafting,
    explaining,
    reading,
    signing,
    unsaved,
)

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
    path("explanations/<int:finding_id>/", explaining.explain, name="explain"),
    path("unsaved/keep/", unsaved.keep_unsaved, name="keep_unsaved"),
    path("unsaved/discard/", unsaved.discard_unsaved, name="discard_unsaved"),
    path("plain-english/", comparing.plain_english, name="plain_english"),
    path("compare/<slug:kind>/<int:before>/<int:after>/", comparing.compare, name="compare"),
    path("prepare/", signing.prepare, name="prepare"),
    path("sign/", signing.sign, name="sign"),
    path("publish/", signing.publish, name="publish"),
    path("public-register/", signing.prepare_entry, name="prepare_entry"),
    path("public-register/correction/", signing.correct_entry, name="correct_entry"),
]
urlpatterns = [
    path("", reading.responses, name="responses"),
    path("<int:inspection_id>/<slug:body>/", include(of_one_response)),
]
