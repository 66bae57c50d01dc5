from django.urls import path

from answerable_site.home import views

app_name = "home"
urlpatterns = [
    path("", views.start, name="start"),
    path("due/", views.due, name="due"),
    path("calendars/", views.calendars, name="calendars"),
    path("calendars/<number:address_id>/revoke/", views.revoke_calendar, name="revoke_calendar"),
    path("calendar/<slug:secret>.ics", views.calendar, name="calendar"),
    path(
        "figures/<number:released_id>/<number:place>/evidence/",
        views.hand_figure,
        name="hand_figure",
    ),
    path(
        "case-reviews/<number:release_id>/<number:place>/evidence/",
        views.hand_finding,
        name="hand_finding",
    ),
    path(
        "case-reviews/<number:release_id>/themes/<number:theme_id>/",
        views.hand_theme,
        name="hand_theme",
    ),
    path("recommendations/<number:recommendation_id>/story/", views.story, name="story"),
    path("help/", views.guides, name="guides"),
    path("help/pictures/<str:name>", views.guide_picture, name="guide_picture"),
    path("help/<slug:kind>/<slug:name>/", views.guide, name="guide"),
    path("cookies/", views.cookies, name="cookies"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
