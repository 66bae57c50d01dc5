from django.urls import path

from answerable_site.figures.views import cuts, erasing, queued, replanning

app_name = "figures"
urlpatterns = [
    path("", cuts.cuts, name="cuts"),
    path("ask/", queued.ask, name="ask"),
    path("going-on/<number:queued_id>/", queued.queued, name="queued"),
    path("going-on/<number:queued_id>/progress/", queued.queued_progress, name="queued_progress"),
    path("going-on/<number:queued_id>/cancel/", queued.cancel, name="cancel"),
    path("<number:cut_id>/", cuts.cut, name="cut"),
    path("<number:cut_id>/verify/", cuts.verify, name="verify"),
    path("<number:cut_id>/keep-until/", replanning.replan, name="replan"),
    path("<number:cut_id>/erase/", erasing.ask_erasure, name="ask_erasure"),
    path("<number:cut_id>/erase/confirm/", erasing.confirm_erasure, name="confirm_erasure"),
    path("<number:cut_id>/erase/call-off/", erasing.call_off_erasure, name="call_off_erasure"),
]
