from django.urls import path

from answerable_site.webhooks import views

app_name = "webhooks"
urlpatterns = [
    path("", views.subscriptions, name="subscriptions"),
    path("add/<number:organisation_id>/", views.subscribe, name="subscribe"),
    path("<number:subscription_id>/", views.subscription, name="subscription"),
    path("<number:subscription_id>/end/", views.end, name="end"),
    path("<number:subscription_id>/try/", views.try_out, name="try_out"),
    path("deliveries/<number:delivery_id>/again/", views.send_again, name="send_again"),
]
