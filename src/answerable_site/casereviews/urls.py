from django.urls import path

from answerable_site.casereviews.views import panels, planning, released, scoring

app_name = "casereviews"
urlpatterns = [
    path("", planning.programmes, name="programmes"),
    path("plan/", planning.plan, name="plan"),
    path("<number:programme_id>/", planning.programme, name="programme"),
    path("<number:programme_id>/freeze/", planning.freeze, name="freeze"),
    path("<number:programme_id>/frame/", planning.frame, name="frame"),
    path("<number:programme_id>/draw/", planning.draw, name="draw"),
    path("<number:programme_id>/assign/", planning.assign, name="assign"),
    path("<number:programme_id>/close/", planning.close, name="close"),
    path("<number:programme_id>/results/", planning.results, name="results"),
    path("<number:programme_id>/prepare/", released.prepare, name="prepare"),
    path("reviews/<number:review_id>/take-back/", planning.take_back, name="take_back"),
    path("files/<number:entry_id>/", scoring.file, name="file"),
    path("mine/", scoring.mine, name="mine"),
    path("reviews/<number:review_id>/", scoring.score, name="score"),
    path("reviews/<number:review_id>/missing/", scoring.missing, name="missing"),
    path("panels/", panels.panels, name="panels"),
    path("panels/begin/", panels.convene, name="convene"),
    path("panels/<number:panel_id>/", panels.panel, name="panel"),
    path("panels/<number:panel_id>/sitting/", panels.add_sitting, name="add_sitting"),
    path("sittings/<number:sitting_id>/open/", panels.open_discussion, name="open_discussion"),
    path("files/<number:entry_id>/bundle/", panels.write_bundle, name="write_bundle"),
    path("bundles/<number:bundle_id>/", panels.bundle, name="bundle"),
    path("bundles/<number:bundle_id>/release/", panels.release_bundle, name="release_bundle"),
    path("bundles/<number:bundle_id>/withdraw/", panels.withdraw_bundle, name="withdraw_bundle"),
    path("bundles/<number:bundle_id>/score/", panels.score_bundle, name="score_bundle"),
    path("bundles/<number:bundle_id>/conclude/", panels.conclude, name="conclude"),
    path("released/", released.releases, name="releases"),
    path("released/<number:release_id>/", released.one, name="released"),
    path("released/<number:release_id>/release/", released.release, name="release"),
    path("released/<number:release_id>/withdraw/", released.withdraw, name="withdraw"),
]
