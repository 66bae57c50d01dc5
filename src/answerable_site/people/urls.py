from django.urls import path

from answerable_site.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/as/<int:user_id>/", views.sign_in_as, name="sign_in_as"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("account/", views.account, name="account"),
    path("password/", views.password, name="password"),
    path("", views.people, name="people"),
    path("<int:user_id>/", views.person, name="person"),
    path("add/<int:organisation_id>/", views.add, name="add"),
    path("<int:user_id>/grant/<int:organisation_id>/", views.grant, name="grant"),
    path("roles/<int:assignment_id>/confirm/", views.confirm, name="confirm"),
    path("roles/<int:assignment_id>/end/", views.end, name="end"),
]
