from django.urls import path

from answerable_site.casework.views import cases, limits, working

app_name = "casework"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("add/", cases.add, name="add"),
    path("look-up/", cases.look_up, name="look_up"),
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
