"""The addresses of follow-up: lists, commitments and actions, choices of a body, trackers."""

from django.urls import path

from answerable_site.followup.urls import lists
from answerable_site.followup.views import until_pages

app_name = "followup"
urlpatterns = [
    *lists.urlpatterns,
    path("commitments/<number:commitment_id>/", until_pages.commitment, name="commitment"),
    path("actions/<number:action_id>/", until_pages.action, name="action"),
]
