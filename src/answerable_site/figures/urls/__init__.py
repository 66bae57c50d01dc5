"""The addresses of data cuts, and of figures that were worked out from them."""

from answerable_site.figures.urls import cuts, figures

app_name = "figures"
urlpatterns = [*cuts.urlpatterns, *figures.urlpatterns]
