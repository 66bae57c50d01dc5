"""The addresses of follow-up: lists, commitments and actions, choices of a body, trackers."""

from answerable_site.followup.urls import actions, choices, commitments, lists, trackers

app_name = "followup"
urlpatterns = [
    *lists.urlpatterns,
    *commitments.urlpatterns,
    *actions.urlpatterns,
    *choices.urlpatterns,
    *trackers.urlpatterns,
]
