from django.urls import path

from answerable_site.publication import views
from answerable_site.publication.rules import FileFormat

app_name = "publication"
urlpatterns = [
    path("", views.register, name="register"),
    path("register.csv", views.register_csv, name="register_csv"),
    path("feed.atom", views.feed, name="feed"),
    path("record/", views.record, name="record"),
    path("record/heads.jsonl", views.heads_file, name="heads_file"),
    path("entries/waiting/", views.waiting, name="waiting"),
    path("entries/<number:entry_id>/release/", views.release, name="release"),
    path(
        "corrections/<number:correction_id>/release/",
        views.release_correction,
        name="release_correction",
    ),
    path("versions/<number:response_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<slug:body>/", views.body, name="body"),
    path("<slug:body>/feed.atom", views.feed, name="body_feed"),
    path("<slug:body>/<slug:inspection>/", views.inspection, name="inspection"),
    path("<slug:body>/<slug:inspection>/facts.json", views.facts, name="facts"),
    path("<slug:body>/<slug:inspection>/versions/<number:version>/", views.version, name="version"),
    path(
        "<slug:body>/<slug:inspection>/versions/<number:version>.pdf",
        views.file,
        {"format_": FileFormat.PDF},
        name="pdf",
    ),
    path(
        "<slug:body>/<slug:inspection>/versions/<number:version>.docx",
        views.file,
        {"format_": FileFormat.DOCX},
        name="docx",
    ),
    path(
        "<slug:body>/<slug:inspection>/versions/<number:version>.odt",
        views.file,
        {"format_": FileFormat.ODT},
        name="odt",
    ),
    path(
        "<slug:body>/<slug:inspection>/versions/<number:version>.json",
        views.document,
        name="document",
    ),
]
