from django.apps import AppConfig


class Home(AppConfig):
    name = "answerable_site.home"
    label = "home"
