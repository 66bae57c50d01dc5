from django.urls import path

from answerable_site.scrutiny.views import agendas, moving, packs, planning, proceedings

app_name = "scrutiny"
urlpatterns = [
    path("", planning.meetings, name="meetings"),
    path("series/", planning.series, name="series"),
    path("series/add/", planning.add_series, name="add_series"),
    path("series/<number:series_id>/end/", planning.end_series, name="end_series"),
    path("add/", planning.plan, name="plan"),
    path(
        "attendance/<number:attendance_id>/drop/", planning.drop_attendance, name="drop_attendance"
    ),
    path("items/<number:item_id>/leave-out/", agendas.leave_out, name="leave_out"),
    path("items/<number:item_id>/move/", agendas.move_item, name="move_item"),
    path("items/<number:item_id>/publicity/", agendas.set_publicity, name="set_publicity"),
    path("questions/<number:question_id>/answer/", proceedings.answer, name="answer"),
    path("<number:meeting_id>/", proceedings.meeting, name="meeting"),
    path("<number:meeting_id>/change/", planning.change, name="change"),
    path("<number:meeting_id>/move/", moving.move, name="move"),
    path("<number:meeting_id>/call-off/", moving.call_off, name="call_off"),
    path("<number:meeting_id>/attendance/", planning.attend, name="attend"),
    path("<number:meeting_id>/agenda/", agendas.agenda, name="agenda"),
    path("<number:meeting_id>/agenda/propose/", agendas.propose, name="propose"),
    path("<number:meeting_id>/agenda/add/", agendas.add_item, name="add_item"),
    path("<number:meeting_id>/freeze/", packs.freeze, name="freeze"),
    path("<number:meeting_id>/pack/", packs.pack, name="pack"),
    path("<number:meeting_id>/pack/correct/", packs.correct_pack, name="correct_pack"),
    path("<number:meeting_id>/pack/file/<str:form>/", packs.pack_file, name="pack_file"),
    path("<number:meeting_id>/publish/", packs.publish, name="publish"),
    path("<number:meeting_id>/questions/add/", proceedings.ask, name="ask"),
    path("<number:meeting_id>/held/", proceedings.hold, name="hold"),
    path("<number:meeting_id>/decisions/add/", proceedings.decide, name="decide"),
    path("<number:meeting_id>/minutes/", proceedings.write_minutes, name="write_minutes"),
    path("<number:meeting_id>/minutes/agree/", proceedings.agree_minutes, name="agree_minutes"),
]
