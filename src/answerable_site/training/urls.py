from django.urls import path

from answerable_site.training.views import courses, events, figures, intake, overview, people

app_name = "training"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("mine/", overview.mine, name="mine"),
    path("qualified/", overview.qualified, name="qualified"),
    path("capacity/", overview.capacity, name="capacity"),
    path("figures/", figures.figures, name="figures"),
    path("figures/figures.csv", figures.figures_csv, name="figures_csv"),
    path("figures/state/", figures.state_figure, name="state_figure"),
    path("people/", people.people, name="people"),
    path("people/open/", people.open_record, name="open_record"),
    path("people/<number:record_id>/", people.record, name="record"),
    path("people/<number:record_id>/postings/add/", people.add_posting, name="add_posting"),
    path(
        "people/<number:record_id>/certificates/add/",
        people.add_qualification,
        name="add_qualification",
    ),
    path(
        "people/<number:record_id>/development/add/",
        people.add_development,
        name="add_development",
    ),
    path("postings/<number:posting_id>/end/", people.end_posting, name="end_posting"),
    path("entries/<slug:kind>/<number:entry_id>/strike/", people.strike, name="strike"),
    path("courses/", courses.courses, name="courses"),
    path("courses/add/", courses.add_course, name="add_course"),
    path("courses/<number:course_id>/", courses.course, name="course"),
    path("courses/<number:course_id>/versions/add/", courses.add_version, name="add_version"),
    path("courses/<number:course_id>/successor/", courses.succeed, name="succeed"),
    path("versions/<number:version_id>/counts/", courses.add_counting, name="add_counting"),
    path("counting/<number:counting_id>/end/", courses.end_counting, name="end_counting"),
    path("events/", events.events, name="events"),
    path("events/add/", events.add_event, name="add_event"),
    path("events/<number:event_id>/", events.event, name="event"),
    path("events/<number:event_id>/places/add/", events.book, name="book"),
    path("places/<number:booking_id>/result/", events.record_result, name="record_result"),
    path("attendance/attendance.csv", events.attendance_csv, name="attendance_csv"),
    path("attendance/load/", intake.intake, name="intake"),
    path("attendance/template.csv", intake.intake_template, name="intake_template"),
    path("attendance/load/check/", intake.intake_check, name="intake_check"),
    path("attendance/load/do/", intake.intake_load, name="intake_load"),
]
