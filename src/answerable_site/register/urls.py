from django.urls import path

from answerable_site.register.views import (
    documents,
    inspections,
    priorities,
    recommendations,
    review,
)

app_name = "register"
urlpatterns = [
    path("", recommendations.recommendations, name="recommendations"),
    path("priorities/", priorities.priorities, name="priorities"),
    path("priorities/add/", priorities.add_priority, name="add_priority"),
    path("priorities/<number:priority_id>/end/", priorities.end_priority, name="end_priority"),
    path("documents/", documents.documents, name="documents"),
    path("documents/add/", documents.add_document, name="add_document"),
    path("documents/<uuid:document_id>/", documents.document, name="document"),
    path("documents/<uuid:document_id>/progress/", documents.progress, name="progress"),
    path("documents/<uuid:document_id>/read-again/", documents.read_again, name="read_again"),
    path("documents/<uuid:document_id>/set-aside/", documents.set_aside, name="set_aside"),
    path("documents/<uuid:document_id>/download/", documents.download, name="download"),
    path("documents/<uuid:document_id>/pages/<number:number>/", documents.page, name="page"),
    path(
        "documents/<uuid:document_id>/pages/<number:number>/picture/",
        documents.picture,
        name="picture",
    ),
    path("documents/<uuid:document_id>/confirm/", inspections.confirm, name="confirm"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/add/", inspections.add_inspection, name="add_inspection"),
    path("inspections/<number:inspection_id>/", inspections.inspection, name="inspection"),
    path(
        "inspections/<number:inspection_id>/correct/",
        inspections.correct_inspection,
        name="correct_inspection",
    ),
    path(
        "inspections/<number:inspection_id>/link/",
        inspections.link_inspection,
        name="link_inspection",
    ),
    path("inspections/<number:inspection_id>/gap/", inspections.explain_gap, name="explain_gap"),
    path(
        "inspections/<number:inspection_id>/add/",
        recommendations.add_recommendation,
        name="add_recommendation",
    ),
    path("inspections/<number:inspection_id>/review/", review.review, name="review"),
    path("inspections/<number:inspection_id>/accept-rest/", review.accept_rest, name="accept_rest"),
    path("candidates/<number:candidate_id>/", review.candidate, name="candidate"),
    path("candidates/<number:candidate_id>/split/", review.split, name="split"),
    path("candidates/<number:candidate_id>/merge/", review.merge, name="merge"),
    path("candidates/<number:candidate_id>/reject/", review.reject, name="reject"),
    path("candidates/<number:candidate_id>/reopen/", review.reopen, name="reopen"),
    path(
        "recommendations/<number:recommendation_id>/",
        recommendations.recommendation,
        name="recommendation",
    ),
    path(
        "recommendations/<number:recommendation_id>/correct/",
        recommendations.correct_recommendation,
        name="correct_recommendation",
    ),
    path(
        "recommendations/<number:recommendation_id>/deadline/",
        recommendations.set_deadline,
        name="set_deadline",
    ),
    path(
        "recommendations/<number:recommendation_id>/link/",
        recommendations.link_recommendation,
        name="link_recommendation",
    ),
    path(
        "recommendations/<number:recommendation_id>/themes/",
        recommendations.choose_themes,
        name="choose_themes",
    ),
    path(
        "addressees/<number:addressee_id>/statement/",
        recommendations.add_statement,
        name="add_statement",
    ),
]
