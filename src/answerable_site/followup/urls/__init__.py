"""The addresses of follow-up: lists, commitments and actions, choices of a body, trackers."""

from django.urls import URLPattern

app_name = "followup"
urlpatterns: list[URLPattern] = []
