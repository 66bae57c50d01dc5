from django.urls import path

from answerable_site.people.views import accounts, organisations

app_name = "people"
urlpatterns = [
    path("sign-in/", accounts.sign_in, name="sign_in"),
    path("sign-in/as/<number:user_id>/", accounts.sign_in_as, name="sign_in_as"),
    path("sign-out/", accounts.sign_out, name="sign_out"),
    path("account/", accounts.account, name="account"),
    path("password/", accounts.password, name="password"),
    path("", accounts.people, name="people"),
    path("<number:user_id>/", accounts.person, name="person"),
    path("add/<number:organisation_id>/", accounts.add, name="add"),
    path("<number:user_id>/grant/<number:organisation_id>/", accounts.grant, name="grant"),
    path("roles/<number:assignment_id>/confirm/", accounts.confirm, name="confirm"),
    path("roles/<number:assignment_id>/end/", accounts.end, name="end"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:slug>/name/", organisations.rename, name="rename"),
    path("organisations/<slug:slug>/holder/", organisations.record_tenure, name="record_tenure"),
    path("organisations/<slug:slug>/look/", organisations.look, name="look"),
    path("organisations/<slug:slug>/logo/", organisations.change_logo, name="change_logo"),
    path("organisations/<slug:slug>/logo/remove/", organisations.remove_logo, name="remove_logo"),
    path("organisations/<slug:slug>/logo.png", organisations.logo, name="logo"),
    path("tenures/<number:tenure_id>/end/", organisations.end_tenure, name="end_tenure"),
]
