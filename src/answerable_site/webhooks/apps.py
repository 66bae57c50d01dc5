from django.apps import AppConfig


class Webhooks(AppConfig):
    name = "answerable_site.webhooks"
    label = "webhooks"
