from django.apps import AppConfig


class Search(AppConfig):
    name = "answerable_site.search"
    label = "search"
