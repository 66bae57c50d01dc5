from django.urls import path

from answerable_site.publication.rules import FileFormat
from answerable_site.support.views import (
    answering,
    coding,
    services,
    surveys,
    telling,
    together,
    trips,
)

app_name = "support"
urlpatterns = [
    path("survey/", answering.answer, name="answer"),
    path("survey/thank-you/", answering.thanks, name="thanks"),
    path("survey/<slug:code>/", answering.answer_by_link, name="answer_by_link"),
    path("support/surveys/", surveys.surveys, name="surveys"),
    path("support/surveys/open/", surveys.open_survey, name="open_survey"),
    path("support/surveys/<number:survey_id>/", surveys.survey, name="survey"),
    *(
        path(f"support/surveys/<number:survey_id>/{address}/", view, name=name)
        for address, view, name in (
            ("last-day", surveys.move_closing_day, "move_closing_day"),
            ("close", surveys.close_survey, "close_survey"),
            ("give-up", surveys.give_up_survey, "give_up_survey"),
            ("codes", surveys.make_codes, "make_codes"),
            ("forms", surveys.print_forms, "print_forms"),
            ("asked", surveys.record_asked, "record_asked"),
            ("answers", surveys.enter_answer, "enter_answer"),
            ("coders", coding.name_coders, "name_coders"),
            ("erase-words", coding.erase_words, "erase_words"),
            ("coding", coding.coding, "coding"),
            ("agreement", coding.agreement, "agreement"),
            ("results", telling.results, "results"),
            ("findings/add", telling.add_finding, "add_finding"),
            ("hand-over", telling.hand_over, "hand_over"),
        )
    ),
    *(
        path(
            f"support/surveys/<number:survey_id>/{kind}.{format_}",
            surveys.paper,
            {"kind": kind, "format_": format_},
            name=f"{kind}_{format_}",
        )
        for kind in ("form", "script")
        for format_ in (FileFormat.PDF, FileFormat.DOCX)
    ),
    path("support/asked/<number:asked_id>/strike/", surveys.strike_asked, name="strike_asked"),
    path("support/passages/<number:passage_id>/", coding.code, name="code"),
    path("support/passages/<number:passage_id>/settle/", coding.settle, name="settle"),
    path("support/passages/<number:passage_id>/quote/", coding.offer_quote, name="offer_quote"),
    path("support/quotes/<number:quote_id>/", coding.judge_quote, name="judge_quote"),
    path("support/findings/<number:finding_id>/drop/", telling.drop_finding, name="drop_finding"),
    path("support/services/", services.services, name="services"),
    path("support/services/add/", services.add_service, name="add_service"),
    path("support/services/<number:service_id>/", services.service, name="service"),
    *(
        path(f"support/services/<number:service_id>/{address}/", view, name=name)
        for address, view, name in (
            ("describe", services.describe_service, "describe_service"),
            ("end", services.end_service, "end_service"),
            ("capacity", services.record_capacity, "record_capacity"),
            ("contracts/add", services.add_contract, "add_contract"),
            ("outcomes/add", services.report_outcome, "report_outcome"),
        )
    ),
    path("support/needs/", services.needs, name="needs"),
    path("support/needs/add/", services.add_need, name="add_need"),
    path("support/referrals/", trips.referrals, name="referrals"),
    path("support/offered/", trips.offered, name="offered"),
    path("support/meetings/", together.meetings, name="meetings"),
    path("support/meetings/add/", together.add_meeting, name="add_meeting"),
    path("support/meetings/<number:meeting_id>/", together.meeting, name="meeting"),
    path(
        "support/meetings/<number:meeting_id>/presence/", together.add_presence, name="add_presence"
    ),
    path("support/meetings/<number:meeting_id>/agree/", together.agree, name="agree"),
    path("support/roles/", together.roles, name="roles"),
    path("support/roles/add/", together.add_role_page, name="add_role_page"),
    path("support/roles/<number:page_id>/", together.explain_role, name="explain_role"),
]
