from django.apps import AppConfig


class Audit(AppConfig):
    name = "answerable_site.audit"
    label = "audit"
