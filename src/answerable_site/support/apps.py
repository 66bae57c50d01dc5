from django.apps import AppConfig


class Support(AppConfig):
    name = "answerable_site.support"
    label = "support"
