from django.urls import path

from answerable_site.intake.views import differing, links, loads, queued, rows, sending, sources

app_name = "intake"
urlpatterns = [
    path("", loads.loads, name="loads"),
    path("send/", sending.send, name="send"),
    path("send/check/", sending.check, name="check"),
    path("send/check/progress/", sending.check_progress, name="check_progress"),
    path("send/check/differs/", differing.would_differ, name="would_differ"),
    path("send/check/differs.csv", differing.would_differ_csv, name="would_differ_csv"),
    path("send/load/", sending.confirm, name="confirm"),
    path("going-on/<number:queued_id>/", queued.queued, name="queued"),
    path("going-on/<number:queued_id>/progress/", queued.queued_progress, name="queued_progress"),
    path("going-on/<number:queued_id>/cancel/", queued.cancel, name="cancel"),
    path("sources/", sources.sources, name="sources"),
    path("sources/profiles/<slug:name>/", sources.shipped, name="shipped"),
    path("sources/profiles/<slug:name>/file/", sources.shipped_file, name="shipped_file"),
    path("sources/describe/", sources.describe, name="describe"),
    path("links/", links.links, name="links"),
    path("links/same-urn/", links.find_pairs, name="find_pairs"),
    path("links/<number:link_id>/", links.link, name="link"),
    path("links/<number:link_id>/accept/", links.accept_link, name="accept_link"),
    path("links/<number:link_id>/confirm/", links.confirm_link, name="confirm_link"),
    path("links/<number:link_id>/refuse/", links.refuse_link, name="refuse_link"),
    path("links/<number:link_id>/end/", links.end_link, name="end_link"),
    path("links/<number:link_id>/offer/", links.offer_linked, name="offer_linked"),
    path("<number:load_id>/", loads.load, name="load"),
    path("<number:load_id>/differs/", differing.difference, name="difference"),
    path("<number:load_id>/differs.csv", differing.difference_csv, name="difference_csv"),
    path("<number:load_id>/undo/", loads.undo, name="undo"),
    path("<number:load_id>/links/find/", links.find_links, name="find_links"),
    path("<number:load_id>/rows/", rows.rows, name="rows"),
    path("rows/<number:row_id>/", rows.row, name="row"),
    path("rows/<number:row_id>/give-up/", rows.give_up, name="give_up"),
]
