from django.apps import AppConfig


class Figures(AppConfig):
    name = "answerable_site.figures"
    label = "figures"
