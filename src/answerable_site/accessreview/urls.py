from django.urls import path

from answerable_site.accessreview.views import breaches, handing_out, looks, reviews

app_name = "accessreview"
urlpatterns = [
    path("", looks.overview, name="overview"),
    path("looks/", looks.looks, name="looks"),
    path("looks/looks.csv", looks.looks_csv, name="looks_csv"),
    path("people/<number:user_id>/", looks.person, name="person"),
    path("cases/<number:case_id>/", looks.record, name="record"),
    path("unusual/", looks.unusual, name="unusual"),
    path("broken-glass/", reviews.glass, name="glass"),
    path("broken-glass/<number:opening_id>/", reviews.review_glass, name="review_glass"),
    path("decoys/", reviews.decoys, name="decoys"),
    path("decoys/add/", reviews.add_decoy, name="add_decoy"),
    path("samples/", reviews.samples, name="samples"),
    path("to-confirm/", reviews.to_confirm, name="to_confirm"),
    path("to-confirm/<number:look_id>/", reviews.confirm, name="confirm"),
    path("breaches/", breaches.breaches, name="breaches"),
    path("breaches/add/", breaches.add_breach, name="add_breach"),
    path("breaches/<number:breach_id>/", breaches.breach, name="breach"),
    path("breaches/<number:breach_id>/add/", breaches.add_breach_event, name="add_breach_event"),
    path("hand-outs/", handing_out.hand_outs, name="hand_outs"),
    path("hand-outs/ask/", handing_out.ask_hand_out, name="ask_hand_out"),
    path("hand-outs/<number:hand_out_id>/", handing_out.release, name="release"),
    path(
        "hand-outs/<number:hand_out_id>/file/<str:form>/",
        handing_out.hand_out_file,
        name="hand_out_file",
    ),
]
