"""Beginning, the choices of organisations, and practice reviews."""

from django.urls import path

from answerable_site.followup.views import beginning, choices, practice

ONE = "choices/<slug:slug>/"

urlpatterns = [
    path("begin/", beginning.begin, name="begin"),
    path("begin/<slug:body>/<number:recommendation_id>/", beginning.begin_for, name="begin_for"),
    path("choices/", choices.choices_of_all, name="choices_of_all"),
    path(ONE, choices.choices, name="choices"),
    path(f"{ONE}policy/", choices.set_policy, name="set_policy"),
    path(f"{ONE}levels/begin/", choices.begin_levels, name="begin_levels"),
    path(f"{ONE}levels/add/", choices.name_level, name="name_level"),
    path("levels/<number:level_id>/end/", choices.end_level, name="end_level"),
    path(f"{ONE}closure-levels/add/", choices.name_closure_level, name="name_closure_level"),
    path(
        "closure-levels/<number:level_id>/end/",
        choices.end_closure_level,
        name="end_closure_level",
    ),
    path(f"{ONE}ladder/", choices.name_step, name="name_step"),
    path(f"{ONE}ladder/end-last/", choices.end_last_step, name="end_last_step"),
    path("practice-reviews/", practice.practice_reviews, name="practice_reviews"),
    path("practice-reviews/<number:review_id>/", practice.practice_review, name="practice_review"),
    path(
        "practice-reviews/record/<slug:slug>/",
        practice.record_practice_review,
        name="record_practice_review",
    ),
]
