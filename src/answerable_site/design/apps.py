from django.apps import AppConfig


class Design(AppConfig):
    name = "answerable_site.design"
    label = "design"
