"""The addresses of the import of a tracker, and of the exit."""

from django.urls import path

from answerable_site.followup.views import exit as taking_out
from answerable_site.followup.views import trackers

urlpatterns = [
    path("tracker/", trackers.tracker, name="tracker"),
    path("tracker/template.csv", trackers.tracker_template, name="tracker_template"),
    path("tracker/columns/", trackers.tracker_columns, name="tracker_columns"),
    path("tracker/check/", trackers.tracker_check, name="tracker_check"),
    path("tracker/words/", trackers.tracker_words, name="tracker_words"),
    path("tracker/load/", trackers.tracker_load, name="tracker_load"),
    path("take-out/", taking_out.take_out, name="take_out"),
]
