from django.apps import AppConfig


class FollowUp(AppConfig):
    name = "answerable_site.followup"
    label = "followup"
