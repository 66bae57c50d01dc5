import datetime
from typing import Any

import pytest
from django import forms as django
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.design import forms
from answerable_site.design.forms.problems import problems_of, wrong_parts


class Publication(django.Form):
    on = forms.DateField(label="Publication date", required_message="Enter the publication date")
    until = forms.DateField(label="Last day", required=False)


def asked(day: str = "", month: str = "", year: str = "", **more: str) -> Publication:
    return Publication({"on_day": day, "on_month": month, "on_year": year, **more})


def complaint(form: django.Form) -> tuple[str, tuple[str, ...]]:
    return form["on"].errors[0], wrong_parts(form["on"])


class TestADate:
    @given(st.dates(min_value=datetime.date(1000, 1, 1)))
    def test_is_read_as_it_is_shown(self, date: datetime.date) -> None:
        shown = forms.DateField().widget.format_value(date)
        form = asked(shown.day, shown.month, shown.year.zfill(4))
        assert form.is_valid()
        assert form.cleaned_data["on"] == date

    @pytest.mark.parametrize("month", ["9", "09", "September", "sep", "SEPT", " september "])
    def test_takes_the_month_as_number_or_name(self, month: str) -> None:
        form = asked("9", month, "2021")
        assert form.is_valid()
        assert form.cleaned_data["on"] == datetime.date(2021, 9, 9)

    @given(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6))
    def test_is_either_real_or_explained(self, day: str, month: str, year: str) -> None:
        form = asked(day, month, year)
        if form.is_valid():
            assert isinstance(form.cleaned_data["on"], datetime.date)
        else:
            assert wrong_parts(form["on"])

    def test_may_be_left_out_where_it_is_optional(self) -> None:
        form = asked("9", "9", "2021")
        assert form.is_valid()
        assert form.cleaned_data["until"] is None

    def test_shows_what_was_typed_after_a_mistake(self) -> None:
        html = str(asked("31", "Febtober", "2021")["on"])
        assert 'value="Febtober"' in html

    def test_shows_its_initial_value(self) -> None:
        html = str(Publication(initial={"on": datetime.date(2021, 9, 8)})["on"])
        assert [f'value="{part}"' in html for part in ("8", "9", "2021")] == [True] * 3

    @pytest.mark.parametrize(("day", "changed"), [("8", False), ("9", True)])
    def test_counts_as_changed_when_another_was_typed(self, day: str, changed: bool) -> None:
        form = Publication(
            {"on_day": day, "on_month": "9", "on_year": "2021"},
            initial={"on": datetime.date(2021, 9, 8)},
        )
        assert form.has_changed() is changed


class TestAMistake:
    CASES: tuple[tuple[tuple[str, str, str], str, tuple[str, ...]], ...] = (
        (("", "", ""), "Enter the publication date", ("day", "month", "year")),
        (("9", "", "2021"), "Publication date must include a month", ("month",)),
        (("9", "", ""), "Publication date must include a month and year", ("month", "year")),
        (("9", "13", "2021"), "Publication date must be a real date", ("month",)),
        (("32", "9", "2021"), "Publication date must be a real date", ("day",)),
        (("31", "9", "2021"), "Publication date must be a real date", ("day", "month", "year")),
        (("9", "ma", "2021"), "Publication date must be a real date", ("month",)),
        (("9", "9", "21"), "Year must include 4 numbers", ("year",)),
        (("9", "9", "0000"), "Publication date must be a real date", ("day", "month", "year")),
    )

    @pytest.mark.parametrize(("typed", "message", "parts"), CASES)
    def test_is_named_and_only_the_wrong_part_is_marked(
        self, typed: tuple[str, str, str], message: str, parts: tuple[str, ...]
    ) -> None:
        form = asked(*typed)
        assert complaint(form) == (message, parts)
        assert str(form["on"]).count("govuk-input--error") == len(parts)

    def test_of_a_question_is_named_by_its_answer(self) -> None:
        class Pause(django.Form):
            on = forms.DateField(label="To which day? (optional)", required=False)

        form = Pause({"on_day": "31", "on_month": "2", "on_year": "2021"})
        assert complaint(form)[0] == "The answer to “To which day?” must be a real date"

    def test_is_linked_to_the_first_wrong_part(self) -> None:
        assert problems_of(asked("9", "", ""))[0].href == "#id_on_month"

    def test_that_a_form_finds_marks_the_whole_date(self) -> None:
        form: Any = asked("9", "9", "2021")
        form.is_valid()
        form.add_error("on", "Publication date must be in the past")
        assert wrong_parts(form["on"]) == ("day", "month", "year")
