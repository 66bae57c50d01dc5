from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from answerable.extraction.model import InspectionType, ItemKind
from answerable.statute import SECTION_55, clock_for
from answerable.synthetic.reports import (
    FORCE,
    NEIGHBOUR,
    SYNTHETIC,
    Course,
    ReportFormat,
    invented_reports,
    write_report,
)

TODAY = date(2026, 11, 23)
REPORTS = invented_reports(TODAY)
each_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.key)
answered = pytest.mark.parametrize(
    "report", [report for report in REPORTS if report.answer], ids=lambda report: report.key
)
days = st.dates(date(2020, 1, 1), date(2060, 1, 1))


def page_texts(report):
    pages = pypdfium2.PdfDocument(write_report(report, ReportFormat.PDF))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


def html_text(report):
    page = LexborHTMLParser(write_report(report, ReportFormat.HTML).decode())
    return " ".join(page.body.text(separator=" ").split())


def clock(report):
    return clock_for(report.published, SECTION_55)


class TestInventedReports:
    @given(days)
    def test_were_published_on_a_working_weekday_in_order(self, today):
        published = [report.published for report in invented_reports(today)]
        assert all(day.weekday() < 5 for day in published)
        assert published == sorted(published)

    @given(days)
    def test_show_every_state_of_the_clock(self, today):
        by_key = {report.key: report for report in invented_reports(today)}
        days_left = {key: clock(by_key[key]).days_left(today) for key in by_key}
        assert days_left["side-by-side-phase-two"] < 0
        assert 0 <= days_left["left-waiting"] <= 7
        assert days_left["wexmoor-custody"] > 14
        assert days_left["control-room-letter"] > 14

    @given(days)
    def test_were_wholly_answered_once_in_time_and_once_late(self, today):
        whole = {
            report.key: clock(report).in_time(report.answer.published)
            for report in invented_reports(today)
            if report.answer and not report.answer.incomplete_because
        }
        assert whole == {"side-by-side-phase-one": False, "wexmoor-assessment": True}

    @given(days)
    def test_were_answered_in_part_once_and_in_time(self, today):
        in_part = {
            report.key: clock(report).in_time(report.answer.published)
            for report in invented_reports(today)
            if report.answer and report.answer.incomplete_because
        }
        assert in_part == {"side-by-side-phase-two": True}

    @given(days)
    def test_were_answered_on_weekdays_before_today(self, today):
        answers = [report.answer for report in invented_reports(today) if report.answer]
        assert all(answer.published < today for answer in answers)
        assert all(answer.published.weekday() < 5 for answer in answers)
        assert all(
            answer.published < answer.comments_came < today
            for answer in answers
            if answer.comments_came
        )

    def test_have_stable_keys_of_their_own(self):
        keys = [report.key for report in REPORTS]
        assert len(set(keys)) == len(keys)
        assert keys == [report.key for report in invented_reports(date(2030, 1, 7))]

    def test_are_of_every_type_that_the_demonstration_shows(self):
        assert {report.inspection_type for report in REPORTS} == {
            InspectionType.NATIONAL,
            InspectionType.FORCE,
            InspectionType.JOINT,
            InspectionType.LETTER,
        }

    def test_hold_every_form_of_deadline(self):
        forms = {
            re.sub(r"\d+", "N", item.deadline)
            for report in REPORTS
            for item in report.items
            if item.deadline
        }
        assert forms == {
            "immediately",
            "within N months",
            "within N weeks",
            "within N days",
            "N-N",
            "N-N-N",
        }

    def test_repeat_the_same_words_in_a_later_report(self):
        by_key = {report.key: report for report in REPORTS}
        (repeat,) = by_key["side-by-side-phase-two"].repeats
        later = {item.number: item.text for item in by_key["side-by-side-phase-two"].items}
        earlier = {item.number: item.text for item in by_key[repeat.earlier_report].items}
        assert later[repeat.number] == earlier[repeat.earlier_number]

    def test_share_a_series_only_between_the_phases_of_one_inspection(self):
        assert [report.key for report in REPORTS if report.series == "Side by side"] == [
            "side-by-side-phase-one",
            "side-by-side-phase-two",
        ]

    @each_report
    def test_put_recommendations_only_under_causes_of_concern(self, report):
        parents = [item.parent for item in report.items if item.parent is not None]
        assert all(report.items[parent].kind is ItemKind.CAUSE_OF_CONCERN for parent in parents)

    @answered
    def test_explain_every_item_but_causes_of_concern_unless_they_say_why(self, report):
        explained = [explanation.item for explanation in report.answer.explanations]
        wanted = [
            index
            for index, item in enumerate(report.items)
            if item.kind is not ItemKind.CAUSE_OF_CONCERN
        ]
        assert (explained == wanted) is not bool(report.answer.incomplete_because)
        assert set(explained) <= set(wanted)

    @answered
    def test_are_answered_elsewhere_only_where_they_repeat_an_earlier_one(self, report):
        elsewhere = {
            (report.items[explanation.item].number, explanation.earlier_report)
            for explanation in report.answer.explanations
            if explanation.course is Course.ELSEWHERE
        }
        assert elsewhere == {(repeat.number, repeat.earlier_report) for repeat in report.repeats}

    @each_report
    def test_name_no_force_but_the_invented_ones(self, report):
        page = LexborHTMLParser(write_report(report, ReportFormat.HTML).decode())
        name = re.compile(r"[A-Z]\w+(?:[ -][A-Z]\w+)* (?:Police|Constabulary)\b")
        assert set(name.findall(page.body.text(separator="\n"))) <= {FORCE, NEIGHBOUR}


class TestWriteReport:
    @each_report
    def test_stamps_every_page(self, report):
        assert all(SYNTHETIC in text for text in page_texts(report))

    @each_report
    def test_stamps_the_html_page_at_its_top(self, report):
        assert html_text(report).startswith(SYNTHETIC)

    @each_report
    def test_is_one_to_four_pages_long(self, report):
        assert 1 <= len(page_texts(report)) <= 4

    @each_report
    def test_prints_every_item_with_its_number_and_sub_points(self, report):
        text = html_text(report)
        for item in report.items:
            words = re.escape(" ".join([item.text, *item.sub_points]))
            label = rf"{item.number}\.? " if item.number else ""
            assert re.search(label + words, text)

    @each_report
    def test_prints_every_deadline_as_worded(self, report):
        for item in report.items:
            assert (item.deadline_worded or "") in item.text

    @each_report
    def test_titles_the_html_page(self, report):
        page = LexborHTMLParser(write_report(report, ReportFormat.HTML).decode())
        assert page.css_first("title").text() == report.title
        assert page.css_first("html").attributes["lang"] == "en-GB"
