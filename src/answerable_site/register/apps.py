from django.apps import AppConfig


class Register(AppConfig):
    name = "answerable_site.register"
    label = "register"
