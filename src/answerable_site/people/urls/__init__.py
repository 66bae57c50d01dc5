from django.urls import path

from answerable_site.people.views import accounts, organisations, sessions, signing_in, switching

app_name = "people"
urlpatterns = [
    path("sign-in/as/<number:user_id>/", signing_in.sign_in_as, name="sign_in_as"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("account/", signing_in.account, name="account"),
    path("account/sessions/", sessions.sessions, name="sessions"),
    path("account/sessions/end/", sessions.end_session, name="end_session"),
    path("account/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
    path("", accounts.people, name="people"),
    path("<number:user_id>/", accounts.person, name="person"),
    path("add/<number:organisation_id>/", accounts.add, name="add"),
    path("<number:user_id>/grant/<number:organisation_id>/", accounts.grant, name="grant"),
    path("roles/<number:assignment_id>/confirm/", accounts.confirm, name="confirm"),
    path("roles/<number:assignment_id>/end/", accounts.end, name="end"),
    path("<number:user_id>/off/", switching.disable, name="disable"),
    path("<number:user_id>/on/", switching.enable, name="enable"),
    path("<number:user_id>/sessions/end/", sessions.end_all_sessions, name="end_all_sessions"),
    path("<number:user_id>/second-factor/", switching.ask_reset, name="ask_reset"),
    path("second-factor/<number:reset_id>/", switching.confirm_reset, name="confirm_reset"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:slug>/name/", organisations.rename, name="rename"),
    path("organisations/<slug:slug>/holder/", organisations.record_tenure, name="record_tenure"),
    path("organisations/<slug:slug>/look/", organisations.look, name="look"),
    path("organisations/<slug:slug>/logo/", organisations.change_logo, name="change_logo"),
    path("organisations/<slug:slug>/logo/remove/", organisations.remove_logo, name="remove_logo"),
    path("organisations/<slug:slug>/logo.png", organisations.logo, name="logo"),
    path("tenures/<number:tenure_id>/end/", organisations.end_tenure, name="end_tenure"),
]
