from django.apps import AppConfig


class Casework(AppConfig):
    name = "answerable_site.casework"
    label = "casework"
