from django.urls import path

from answerable_site.casework.views import (
    cases,
    due,
    handing_over,
    letters,
    limits,
    notices,
    pathway,
    pilot,
    quality,
    recording,
    working,
)

app_name = "casework"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("add/", cases.add, name="add"),
    path("look-up/", cases.look_up, name="look_up"),
    path("due/", due.due, name="due"),
    path("rules/<slug:code>/", due.rule, name="rule"),
    path("quality/", quality.quality, name="quality"),
    path("pilot/", pilot.pilot, name="pilot"),
    path("disagreements/", pathway.pathway, name="pathway"),
    path("hand-over/", handing_over.hand_over, name="hand_over"),
    path("<number:case_id>/letters/write/", letters.letter, name="letter"),
    path("<number:case_id>/notices/draft/", notices.notice, name="notice"),
    path("<number:case_id>/record/", recording.choose_event, name="choose_event"),
    path("<number:case_id>/record/<slug:kind>/", recording.record, name="record"),
    path("<number:case_id>/events/<number:number>/", recording.event, name="event"),
    path("limits/", limits.limits, name="limits"),
    path("limits/<number:organisation_id>/<slug:code>/", limits.limit, name="limit"),
    path("limits/<number:organisation_id>/<slug:code>/set/", limits.set_limit, name="set_limit"),
    path(
        "limits/versions/<number:version_id>/confirm/", limits.confirm_limit, name="confirm_limit"
    ),
    path("<number:case_id>/", cases.case, name="case"),
    path("<number:case_id>/open/", cases.open_case, name="open"),
    path("<number:case_id>/references/add/", cases.add_reference, name="add_reference"),
    path("<number:case_id>/assign/", working.assign, name="assign"),
    path("<number:case_id>/share/", working.share, name="share"),
    path("assignments/<number:assignment_id>/end/", working.end_assignment, name="end_assignment"),
    path("shares/<number:share_id>/end/", working.end_share, name="end_share"),
]
