from django.urls import path

from answerable_site.figures.views import cuts, erasing, queued, replanning

urlpatterns = [
    path("cuts/", cuts.cuts, name="cuts"),
    path("cuts/ask/", queued.ask, name="ask"),
    path("cuts/going-on/<number:queued_id>/", queued.queued, name="queued"),
    path(
        "cuts/going-on/<number:queued_id>/progress/", queued.queued_progress, name="queued_progress"
    ),
    path("cuts/going-on/<number:queued_id>/cancel/", queued.cancel, name="cancel"),
    path("cuts/<number:cut_id>/", cuts.cut, name="cut"),
    path("cuts/<number:cut_id>/verify/", cuts.verify, name="verify"),
    path("cuts/<number:cut_id>/keep-until/", replanning.replan, name="replan"),
    path("cuts/<number:cut_id>/erase/", erasing.ask_erasure, name="ask_erasure"),
    path("cuts/<number:cut_id>/erase/confirm/", erasing.confirm_erasure, name="confirm_erasure"),
    path("cuts/<number:cut_id>/erase/call-off/", erasing.call_off_erasure, name="call_off_erasure"),
]
