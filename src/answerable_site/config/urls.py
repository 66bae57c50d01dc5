"""Where each app's pages live."""

from django.urls import include, path, register_converter

from answerable_site.config.converters import NumberConverter

register_converter(NumberConverter, "number")

from answerable_site.config import api  # noqa: E402 - its addresses use the converter

handler400 = "answerable_site.home.views.bad_request"
handler403 = "answerable_site.home.views.forbidden"
handler404 = "answerable_site.home.views.not_found"
handler500 = "answerable_site.home.views.server_error"

urlpatterns = [
    path("", include("answerable_site.home.urls")),
    path("search/", include("answerable_site.search.urls")),
    path("register/", include("answerable_site.register.urls")),
    path("responses/", include("answerable_site.responses.urls")),
    path("follow-up/", include("answerable_site.followup.urls")),
    path("cases/", include("answerable_site.casework.urls")),
    path("meetings/", include("answerable_site.scrutiny.urls")),
    path("access-review/", include("answerable_site.accessreview.urls")),
    path("loads/", include("answerable_site.intake.urls")),
    path("", include("answerable_site.figures.urls")),
    path("case-reviews/", include("answerable_site.casereviews.urls")),
    path("training/", include("answerable_site.training.urls")),
    path("", include("answerable_site.support.urls")),
    path("public/", include("answerable_site.publication.urls")),
    path("webhooks/", include("answerable_site.webhooks.urls")),
    path("people/", include("answerable_site.people.urls.signing_in")),
    path("people/", include("answerable_site.people.urls")),
    path("api/", include((api.paths(), "api"))),
]
