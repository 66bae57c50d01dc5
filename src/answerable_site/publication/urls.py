from django.urls import path

from answerable_site.publication.rules import DataFormat, FileFormat
from answerable_site.publication.views import entries as views
from answerable_site.publication.views import feedback, figures, finding, meetings, progress

app_name = "publication"
urlpatterns = [
    path("", views.register, name="register"),
    path("register.csv", views.register_csv, name="register_csv"),
    path("feed.atom", views.feed, name="feed"),
    path("search/", finding.search, name="search"),
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
    path("late/", progress.late, name="late"),
    path(
        "progress/<number:snapshot_id>/release/",
        progress.release_progress,
        name="release_progress",
    ),
    path(
        "progress/<number:snapshot_id>/withdraw/",
        progress.withdraw_progress,
        name="withdraw_progress",
    ),
    path(
        "feedback/<number:feedback_id>/release/",
        feedback.release_feedback,
        name="release_feedback",
    ),
    path(
        "feedback/<number:feedback_id>/withdraw/",
        feedback.withdraw_feedback,
        name="withdraw_feedback",
    ),
    path("<slug:body>/what-changed/", feedback.feedback_list, name="feedback_list"),
    path("<slug:body>/what-changed/<slug:feedback>/", feedback.feedback, name="feedback"),
    path("figures/", figures.data_sets, name="data_sets"),
    path("figures/catalogue.jsonld", figures.catalogue, name="catalogue"),
    path("figures/feed.atom", figures.feed, name="figures_feed"),
    path("<slug:body>/figures/<slug:data_set>/", figures.data_set, name="data_set"),
    path(
        "<slug:body>/figures/<slug:data_set>/<number:number>/",
        figures.data_set_edition,
        name="data_set_edition",
    ),
    *(
        path(
            f"<slug:body>/figures/<slug:data_set>-<number:number>.{format_}",
            figures.data_set_file,
            {"format_": format_},
            name=f"data_set_{format_.name.lower()}",
        )
        for format_ in DataFormat
    ),
    path("<slug:body>/progress/", progress.body_progress, name="body_progress"),
    path("<slug:body>/progress.csv", progress.body_progress_csv, name="body_progress_csv"),
    path("<slug:body>/", views.body, name="body"),
    path("<slug:body>/feed.atom", views.feed, name="body_feed"),
    path("editions/<number:edition_id>/release/", meetings.release_edition, name="release_edition"),
    path(
        "editions/<number:edition_id>/withdraw/",
        meetings.withdraw_edition,
        name="withdraw_edition",
    ),
    # Before inspections, whose addresses never end in this word: see `operations.publishing`.
    path("<slug:body>/meetings/", meetings.meetings, name="meetings"),
    path("<slug:body>/meetings/<slug:meeting>/", meetings.meeting, name="meeting"),
    *(
        path(
            f"<slug:body>/meetings/<slug:meeting>/<number:number>.{format_}",
            meetings.meeting_file,
            {"format_": format_},
            name=f"meeting_{format_}",
        )
        for format_ in FileFormat
    ),
    path(
        "<slug:body>/meetings/<slug:meeting>/<number:number>.json",
        meetings.meeting_document,
        name="meeting_document",
    ),
    path("<slug:body>/<slug:inspection>/", views.inspection, name="inspection"),
    path("<slug:body>/<slug:inspection>/progress/", progress.progress, name="progress"),
    path("<slug:body>/<slug:inspection>/progress.csv", progress.progress_csv, name="progress_csv"),
    path(
        "<slug:body>/<slug:inspection>/progress.json", progress.progress_json, name="progress_json"
    ),
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
