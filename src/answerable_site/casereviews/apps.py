from django.apps import AppConfig


class CaseReviews(AppConfig):
    name = "answerable_site.casereviews"
    label = "casereviews"
