"""The addresses of follow-up: lists, commitments and actions, choices of a body, trackers."""

from answerable_site.followup.urls import lists

app_name = "followup"
urlpatterns = [*lists.urlpatterns]
