from django.apps import AppConfig


class AccessReview(AppConfig):
    name = "answerable_site.accessreview"
    label = "accessreview"
