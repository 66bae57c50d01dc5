from django.apps import AppConfig


class Scrutiny(AppConfig):
    name = "answerable_site.scrutiny"
    label = "scrutiny"
