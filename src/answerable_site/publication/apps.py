from django.apps import AppConfig


class Publication(AppConfig):
    name = "answerable_site.publication"
    label = "publication"
