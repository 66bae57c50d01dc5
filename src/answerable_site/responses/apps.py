from django.apps import AppConfig


class Responses(AppConfig):
    name = "answerable_site.responses"
    label = "responses"
