from django.urls import path

from answerable_site.intake.views import loads, queued, rows, sending, sources

app_name = "intake"
urlpatterns = [
    path("", loads.loads, name="loads"),
    path("send/", sending.send, name="send"),
    path("send/check/", sending.check, name="check"),
    path("send/load/", sending.confirm, name="confirm"),
    path("going-on/<number:queued_id>/", queued.queued, name="queued"),
    path("going-on/<number:queued_id>/progress/", queued.queued_progress, name="queued_progress"),
    path("going-on/<number:queued_id>/cancel/", queued.cancel, name="cancel"),
    path("sources/", sources.sources, name="sources"),
    path("sources/describe/", sources.describe, name="describe"),
    path("<number:load_id>/", loads.load, name="load"),
    path("<number:load_id>/undo/", loads.undo, name="undo"),
    path("<number:load_id>/rows/", rows.rows, name="rows"),
    path("rows/<number:row_id>/", rows.row, name="row"),
    path("rows/<number:row_id>/give-up/", rows.give_up, name="give_up"),
]
