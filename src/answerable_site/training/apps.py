from django.apps import AppConfig


class Training(AppConfig):
    name = "answerable_site.training"
    label = "training"
