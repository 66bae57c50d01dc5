from django.apps import AppConfig


class People(AppConfig):
    name = "answerable_site.people"
    label = "people"
