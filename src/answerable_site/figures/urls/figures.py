from django.urls import path

from answerable_site.figures.views import protected, released, results

urlpatterns = [
    path("figures/", released.releases, name="releases"),
    path("figures/<number:released_id>/", released.released, name="released"),
    path(
        "figures/<number:released_id>/<number:place>/<str:width>.svg",
        released.released_picture,
        name="released_picture",
    ),
    path("figures/<number:released_id>/withdraw/", released.withdraw, name="withdraw"),
    path("cuts/<number:cut_id>/figures/", results.ask_results, name="ask_results"),
    path("figures/results/<number:results_id>/", results.results, name="results"),
    path(
        "figures/results/<number:results_id>/progress/",
        results.results_progress,
        name="results_progress",
    ),
    path("figures/results/<number:results_id>/protect/", protected.protect, name="protect"),
    path("figures/protected/<number:protected_id>/", protected.protected, name="protected"),
    path(
        "figures/protected/<number:protected_id>/progress/",
        protected.protected_progress,
        name="protected_progress",
    ),
    path(
        "figures/protected/<number:protected_id>/<number:place>/<str:width>.svg",
        protected.picture,
        name="picture",
    ),
    path("figures/protected/<number:protected_id>/release/", protected.release, name="release"),
    path(
        "figures/protected/<number:protected_id>/send-back/", protected.send_back, name="send_back"
    ),
]
