"""Actions, and every act about one."""

from django.urls import path

from answerable_site.followup.views import actions, dating

ONE = "actions/<number:action_id>/"

urlpatterns = [
    path("commitments/<number:commitment_id>/actions/add/", actions.add_action, name="add_action"),
    path(ONE, actions.action, name="action"),
    path(f"{ONE}update/", actions.update_action, name="update_action"),
    path(f"{ONE}tasks/add/", actions.add_task, name="add_task"),
    path(f"{ONE}serves/", actions.link_action, name="link_action"),
    path(f"{ONE}waits/", actions.add_dependency, name="add_dependency"),
    path("waits/<number:dependency_id>/end/", actions.end_dependency, name="end_dependency"),
    path(f"{ONE}owner/", dating.assign_action_owner, name="assign_action_owner"),
    path(f"{ONE}date/", dating.set_action_target, name="set_action_target"),
    path(f"{ONE}pause/", dating.pause_action, name="pause_action"),
]
