from django.urls import path

from answerable_site.search import views

app_name = "search"
urlpatterns = [path("", views.search, name="search")]
