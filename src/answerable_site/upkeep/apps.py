from django.apps import AppConfig


class Upkeep(AppConfig):
    name = "answerable_site.upkeep"
    label = "upkeep"
