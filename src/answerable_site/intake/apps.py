from django.apps import AppConfig


class Intake(AppConfig):
    name = "answerable_site.intake"
    label = "intake"
