"""The addresses of follow-up: lists, commitments and actions, choices of a body, trackers."""

from answerable_site.followup.urls import actions, choices, commitments, trackers

app_name = "followup"
urlpatterns = [
    *commitments.urlpatterns,
    *actions.urlpatterns,
    *choices.urlpatterns,
    *trackers.urlpatterns,
]
