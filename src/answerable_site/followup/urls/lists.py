"""The lists of follow-up."""

from django.urls import path

from answerable_site.followup.views import changing, exports, lists, looking

urlpatterns = [
    path("", lists.commitments, name="commitments"),
    path("commitments.csv", exports.commitments_csv, name="commitments_csv"),
    path("commitments.ods", exports.commitments_ods, name="commitments_ods"),
    path("commitments.xlsx", exports.commitments_xlsx, name="commitments_xlsx"),
    path("filter/", lists.filter_commitments, name="filter"),
    path("actions/", lists.actions, name="actions"),
    path("actions/filter/", lists.filter_actions, name="filter_actions"),
    path("board/", looking.board, name="board"),
    path("exceptions/", looking.exceptions, name="exceptions"),
    path("my-work/", looking.my_work, name="my_work"),
    path("changes/", looking.changes, name="changes"),
    path("views/save/", lists.save_filter, name="save_filter"),
    path("views/<number:filter_id>/drop/", lists.drop_filter, name="drop_filter"),
    path("change/", changing.change_many, name="change_many"),
    path("actions/change/", changing.change_many_actions, name="change_many_actions"),
]
